"use client";
import type { FilmTileFragment } from "@matinee/api-client";
import { useState } from "react";
import { useApiUrl } from "../../client/api-provider.tsx";
import { classNames } from "../ui/class-names.ts";
import { TitleCard } from "./title-card.tsx";

interface PosterProps {
  readonly film: Pick<FilmTileFragment, "title" | "year" | "slug" | "poster">;
  /** Widest it is shown, in pixels; the frame keeps 2:3 whatever the picture. */
  readonly width: number;
  readonly className?: string;
  /** True where the title stands beside it, so that it is not read twice. */
  readonly isDecorative?: boolean;
  /** True for the one picture that the first view is about. */
  readonly isFirst?: boolean;
}

/** A poster in its 2:3 frame. A picture that does not load gives way to the API's art, and that to a title card. */
export function Poster({ film, width, className, isDecorative = false, isFirst = false }: PosterProps) {
  const apiUrl = useApiUrl();
  const [failures, setFailures] = useState(0);
  const art = `${apiUrl}/posters/art/${film.slug}.svg`;
  const source = (film.poster.source === "GENERATED" ? [film.poster.url] : [film.poster.url, art])[failures];
  const frame = classNames("poster aspect-2/3 overflow-hidden rounded-card", className);
  if (!source) return <TitleCard film={film} className={frame} isDecorative={isDecorative} />;
  return (
    // biome-ignore lint/performance/noImgElement: posters come ready-made from the API or as thumbnails; the optimizer would only add a hop.
    <img
      key={source}
      // A picture may have failed before the page took over its events.
      ref={(image) => {
        if (image?.complete && image.naturalWidth === 0) setFailures((count) => count + 1);
      }}
      src={source}
      alt={isDecorative ? "" : film.poster.alt}
      width={width}
      height={Math.round(width * 1.5)}
      loading={isFirst ? "eager" : "lazy"}
      fetchPriority={isFirst ? "high" : "auto"}
      decoding="async"
      onError={() => setFailures((count) => count + 1)}
      className={classNames(frame, "block h-auto bg-raised object-cover")}
    />
  );
}
