// Which strategy answers, and why, in a sentence for the viewer.
import { rankingModels } from "./blend-weights.ts";
import { audienceEngine, type Family, families } from "./engine-families.ts";
import type { Strategy } from "./recommender.types.ts";
import type { IndexedModels } from "./snapshot-index.ts";

/** From this many ratings on, a viewer's own ratings lead. */
export const PERSONAL_FROM = 5;

const conjunction = new Intl.ListFormat("en-US");

export interface Route {
  readonly strategyUsed: Exclude<Strategy, "AUTO">;
  readonly routedBecause: string;
}

const strategyOfFamily = { collaborative: "COLLABORATIVE", content: "CONTENT", statistical: "STATISTICAL" } as const;

const phraseOfFamily: Readonly<Record<Family, string>> = {
  collaborative: "what viewers who share your taste like",
  content: "what the films themselves are about",
  statistical: "what most viewers rate highly",
};

/** Fewer than 5 ratings: STATISTICAL; else as asked, AUTO being HYBRID; and what no model can answer, the others do. */
export function route(models: IndexedModels, asked: Strategy, ratingCount: number): Route {
  if (families.every((family) => rankingModels(models, family).length === 0)) {
    return {
      strategyUsed: "STATISTICAL",
      routedBecause: "Nothing has been learned from the ratings yet; the list stays empty until then.",
    };
  }
  if (ratingCount < PERSONAL_FROM) {
    return fallBack(models, "STATISTICAL", fewRatings(models, ratingCount));
  }
  if (asked === "AUTO") {
    return fallBack(models, "HYBRID", `You have rated ${ratingCount} films, enough to blend ${listOf(families)}.`);
  }
  return fallBack(models, asked, `As you asked, the list rests on ${listOf(familiesOf(asked))}.`);
}

/** For lists that were asked for by naming films. */
export function routeFavorites(models: IndexedModels, favoriteCount: number): Route {
  const named = favoriteCount === 1 ? "the film" : `the ${favoriteCount} films`;
  return { ...route(models, "HYBRID", PERSONAL_FROM), routedBecause: `The list starts from ${named} you named.` };
}

function fewRatings(models: IndexedModels, ratingCount: number): string {
  if (ratingCount === 0) return "You have not rated any films yet, so the list is what most viewers rate highly.";
  const films = ratingCount === 1 ? "1 film" : `${ratingCount} films`;
  const nearest =
    models[audienceEngine] || rankingModels(models, "content").length > 0 ? ", nearest to what you liked first" : "";
  return `You have rated ${films}; with fewer than ${PERSONAL_FROM}, the list starts from what most viewers rate highly${nearest}.`;
}

function fallBack(models: IndexedModels, wanted: Route["strategyUsed"], because: string): Route {
  const available = families.filter((family) => rankingModels(models, family).length > 0);
  const missing = familiesOf(wanted).filter((family) => !available.includes(family));
  if (missing.length === 0) return { strategyUsed: wanted, routedBecause: because };
  return {
    strategyUsed: available.length === 1 ? strategyOfFamily[available[0]] : "HYBRID",
    routedBecause: `Nothing is known yet about ${listOf(missing)}, so the list rests on ${listOf(available)}.`,
  };
}

function familiesOf(strategy: Route["strategyUsed"]): readonly Family[] {
  return strategy === "HYBRID" ? families : families.filter((family) => strategyOfFamily[family] === strategy);
}

function listOf(named: readonly Family[]): string {
  return conjunction.format(named.map((family) => phraseOfFamily[family]));
}
