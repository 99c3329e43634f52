// The seam every engine meets: what it may learn from, what a fitted model can do, how it is stored.

export type EngineName =
  | "bayesian-average"
  | "weighted-rating"
  | "trending"
  | "most-rated"
  | "item-knn"
  | "user-knn"
  | "svd"
  | "ials"
  | "bpr"
  | "content-embedding"
  | "content-attributes"
  | "ease"
  | "user-ease"
  | "ranking-stack"
  | "rating-stack"
  | "svd-plus-plus"
  | "nmf"
  | "bayesian-mf"
  | "bayesian-svd-plus-plus"
  | "rp3beta"
  | "spectral"
  | "neural-mf";

/** Everything an engine may learn from. Users and items are dense indexes from 0; arrays of one length belong together. */
export interface Dataset {
  readonly userCount: number;
  readonly itemCount: number;
  /** Movie id of each item index, ascending. */
  readonly itemIds: Int32Array;
  /** One entry per rating. */
  readonly users: Int32Array;
  readonly items: Int32Array;
  /** 0.5 to 5 in half steps. */
  readonly stars: Float32Array;
  /** Unix seconds; 0 where unknown. */
  readonly ratedAt: Float64Array;
  /** One unit vector per item, row-major; a row of zeros where the item has no text. */
  readonly itemVectors?: ItemVectors;
  /** What is known of the items, one entry per kind: "genre", "theme", "cast", "crew", "plot". */
  readonly itemAttributes?: readonly Attribute[];
  /** Year of each item's first release; 0 where unknown. */
  readonly itemYears?: Int16Array;
  /** Ratings of the items elsewhere, one entry per source. */
  readonly itemVotes?: readonly VoteTotals[];
  /** What is known of the users: "age", "sex", "occupation". */
  readonly userAttributes?: readonly Attribute[];
}

/** How a source's own audience rates the items; one entry per item. */
export interface VoteTotals {
  /** As named in explanations: "IMDb". */
  readonly source: string;
  /** Numbers of votes, 0 where there are none. */
  readonly counts: Int32Array;
  /** Means on this scale, 0.5 to 5 stars; not read where there are no votes. */
  readonly means: Float32Array;
}

/** Terms of one kind, row by row (compressed sparse rows): row r has the terms columns[starts[r]] to columns[starts[r + 1]]. */
export interface Attribute {
  readonly name: string;
  /** Terms by their index. */
  readonly terms: readonly string[];
  readonly starts: Int32Array;
  /** Indexes of terms, ascending within a row. */
  readonly columns: Int32Array;
  /** How often the row has the term; 1 for a category. */
  readonly counts: Float32Array;
}

export interface ItemVectors {
  readonly dimensions: number;
  readonly values: Float32Array;
}

/** What one viewer told us, in item indexes of the model that is asked. Never mutated. */
export interface EngineProfile {
  readonly items: Int32Array;
  readonly stars: Float32Array;
  /** Unix seconds; 0 where unknown. */
  readonly ratedAt: Float64Array;
  /** The viewer's own terms by the name of their kind, e.g. { sex: "F" }, as in `userAttributes`. */
  readonly attributes?: Readonly<Record<string, string>>;
}

/** Items with their scores, best first; scores finite. */
export interface ScoredItems {
  readonly items: Int32Array;
  readonly scores: Float32Array;
}

export interface TopOptions {
  readonly limit: number;
  /** One byte per item, 1 leaves the item out. */
  readonly excluded?: Uint8Array;
}

/** Ranks the whole catalog for a viewer. */
export interface Recommends {
  /** One finite score per item; the scale is the engine's own, higher is better. */
  scoreItems(profile: EngineProfile): Float32Array;
}

/** Predicts stars. */
export interface Predicts {
  predict(profile: EngineProfile, items: Int32Array): Predictions;
}

export interface Predictions {
  /** 0.5 to 5 stars. */
  readonly mean: Float32Array;
  readonly low: Float32Array;
  readonly high: Float32Array;
  /** Coverage the interval was built for, e.g. 0.9. */
  readonly level: number;
}

/** Tells how like another each item is. */
export interface FindsSimilar {
  /** One similarity in [0, 1] per item of the model, 0 for the item itself. */
  similarities(item: number): Float32Array;
}

/** Takes a score apart. `baseline` + all contributions = `score`, within 1e-4 relative. */
export interface Explains {
  explain(profile: EngineProfile, item: number): Explanation;
}

export interface Explanation {
  readonly score: number;
  readonly baseline: number;
  /** What each rating of the profile added, largest first. */
  readonly contributions: readonly { readonly item: number; readonly contribution: number }[];
  readonly features: readonly { readonly name: string; readonly contribution: number }[];
  /**
   * A second view of the contributions, not to be added to them: the same sum by what the item has in common with the
   * profile ("cast: Sigourney Weaver"), largest in size first. Of engines that compare named terms.
   */
  readonly terms?: readonly { readonly name: string; readonly contribution: number }[];
}

/** Learns films that came after the training from their first ratings, user side fixed. */
export interface AddsItems {
  /** A model whose `itemIds` are extended by the new items, ascending ids after all known ones. Throws EngineInputError otherwise. */
  addItems(items: readonly NewItem[]): Model;
}

export interface NewItem {
  readonly itemId: number;
  /** Its raters so far, each as known before this rating. */
  readonly raters: readonly { readonly profile: EngineProfile; readonly stars: number }[];
}

/** One vector per item, row-major; inner products order items as the engine does. */
export interface ItemFactorTable {
  readonly dimensions: number;
  readonly values: Float32Array;
}

/** One fitted engine. A capability that is absent is one the engine does not have. */
export interface Model {
  readonly engine: EngineName;
  readonly itemIds: Int32Array;
  readonly recommends?: Recommends;
  readonly predicts?: Predicts;
  readonly findsSimilar?: FindsSimilar;
  readonly explains?: Explains;
  readonly addsItems?: AddsItems;
  /** For whoever wants to search them outside, as SQL with pgvector does. */
  readonly itemFactors?: ItemFactorTable;
  /** The model's bytes; `engine.load` makes an equal model of them. */
  save(): Uint8Array;
}

export interface FitOptions<Hyperparameters> {
  /** Those not named keep the engine's default. */
  readonly hyperparameters?: Partial<Hyperparameters>;
  readonly seed: number;
  /** Threads to fit with; 1 when not named. The model's bytes do not depend on it. */
  readonly threads?: number;
  /** Called with the share done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** Called after each pass over the data with the training loss, where the engine has one: the training curve. */
  readonly onEpoch?: (epoch: TrainingEpoch) => void;
}

export interface TrainingEpoch {
  /** 1 for the first. */
  readonly epoch: number;
  readonly loss: number;
}

export type HyperparameterValue = number | string;

/** A number within bounds, or one of several named choices. */
export type HyperparameterRule = HyperparameterRange | HyperparameterChoice;

export interface HyperparameterChoice {
  readonly description: string;
  readonly choices: readonly string[];
  readonly default: string;
}

export interface HyperparameterRange {
  readonly description: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly default: number;
  readonly integer?: boolean;
  /** Steps by factors rather than by differences: how a search draws from it. */
  readonly logarithmic?: boolean;
}

/** What a model can do, by the name of its part in `Model`. */
export type Capability = "recommends" | "predicts" | "findsSimilar" | "explains" | "addsItems";

/** An algorithm. `fit` is deterministic for a dataset, hyperparameters and seed, and does not mutate its input. */
export interface Engine<Hyperparameters extends Record<keyof Hyperparameters, HyperparameterValue>> {
  readonly name: EngineName;
  /** What its models can do, known before one is fitted: exactly the parts that they have. */
  readonly capabilities: readonly Capability[];
  /** The optional parts of a dataset without which it cannot be fitted. */
  readonly needs?: readonly ("itemVectors" | "itemAttributes")[];
  /** Whether it can be fitted on films alone, before anyone has rated one; it cannot when not named. */
  readonly fitsWithoutRatings?: boolean;
  /**
   * Of the layout that `save` writes and `load` reads; 1 when not named. Raise it whenever the layout changes: stored
   * models of another version are trained again.
   */
  readonly formatVersion?: number;
  readonly hyperparameters: Readonly<Record<keyof Hyperparameters, HyperparameterRule>>;
  /** Throws EngineInputError for an empty dataset, NaN, or a hyperparameter out of range. */
  fit(dataset: Dataset, options: FitOptions<Hyperparameters>): Model;
  /** Throws EngineInputError for bytes that are not this engine's. */
  load(bytes: Uint8Array): Model;
}

export class EngineInputError extends Error {
  override readonly name = "EngineInputError";
}
