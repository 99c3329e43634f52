// Taste in facts: films that share words of the plot, people, genres and more with what the viewer liked.

import { checkedDataset, checkProfile } from "../dataset/checked-dataset.ts";
import { type Engine, EngineInputError, type EngineProfile, type Model } from "../engine.types.ts";
import { asSimilarities } from "../model/cosine.ts";
import { resolveHyperparameters } from "../model/hyperparameters.ts";
import { readModelFile, writeModelFile } from "../model/model-file.ts";
import { type AttributeName, attributeNames, type FilmTerms, filmTerms } from "./film-terms.ts";
import { addFilm, filmVectors, innerProduct, innerProducts } from "./film-vectors.ts";
import { tasteHyperparameters, tasteWeights } from "./taste-weights.ts";

const name = "content-attributes";

type WeightName = `${AttributeName}Weight`;

export type ContentAttributesHyperparameters = {
  neutralStars: number;
  halfLifeDays: number;
  minimumFilms: number;
} & Record<WeightName, number>;

const weightRule = (what: string, weight: number) => ({
  description: `How much likeness of ${what} counts`,
  minimum: 0,
  maximum: 100,
  default: weight,
});

const hyperparameters = {
  plotWeight: weightRule("plots", 4),
  castWeight: weightRule("casts", 2),
  crewWeight: weightRule("crews", 0.5),
  genreWeight: weightRule("genres", 1),
  themeWeight: weightRule("themes", 1),
  yearWeight: weightRule("years", 0.5),
  ratingWeight: weightRule("average ratings", 0.5),
  votesWeight: weightRule("numbers of ratings, on a logarithmic scale,", 0.5),
  minimumFilms: {
    description: "Films that must have a word of the plot for it to count",
    minimum: 1,
    maximum: 1_000,
    default: 2,
    integer: true,
  },
  ...tasteHyperparameters,
  halfLifeDays: { ...tasteHyperparameters.halfLifeDays, default: 1_000 },
};

const weightNames = attributeNames.map((attribute): WeightName => `${attribute}Weight`);

const layout = {
  numbers: ["neutralStars", "halfLifeDays", "minimumFilms", ...weightNames],
  texts: ["terms"],
  arrays: { itemIds: "i32", starts: "i32", columns: "i32", counts: "u8", termStarts: "i32", rarity: "f32" },
} as const;

/**
 * A film is a vector of terms: TF-IDF of its plot, counts of its cast, crew, genres and themes, and its year, average
 * rating and number of ratings in soft bins; each block of unit length, weighted, the weights adding up to 1. Score of a
 * film = Σ_j w_j · Σ_attributes weight · cosine(j, film) / Σ_j |w_j| over the viewer's ratings j, in [−1, 1], with
 * w = (stars − neutralStars) · 2^(−age / halfLifeDays): what he liked attracts, what he disliked repels. Linear in the
 * ratings, so each one's contribution is exact, and so is each term's (`terms` of the explanation). An attribute that a
 * film lacks adds 0; an empty profile scores all films 0. Ratings of others serve only for the bins of rating and votes:
 * new films enter with their facts. Similarity: weight · cosine, summed over what the film asked about has.
 * Model: 5 bytes a term and film, the terms' names. Fitting needs `itemAttributes`.
 */
export const contentAttributesEngine: Engine<ContentAttributesHyperparameters> = {
  name,
  capabilities: ["recommends", "findsSimilar", "explains"],
  needs: ["itemAttributes"],
  fitsWithoutRatings: true,
  hyperparameters,
  fit(given, { hyperparameters: asked, onProgress }) {
    const settings = resolveHyperparameters(hyperparameters, asked);
    const dataset = checkedDataset(given, { mayLackRatings: true });
    if (!dataset.itemAttributes) {
      throw new EngineInputError("The engine of attributes needs the items' attributes: name a catalog of films.");
    }
    const films = filmTerms(dataset, settings.minimumFilms);
    onProgress?.(1);
    return makeModel(dataset.itemIds.slice(), films, settings);
  },
  load(bytes) {
    const { numbers, texts, arrays } = readModelFile(name, bytes, layout);
    const { itemIds, ...terms } = arrays;
    return makeModel(itemIds, { ...terms, terms: texts.terms }, numbers);
  },
};

function makeModel(itemIds: Int32Array, films: FilmTerms, settings: ContentAttributesHyperparameters): Model {
  const total = weightNames.reduce((sum, weight) => sum + settings[weight], 0) || 1;
  const weights = weightNames.map((weight) => settings[weight] / total);
  const vectors = filmVectors(films, weights);
  // Kept between calls, since it is as long as there are terms; zeros whenever it is not in use.
  const dense = new Float64Array(films.terms.length);

  /** Calls with the weighted sum of some films as a dense vector. */
  function withSum<Result>(items: ArrayLike<number>, itemWeights: ArrayLike<number>, use: () => Result): Result {
    for (let row = 0; row < items.length; row++) addFilm(vectors, items[row], itemWeights[row], dense);
    const result = use();
    for (let row = 0; row < items.length; row++) {
      for (let entry = vectors.starts[items[row]]; entry < vectors.starts[items[row] + 1]; entry++) {
        dense[vectors.columns[entry]] = 0;
      }
    }
    return result;
  }

  return {
    engine: name,
    itemIds,
    recommends: {
      scoreItems(profile) {
        checkProfile(profile, itemIds.length);
        return withSum(profile.items, shares(profile, settings), () => innerProducts(vectors, dense));
      },
    },
    findsSimilar: {
      similarities(item) {
        const products = withSum([item], [1], () => innerProducts(vectors, dense));
        const own = products[item];
        return asSimilarities(item, own > 0 ? products.map((product) => product / own) : products);
      },
    },
    explains: {
      explain(profile, item) {
        checkProfile(profile, itemIds.length);
        const itemWeights = shares(profile, settings);
        const contributions = withSum([item], [1], () =>
          Array.from(profile.items, (rated, row) => ({
            item: rated,
            contribution: itemWeights[row] * innerProduct(vectors, rated, dense),
          })),
        ).sort((a, b) => b.contribution - a.contribution);
        const terms = withSum(profile.items, itemWeights, () => termsOf(item)).filter(
          (term) => term.contribution !== 0,
        );
        const score = contributions.reduce((sum, { contribution }) => sum + contribution, 0);
        return {
          score,
          baseline: 0,
          contributions,
          features: [],
          terms: terms.sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution)),
        };
      },
    },
    save() {
      const { terms, ...arrays } = films;
      return writeModelFile(name, { numbers: settings, texts: { terms }, arrays: { itemIds, ...arrays } });
    },
  };

  /** What each of the item's terms adds to its inner product with `dense`. */
  function termsOf(item: number) {
    return Array.from({ length: vectors.starts[item + 1] - vectors.starts[item] }, (_, place) => {
      const entry = vectors.starts[item] + place;
      const column = vectors.columns[entry];
      return { name: films.terms[column], contribution: vectors.values[entry] * dense[column] };
    });
  }
}

/** The ratings' weights, their absolute values adding up to 1; all 0 where every rating is neutral. */
function shares(profile: EngineProfile, settings: ContentAttributesHyperparameters): Float64Array {
  const weights = tasteWeights(profile, settings);
  const total = weights.reduce((sum, weight) => sum + Math.abs(weight), 0) || 1;
  return weights.map((weight) => weight / total);
}
