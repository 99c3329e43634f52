// The first thing a viewer tells: an era and some ratings, stored together or not at all.
import { type MovieRow, ratingsRepository, viewersRepository } from "@matinee/db";
import type { OnboardInput, UserError } from "@matinee/graphql-types";
import type { Loaders } from "../../loaders.ts";
import type { Services } from "../../services.ts";
import { findStarsError, movieNotFound, userError } from "../errors/user-errors.ts";

const maximumRatings = 100;

/** What is wrong with the input; empty when it was stored. */
export async function onboard(
  { database, bus }: Services,
  loaders: Loaders,
  viewerId: number,
  { era, ratings }: OnboardInput,
): Promise<UserError[]> {
  if (ratings.length === 0) return [userError("REQUIRED", "Rate at least one movie.", ["input", "ratings"])];
  if (ratings.length > maximumRatings) {
    return [userError("INVALID_VALUE", `Rate at most ${maximumRatings} movies at once.`, ["input", "ratings"])];
  }
  const movies = await Promise.all(ratings.map(({ movieId }) => loaders.movieByGlobalId(movieId)));
  const errors = findErrors(ratings, movies);
  if (errors.length > 0) return errors;

  const ratedAt = new Date();
  const rows = ratings.map(({ stars }, index) => ({ movieId: movies[index]!.id, halfStars: stars * 2, ratedAt }));
  await database.transaction(async (transaction) => {
    await viewersRepository(transaction).setEra(viewerId, era);
    await ratingsRepository(transaction).rateMany(viewerId, rows);
  });
  for (const { movieId } of rows) loaders.forgetMovie(movieId);
  bus.publish("viewerChanged", { viewerId });
  return [];
}

function findErrors(ratings: OnboardInput["ratings"], movies: readonly (MovieRow | null)[]): UserError[] {
  return ratings.flatMap(({ movieId, stars }, index) => {
    const path = ["input", "ratings", index];
    if (!movies[index]) return [movieNotFound([...path, "movieId"])];
    if (ratings.findIndex((other) => other.movieId === movieId) < index) {
      return [userError("DUPLICATE", "This movie is rated twice; rate each movie once.", [...path, "movieId"])];
    }
    return findStarsError(stars, [...path, "stars"]) ?? [];
  });
}
