// What goes into one answer and what comes out. Movie ids are the catalog's; nothing here knows GraphQL or the database.
import type { EngineName, Model } from "@matinee/engines";

export type Strategy = "AUTO" | "HYBRID" | "COLLABORATIVE" | "CONTENT" | "STATISTICAL";
export type Era = "OLD" | "NEW" | "ANY";

/** The catalog as arrays, one entry per movie, movie ids ascending. */
export interface CatalogFeatures {
  readonly movieIds: Int32Array;
  /** 0 where unknown. */
  readonly years: Int16Array;
  /** Bit g is set where the movie has the genre `genreSlugs[g]`; at most 32 genres. */
  readonly genreBits: Uint32Array;
  readonly genreSlugs: readonly string[];
  readonly genreNames: readonly string[];
  readonly ratingCounts: Int32Array;
  readonly titles: readonly string[];
}

export interface PromotedModel {
  readonly version: number;
  readonly model: Model;
}

/** All that an answer needs, loaded once and swapped whole when a model is promoted. */
export interface Snapshot {
  readonly catalog: CatalogFeatures;
  readonly models: Partial<Readonly<Record<EngineName, PromotedModel>>>;
}

export interface ViewerProfile {
  readonly ratings: readonly { readonly movieId: number; readonly stars: number; readonly ratedAt: number }[];
  readonly dismissed: readonly number[];
  readonly watchlisted: readonly number[];
  readonly era: Era;
}

export interface BlendWeights {
  readonly collaborative: number;
  readonly content: number;
  readonly statistical: number;
}

export interface MovieFilter {
  readonly genres?: readonly string[];
  readonly years?: { readonly from?: number; readonly to?: number };
  readonly era?: Era;
  readonly minimumRatingCount?: number;
  /** Only movies with one of these ids; an empty list keeps nothing. */
  readonly movieIds?: readonly number[];
}

/** How far a list may leave the blend's order, each from 0 (not at all, the default) to 1; they add up. */
export interface Variety {
  /** Films unlike each other in genre. */
  readonly diversity?: number;
  /** Genres in the proportions of the films the viewer likes. */
  readonly calibration?: number;
  /** Films that few have rated. */
  readonly novelty?: number;
}

export interface RecommendationRequest extends Variety {
  readonly strategy: Strategy;
  readonly weights?: BlendWeights;
  readonly filter?: MovieFilter;
  readonly limit: number;
}

export interface RecommendationSource {
  readonly engine: EngineName;
  /** Min–max normalized over the candidates, in [0, 1]; 0 where the engine does not know the movie. */
  readonly score: number;
  /** The weight it really had; the weights of all sources add up to 1. */
  readonly weight: number;
}

export interface RankedMovie {
  readonly movieId: number;
  /** 1 for the first. */
  readonly rank: number;
  /** The blend's score in [0, 1]. */
  readonly score: number;
  readonly sources: readonly RecommendationSource[];
}

export interface RankedList {
  readonly strategyUsed: Strategy;
  /** One sentence: why this strategy. */
  readonly routedBecause: string;
  readonly models: readonly { readonly engine: EngineName; readonly version: number }[];
  /** What the list was made from; explanations are worded accordingly. */
  readonly basedOn: "RATINGS" | "FAVORITES";
  /** Each engine's own scale, so that an explanation can be put on the scale of `sources`. */
  readonly scales: Partial<Readonly<Record<EngineName, ScoreScale>>>;
  readonly items: readonly RankedMovie[];
}

/** Min–max over the candidates: an engine's own score s is shown as (s − minimum) / (maximum − minimum). */
export interface ScoreScale {
  readonly minimum: number;
  readonly maximum: number;
}

export interface Prediction {
  readonly stars: number;
  readonly low: number;
  readonly high: number;
  readonly level: number;
}

/** baseline + contributions (of `because` and `features`) = the named engine's score in `sources`, within 1e-4. */
export interface RecommendationExplanation {
  readonly text: string;
  readonly engine: EngineName;
  readonly baseline: number;
  /** The viewer's films that weigh most, at most ten, largest contribution first; the others are summed in a feature. */
  readonly because: readonly { readonly movieId: number; readonly stars: number; readonly contribution: number }[];
  readonly features: readonly { readonly name: string; readonly contribution: number }[];
  /**
   * A second view of the contributions, not to be added to them: what the film has in common with those rated ("cast:
   * Sigourney Weaver"), largest in size first, at most ten. Absent where the engine compares no named terms.
   */
  readonly terms?: readonly { readonly name: string; readonly contribution: number }[];
}

export interface DescribedMovie extends RankedMovie {
  readonly prediction: Prediction | null;
  readonly explanation: RecommendationExplanation;
}

/** What likeness between two films may rest on: the same viewers, the same kind of film, the same story, or all of it. */
export type SimilarityBasis = "BLEND" | "AUDIENCE" | "CONTENT" | "PLOT";

export interface SimilarMovie {
  readonly movieId: number;
  /** In [0, 1]. */
  readonly score: number;
  /** One plain clause that names the film asked about. */
  readonly reason: string;
}
