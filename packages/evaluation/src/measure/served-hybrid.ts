// The answers that the site gives, judged like an engine.
import {
  canFit,
  countKeys,
  type Dataset,
  type EngineName,
  type EngineProfile,
  type FitOptions,
  getEngine,
  type HyperparameterValue,
  type Model,
  resolveHyperparameters,
  termsOfRow,
} from "@matinee/engines";
import {
  type CatalogFeatures,
  defaultWeights,
  enginesOfFamily,
  families,
  findIndex,
  recommend,
  type Snapshot,
  type ViewerProfile,
} from "@matinee/recommender";
import type { JudgedEngine, JudgedModel } from "./judged-engine.ts";

const share = (description: string, standard: number) => ({ description, minimum: 0, maximum: 1, default: standard });

const hyperparameters = {
  collaborative: share("Weight of what viewers alike choose", defaultWeights.collaborative),
  content: share("Weight of what films are about", defaultWeights.content),
  statistical: share("Weight of what everyone thinks", defaultWeights.statistical),
  diversity: share("Films unlike each other in genre", 0),
  calibration: share("Genres in the proportions of the films the viewer likes", 0),
  novelty: share("Films that few have rated", 0),
};

/** Films in an answer; what is not among them counts as last. */
const listLength = 200;
/** A catalog's genres are bits of 32. */
const mostGenres = 32;

/** The recommender's answer to HYBRID over the engines that stand for each family, at their defaults. */
export const servedHybrid: JudgedEngine = {
  name: "hybrid",
  capabilities: ["recommends"],
  hyperparameters,
  fit(dataset, options): JudgedModel {
    const { collaborative, content, statistical, ...variety } = resolveHyperparameters<
      Record<keyof typeof hyperparameters, number>
    >(hyperparameters, options.hyperparameters);
    const snapshot: Snapshot = { catalog: catalogOf(dataset), models: fitFamilies(dataset, options) };
    const weights = { collaborative, content, statistical };
    return {
      engine: "hybrid",
      recommends: {
        scoreItems(profile) {
          const request = { strategy: "HYBRID", limit: listLength, weights, ...variety } as const;
          const scores = new Float32Array(dataset.itemCount).fill(-1);
          for (const { movieId, rank } of recommend(snapshot, viewerOf(profile, dataset), request).items) {
            scores[findIndex(dataset.itemIds, movieId)] = 1 / rank;
          }
          return scores;
        },
      },
    };
  },
};

function fitFamilies(dataset: Dataset, options: FitOptions<Record<string, HyperparameterValue>>): Snapshot["models"] {
  const { seed, threads, onProgress = () => {} } = options;
  const names = families.flatMap((family) => {
    const fitting = enginesOfFamily[family].find((group) => group.every((name) => canFit(getEngine(name), dataset)));
    return fitting ?? [];
  });
  const models = names.map((name, index): [EngineName, { version: number; model: Model }] => {
    const report = (part: number) => onProgress((index + part) / names.length);
    const model = getEngine(name).fit(dataset, { seed, ...(threads && { threads }), onProgress: report });
    return [name, { version: 1, model }];
  });
  return Object.fromEntries(models);
}

function catalogOf({ itemCount, itemIds, items, itemYears, itemAttributes = [] }: Dataset): CatalogFeatures {
  const genres = itemAttributes.find(({ name }) => name === "genre");
  const names = genres?.terms.slice(0, mostGenres) ?? [];
  const bitsOf = (item: number) =>
    genres ? termsOfRow(genres, item).reduce((bits, term) => bits | bitOf(names.indexOf(term)), 0) : 0;
  return {
    movieIds: itemIds,
    years: itemYears ?? new Int16Array(itemCount),
    genreBits: Uint32Array.from(itemIds, (_, item) => bitsOf(item)),
    genreSlugs: names,
    genreNames: names,
    ratingCounts: countKeys(items, itemCount),
    titles: Array.from(itemIds, String),
  };
}

const bitOf = (genre: number) => (genre < 0 ? 0 : 1 << genre);

function viewerOf({ items, stars, ratedAt }: EngineProfile, { itemIds }: Dataset): ViewerProfile {
  const ratings = Array.from(items, (item, row) => ({
    movieId: itemIds[item],
    stars: stars[row],
    ratedAt: ratedAt[row],
  }));
  return { ratings, dismissed: [], watchlisted: [], era: "ANY" };
}
