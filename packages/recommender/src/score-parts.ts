// Takes an engine's score of a movie apart: a baseline and what each of the viewer's ratings added.
import type { EngineName } from "@matinee/engines";
import { audienceClosenessParts } from "./closeness.ts";
import { audienceEngine } from "./engine-families.ts";
import type { RankedList, ScoreScale, Snapshot } from "./recommender.types.ts";
import type { ScoredProfile } from "./scored-profile.ts";
import { indexedModels } from "./snapshot-index.ts";

/** baseline + all contributions = the score that the movie has in `sources`. Movies are catalog indexes. */
export interface ScoreParts {
  readonly baseline: number;
  readonly because: readonly { readonly movie: number; readonly stars: number; readonly contribution: number }[];
  readonly features: readonly { readonly name: string; readonly contribution: number }[];
  /** The same contributions once more, by what the movie has in common with those rated, where the engine names it. */
  readonly terms: readonly { readonly name: string; readonly contribution: number }[];
}

/** The parts of an engine's score for the movie at a position of the page; undefined where it cannot tell. */
export type TakeApart = (engine: EngineName, position: number) => ScoreParts | undefined;

/** For a page of movies of one list, with the profile the list was made with. */
export function scorePartsOf(
  snapshot: Snapshot,
  list: RankedList,
  profile: ScoredProfile,
  movies: Int32Array,
): TakeApart {
  const models = indexedModels(snapshot);
  const { ratings } = profile;
  const starsOf = new Map(ratings.map(({ movie, stars }) => [movie, stars]));
  let closeness: ReturnType<typeof audienceClosenessParts> | undefined;

  function fromCloseness(position: number): ScoreParts {
    closeness ??= audienceClosenessParts(models, ratings, movies);
    const because = closeness.map(({ rating: { movie, stars }, values }) => {
      return { movie, stars, contribution: values[position] };
    });
    return { baseline: 0, because, features: [], terms: [] };
  }

  function fromModel(engine: EngineName, position: number): ScoreParts | undefined {
    const indexed = models[engine];
    const item = indexed?.itemOfMovie[movies[position]] ?? -1;
    if (!indexed?.model.explains || item < 0) return undefined;
    const explanation = indexed.model.explains.explain(profile.profileFor(indexed), item);
    const { baseline, contributions, features, terms = [] } = explanation;
    const because = contributions.map((each) => {
      const movie = indexed.movieOfItem[each.item];
      return { movie, stars: starsOf.get(movie)!, contribution: each.contribution };
    });
    return { baseline, because, features, terms };
  }

  return (engine, position) => {
    const isCloseness = list.strategyUsed === "STATISTICAL" && engine === audienceEngine;
    const parts = isCloseness ? fromCloseness(position) : fromModel(engine, position);
    const scale = list.scales[engine];
    return parts && scale && rescale(parts, scale);
  };
}

/** Contributions shrink with the scale's width, and the baseline takes its shift. */
function rescale({ baseline, because, features, terms }: ScoreParts, { minimum, maximum }: ScoreScale): ScoreParts {
  const width = maximum - minimum;
  if (width === 0) return { baseline: 0, because: [], features: [], terms: [] };
  return {
    baseline: (baseline - minimum) / width,
    because: because
      .map((each) => ({ ...each, contribution: each.contribution / width }))
      .sort((a, b) => b.contribution - a.contribution || a.movie - b.movie),
    features: features.map((each) => ({ ...each, contribution: each.contribution / width })),
    terms: terms.map((each) => ({ ...each, contribution: each.contribution / width })),
  };
}
