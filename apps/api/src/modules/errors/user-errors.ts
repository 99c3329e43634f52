// Expected failures of mutations, as the schema's `userErrors` carry them.
import type { UserError, UserErrorCode } from "@matinee/graphql-types";

export function userError(code: UserErrorCode, message: string, path: readonly (string | number)[] = []): UserError {
  return { code, message, path: path.map(String) };
}

export function unauthenticated(): UserError {
  return userError(
    "UNAUTHENTICATED",
    "There is no session: call signInAnonymously first and send its token or cookie along.",
  );
}

export function movieNotFound(path: readonly (string | number)[]): UserError {
  return userError("NOT_FOUND", "The catalog has no movie with this id.", path);
}

/** An error when `stars` is not 0.5 to 5 in half steps, else null. */
export function findStarsError(stars: number, path: readonly (string | number)[]): UserError | null {
  const halfStars = stars * 2;
  if (Number.isInteger(halfStars) && halfStars >= 1 && halfStars <= 10) return null;
  return userError("INVALID_VALUE", "Stars go from 0.5 to 5 in half steps.", path);
}
