// How often a viewer may store a text.
import type { UserError } from "@matinee/graphql-types";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { userError } from "../errors/user-errors.ts";

const textsAllowed = 10;
const windowSeconds = 600;

export interface ReviewLimit {
  /** Counts a text of this viewer; an error when it is one too many, else null. */
  count(viewerId: number): Promise<UserError | null>;
}

/** Kept in this process, for each viewer until ten minutes after the first text. */
export function createReviewLimit(): ReviewLimit {
  const limiter = new RateLimiterMemory({ points: textsAllowed, duration: windowSeconds });
  return {
    async count(viewerId) {
      try {
        await limiter.consume(viewerId);
        return null;
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        const minutes = Math.ceil(refusal.msBeforeNext / 60_000);
        const wait = minutes === 1 ? "a minute" : `${minutes} minutes`;
        return userError("RATE_LIMITED", `You stored ${textsAllowed} reviews in ten minutes; try again in ${wait}.`);
      }
    },
  };
}
