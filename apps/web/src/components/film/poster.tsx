"use client";
import { useState } from "react";
import { classNames } from "../ui/class-names.ts";

interface PosterProps {
  readonly film: {
    readonly title: string;
    readonly year: number | null;
    readonly poster: { readonly url: string; readonly alt: string };
  };
  /** Widest it is shown, in pixels; the frame keeps 2:3 whatever the picture. */
  readonly width: number;
  readonly className?: string;
  /** True where the title stands beside it, so that it is not read twice. */
  readonly isDecorative?: boolean;
  /** True for the one picture that the first view is about. */
  readonly isFirst?: boolean;
}

/** A poster in its 2:3 frame; a printed title card where the picture does not load. */
export function Poster({ film, width, className, isDecorative = false, isFirst = false }: PosterProps) {
  const [isMissing, setIsMissing] = useState(false);
  const frame = classNames("poster aspect-2/3 overflow-hidden rounded-card", className);
  if (isMissing) {
    return (
      <span className={classNames(frame, "poster-card")} aria-hidden={isDecorative}>
        <span className="poster-card-title">{film.title}</span>
        <span className="poster-card-year">{film.year}</span>
      </span>
    );
  }
  return (
    // biome-ignore lint/performance/noImgElement: posters come ready-made from the API or as thumbnails; the optimizer would only add a hop.
    <img
      // A picture may have failed before the page took over its events.
      ref={(image) => {
        if (image?.complete && image.naturalWidth === 0) setIsMissing(true);
      }}
      src={film.poster.url}
      alt={isDecorative ? "" : film.poster.alt}
      width={width}
      height={Math.round(width * 1.5)}
      loading={isFirst ? "eager" : "lazy"}
      fetchPriority={isFirst ? "high" : "auto"}
      decoding="async"
      onError={() => setIsMissing(true)}
      className={classNames(frame, "block h-auto bg-raised object-cover")}
    />
  );
}
