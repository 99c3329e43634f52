// Generated posters as files that caches may keep for good.
import type { FastifyInstance } from "fastify";
import type { Repositories } from "../../services.ts";
import { artSeed, posterPath } from "./poster-address.ts";
import { posterVersion, renderPoster } from "./render-poster.ts";

export function servePosters(http: FastifyInstance, { movies, people }: Repositories): void {
  http.get<{ Params: { version: string; slug: string } }>("/posters/:version/:slug.svg", async (request, reply) => {
    const { version, slug } = request.params;
    const movie = await movies.findBySlug(slug);
    if (!movie) return reply.callNotFound();
    if (version !== posterVersion) return reply.redirect(posterPath(slug), 302);
    const [genres, directors] = await Promise.all([
      movies.listGenresOf([movie.id]),
      people.listCreditsOf([movie.id], { role: "director", after: 0, limit: 1 }),
    ]);
    const art = renderPoster({
      movieId: artSeed(movie.key),
      title: movie.title,
      year: movie.year,
      genres: genres.map(({ name }) => name),
      director: directors[0]?.name ?? null,
    });
    return reply
      .header("cache-control", "public, max-age=31536000, immutable")
      .type("image/svg+xml; charset=utf-8")
      .send(art);
  });
}
