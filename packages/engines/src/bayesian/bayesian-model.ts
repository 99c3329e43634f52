// What the Bayesian factorizations share: fitting their chains, and answering from the draws they keep.
import { openKernels } from "@matinee/kernels";
import { checkedDataset, checkProfile } from "../dataset/checked-dataset.ts";
import { countKeys } from "../dataset/rating-rows.ts";
import type { Dataset, EngineName, FitOptions, ItemFactorTable, Model } from "../engine.types.ts";
import { asSimilarities } from "../model/cosine.ts";
import { readModelFile, writeModelFile } from "../model/model-file.ts";
import { rememberProfiles } from "../model/profile-memory.ts";
import { explainScore } from "./explanation.ts";
import { type Likelihood, runChain } from "./gibbs-chain.ts";
import { openItemDraws } from "./item-draws-search.ts";
import { emptyPosterior, keepDraw, type Posterior } from "./posterior.ts";
import { posteriorContent, posteriorLayout, posteriorOf } from "./posterior-file.ts";
import { predictStars } from "./predictive.ts";
import { type FeatureBlock, implicitName } from "./rating-features.ts";
import { starLevels } from "./star-cuts.ts";
import { foldInViewer } from "./viewer.ts";

export type ChainHyperparameters = {
  rank: number;
  iterations: number;
  burnIn: number;
  draws: number;
  noiseFreedom: number;
  popularityWeight: number;
};

export const chainHyperparameters = {
  iterations: { description: "Rounds of each chain", minimum: 2, maximum: 10_000, default: 300, integer: true },
  burnIn: {
    description: "First rounds of which nothing is kept; at most half of them",
    minimum: 0,
    maximum: 10_000,
    default: 60,
    integer: true,
  },
  draws: {
    description: "Draws of the posterior that a model keeps, spread evenly over the rounds after the first",
    minimum: 1,
    maximum: 512,
    default: 32,
    integer: true,
  },
  noiseFreedom: {
    description: "How alike viewers are in the noise of their stars (degrees of freedom ν)",
    minimum: 1,
    maximum: 1e6,
    default: 5,
    logarithmic: true,
  },
  popularityWeight: {
    description: "Stars that a tenfold number of ratings adds to the ranking score",
    minimum: 0,
    maximum: 10,
    default: 1,
  },
} as const;

export interface BayesianPlan {
  readonly name: EngineName;
  readonly likelihoods: readonly Likelihood[];
  readonly settings: ChainHyperparameters;
  readonly userBlocks: readonly FeatureBlock[];
  readonly itemBlocks: readonly FeatureBlock[];
}

/** Fits what `plan` makes of the checked dataset. */
export function fitBayesian<Hyperparameters>(
  given: Dataset,
  { seed, threads = 1, onProgress, onEpoch }: FitOptions<Hyperparameters>,
  planFor: (dataset: Dataset) => BayesianPlan,
): Model {
  const dataset = checkedDataset(given);
  const { name, likelihoods, settings, userBlocks, itemBlocks } = planFor(dataset);
  const { rank, iterations, noiseFreedom } = settings;
  const burnIn = Math.min(settings.burnIn, iterations >> 1);
  const drawsPerChain = Math.min(Math.ceil(settings.draws / likelihoods.length), iterations - burnIn);
  /** Draws that are kept by the end of so many rounds. */
  const drawsBy = (rounds: number) =>
    Math.floor((Math.max(0, rounds - burnIn) * drawsPerChain) / (iterations - burnIn));
  const posterior = emptyPosterior({
    itemCount: dataset.itemCount,
    columns: rank + 1,
    draws: drawsPerChain * likelihoods.length,
    gaussianDraws: likelihoods.includes("gaussian") ? drawsPerChain : 0,
    noiseFreedom,
    hasImplicit: userBlocks.some((block) => block.name === implicitName),
    terms: userBlocks.flatMap((block) => block.terms.map((term) => `${block.name}: ${term}`)),
    levels: starLevels(dataset.stars),
  });
  likelihoods.forEach((likelihood, chain) => {
    const kernels = openKernels({ threads });
    try {
      const options = { likelihood, rank, iterations, noiseFreedom, userBlocks, itemBlocks, seed: seed + chain };
      runChain(kernels, dataset, options, (iteration, state) => {
        const kept = drawsBy(iteration + 1);
        if (kept > drawsBy(iteration)) keepDraw(posterior, chain * drawsPerChain + kept - 1, state);
        if (likelihood === "gaussian") onEpoch?.({ epoch: iteration + 1, loss: state.loss });
        onProgress?.((chain + (iteration + 1) / iterations) / likelihoods.length);
      });
    } finally {
      kernels.close();
    }
  });
  return makeModel(name, {
    posterior,
    itemIds: dataset.itemIds.slice(),
    counts: countKeys(dataset.items, dataset.itemCount),
    popularityWeight: settings.popularityWeight,
  });
}

interface FittedBayesian {
  readonly posterior: Posterior;
  readonly itemIds: Int32Array;
  readonly counts: Int32Array;
  readonly popularityWeight: number;
}

const layout = {
  numbers: [...posteriorLayout.numbers, "popularityWeight"],
  texts: posteriorLayout.texts,
  arrays: { ...posteriorLayout.arrays, itemIds: "i32", counts: "i32" },
} as const;

export function loadBayesian(name: EngineName, bytes: Uint8Array): Model {
  const { numbers, texts, arrays } = readModelFile(name, bytes, layout);
  const { popularityWeight, ...posteriorNumbers } = numbers;
  const { itemIds, counts, ...posteriorArrays } = arrays;
  const posterior = posteriorOf({ numbers: posteriorNumbers, texts, arrays: posteriorArrays });
  return makeModel(name, { posterior, itemIds, counts, popularityWeight });
}

/** An item's vectors in all draws, then its popularity: the ranking score is an inner product over all of them. */
function itemTable({ draws, columns, items }: Posterior, popularity: Float32Array): ItemFactorTable {
  const { bytes, scales, centers } = items;
  const places = draws * columns;
  const dimensions = places + 1;
  const values = new Float32Array(popularity.length * dimensions);
  popularity.forEach((value, item) => {
    for (let place = 0; place < places; place++) {
      values[item * dimensions + place] = centers[place] + scales[place] * bytes[item * places + place];
    }
    values[item * dimensions + places] = value;
  });
  return { dimensions, values };
}

function makeModel(name: EngineName, { posterior, itemIds, counts, popularityWeight }: FittedBayesian): Model {
  const viewerOf = rememberProfiles((profile) => foldInViewer(posterior, profile));
  const itemDraws = openItemDraws(posterior);
  const popularity = Float32Array.from(counts, (count) => popularityWeight * Math.log10(1 + count));

  return {
    engine: name,
    itemIds,
    recommends: {
      scoreItems(profile) {
        checkProfile(profile, itemIds.length);
        const scores = itemDraws.scores(viewerOf(profile));
        for (let item = 0; item < scores.length; item++) scores[item] += popularity[item];
        return scores;
      },
    },
    predicts: {
      predict(profile, items) {
        checkProfile(profile, itemIds.length);
        return predictStars(posterior, viewerOf(profile), items);
      },
    },
    findsSimilar: {
      similarities: (item) => asSimilarities(item, itemDraws.cosines(item)),
    },
    explains: {
      explain(profile, item) {
        checkProfile(profile, itemIds.length);
        const { score, features, ...rest } = explainScore(posterior, viewerOf(profile), profile, item);
        const crowd = { name: `${counts[item]} ratings`, contribution: popularity[item] };
        return { ...rest, score: score + popularity[item], features: [...features, crowd] };
      },
    },
    get itemFactors() {
      return itemTable(posterior, popularity);
    },
    save() {
      const { numbers, texts, arrays } = posteriorContent(posterior);
      return writeModelFile(name, {
        numbers: { ...numbers, popularityWeight },
        texts,
        arrays: { ...arrays, itemIds, counts },
      });
    },
  };
}
