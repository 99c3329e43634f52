interface TitleCardProps {
  readonly film: { readonly title: string; readonly year: number | null };
  readonly className: string;
  readonly isDecorative: boolean;
}

/** A printed card in a poster's frame, for a film whose picture cannot be shown. */
export function TitleCard({ film, className, isDecorative }: TitleCardProps) {
  return (
    <span className={`${className} poster-card`} aria-hidden={isDecorative}>
      <span className="poster-card-title">{film.title}</span>
      <span className="poster-card-year">{film.year}</span>
    </span>
  );
}
