// What every model says about one profile, found once however many rows, pages and reasons ask for it.
import type { EngineProfile } from "@matinee/engines";
import { engineProfile, type KnownRating, knownRatings } from "./profile.ts";
import { recentResults } from "./recent-results.ts";
import type { Snapshot, ViewerProfile } from "./recommender.types.ts";
import type { IndexedModel } from "./snapshot-index.ts";

export interface ScoredProfile {
  readonly ratings: readonly KnownRating[];
  /** The same object each time, which lets a model remember what it made of it. */
  profileFor(indexed: IndexedModel): EngineProfile;
  /** One score per item of a model that recommends. Not to be changed. */
  scoresOf(indexed: IndexedModel): Float32Array;
}

/** Profiles kept per snapshot: those in the hands of requests at one time. Each holds a number per film and model. */
const KEPT_PROFILES = 32;

const recent = recentResults<ViewerProfile, ScoredProfile>(KEPT_PROFILES);

/** Remembered by the identities of snapshot and profile, which are never mutated. */
export function scoredProfile(snapshot: Snapshot, profile: ViewerProfile): ScoredProfile {
  return recent(snapshot, profile, () => makeScoredProfile(knownRatings(snapshot.catalog, profile)));
}

function makeScoredProfile(ratings: readonly KnownRating[]): ScoredProfile {
  const profileFor = perModel((indexed) => engineProfile(indexed, ratings));
  return {
    ratings,
    profileFor,
    scoresOf: perModel((indexed) => indexed.model.recommends!.scoreItems(profileFor(indexed))),
  };
}

function perModel<Result>(compute: (indexed: IndexedModel) => Result): (indexed: IndexedModel) => Result {
  const results = new Map<IndexedModel, Result>();
  return (indexed) => {
    const result = results.get(indexed) ?? compute(indexed);
    results.set(indexed, result);
    return result;
  };
}
