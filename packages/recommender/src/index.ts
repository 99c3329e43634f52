export { defaultWeights } from "./blend-weights.ts";
export { describeMovies } from "./describe.ts";
export { enginesOfFamily, families } from "./engine-families.ts";
export { favoritesProfile, recommendFromFavorites } from "./favorites.ts";
export { predictStars } from "./predict.ts";
export { starsInWords } from "./reason-text.ts";
export { recommend } from "./recommend.ts";
export { RecommendationInputError } from "./recommendation-input-error.ts";
export type {
  BlendWeights,
  CatalogFeatures,
  DescribedMovie,
  Era,
  MovieFilter,
  Prediction,
  PromotedModel,
  RankedList,
  RankedMovie,
  RecommendationExplanation,
  RecommendationRequest,
  RecommendationSource,
  ScoreScale,
  SimilarityBasis,
  SimilarMovie,
  Snapshot,
  Strategy,
  Variety,
  ViewerProfile,
} from "./recommender.types.ts";
export { findSimilarMovies } from "./similar.ts";
export { findIndex } from "./snapshot-index.ts";
