import type { PageMovie } from "./movie-page.types.ts";

/** The film for search engines, by schema.org. */
export function MovieJsonLd({ movie }: { readonly movie: PageMovie }) {
  const facts = {
    "@context": "https://schema.org",
    "@type": "Movie",
    name: movie.title,
    image: movie.poster.url,
    description: movie.overview ?? undefined,
    datePublished: movie.year?.toString(),
    genre: movie.genres.map((genre) => genre.name),
    director: movie.directors.map(({ name }) => ({ "@type": "Person", name })),
    actor: movie.cast.edges.map(({ node }) => ({ "@type": "Person", name: node.name })),
    sameAs: Object.values(movie.links).filter((link) => link !== null),
    aggregateRating:
      movie.averageRating === null
        ? undefined
        : {
            "@type": "AggregateRating",
            ratingValue: Number(movie.averageRating.toFixed(2)),
            ratingCount: movie.ratingCount,
            bestRating: 5,
            worstRating: 0.5,
          },
  };
  // A title may hold "</script>".
  const json = JSON.stringify(facts).replaceAll("<", "\\u003c");
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON in a script of data, escaped above.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
