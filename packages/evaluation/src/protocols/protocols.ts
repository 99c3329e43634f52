// Published ways to judge a recommender, by name.
import type { Dataset } from "@matinee/engines";
import type { Task } from "../measure/evaluate-engine.ts";
import { kFoldSplits, popularItemsSplit, stratifiedSplit, strongGeneralizationSplit } from "../splits/random-splits.ts";
import type { Split } from "../splits/split.types.ts";
import { latestShareSplit, leaveLatestOutSplit, timeSplit } from "../splits/time-splits.ts";

export interface ProtocolOptions {
  readonly seed: number;
  /** Ratings that a film needs, where the protocol asks for popular ones. */
  readonly minimumVotes: number;
}

export interface Protocol {
  readonly description: string;
  readonly task: Task;
  /** Throws RangeError where the dataset does not allow it. */
  split(dataset: Dataset, options: ProtocolOptions): Split[];
}

const fifth = 0.2;

export const protocols = {
  "ml-100k-5fold": {
    description: "stars, shuffled 5-fold over all ratings",
    task: "rating",
    split: (dataset, { seed }) => kFoldSplits(dataset, { folds: 5, seed }),
  },
  "ms-recommenders": {
    description: "lists, 25 % of each user's ratings at random tested (Microsoft Recommenders)",
    task: "ranking",
    split: (dataset, { seed }) => [stratifiedSplit(dataset, { testShare: 0.25, seed })],
  },
  "strong-generalisation": {
    description: "lists for users never trained on: a fifth of the users, folded in from 80 % of their ratings",
    task: "ranking",
    split: (dataset, { seed }) => [strongGeneralizationSplit(dataset, { userShare: fifth, testShare: fifth, seed })],
  },
  "strong-generalisation-rating": {
    description: "stars of users never trained on: a fifth of the users, folded in from 80 % of their ratings",
    task: "rating",
    split: (dataset, { seed }) => [strongGeneralizationSplit(dataset, { userShare: fifth, testShare: fifth, seed })],
  },
  "leave-one-out": {
    description: "lists, each user's latest rating tested, among all films",
    task: "ranking",
    split: (dataset) => [leaveLatestOutSplit(dataset)],
  },
  "by-time": {
    description: "lists, the latest fifth of all ratings tested",
    task: "ranking",
    split: (dataset) => [timeSplit(dataset, { testShare: fifth })],
  },
  "by-time-rating": {
    description: "stars, the latest fifth of all ratings tested",
    task: "rating",
    split: (dataset) => [timeSplit(dataset, { testShare: fifth })],
  },
  "popular-items-rating": {
    description: "stars of films with many ratings, a random fifth tested",
    task: "rating",
    split: (dataset, { seed, minimumVotes }) => [popularItemsSplit(dataset, { testShare: fifth, seed, minimumVotes })],
  },
  "planted-tastes": {
    description:
      "lists for the sampler's viewers, each one's latest fifth tested, beside an oracle that knows their tastes",
    task: "ranking",
    split: (dataset) => [latestShareSplit(dataset, { testShare: fifth })],
  },
} as const satisfies Readonly<Record<string, Protocol>>;

export type ProtocolName = keyof typeof protocols;
