export type {
  Catalog,
  CatalogMovie,
  CatalogSource,
  ChunkOptions,
  RatingChunk,
  RatingStream,
  SourceReview,
} from "./catalog.types.ts";
export { catalogOf } from "./catalog-of.ts";
export type { Treatment } from "./cleaning/treatment.types.ts";
export { type Coverage, measureCoverage } from "./coverage.ts";
export {
  type CastMember,
  DatasetError,
  type Genre,
  type ReadFinding,
  type ReadProgress,
  type SourceCatalog,
  type SourceMovie,
  type SourceRatings,
  type SourceViewer,
  type Theme,
} from "./dataset.types.ts";
export { type DefaultData, type DefaultDataOptions, downloadDefaultData } from "./download/default-data.ts";
export type { DownloadLimits } from "./download/download-file.ts";
export { hashFile, type ObtainOptions, obtainFile } from "./download/obtain-file.ts";
export type { DataFacts } from "./expectations/data-facts.types.ts";
export type { ExpectationResult } from "./expectations/expectation.types.ts";
export { judgeData } from "./expectations/judge-data.ts";
export { genres } from "./genres/genres.ts";
export { type SourcedField, supersedes } from "./merge/field-orders.ts";
export { type MergedList, mergeLists } from "./merge/merge-lists.ts";
export { fingerprintCatalog, type OpenCatalogOptions, openCatalog } from "./open-catalog.ts";
export { readCatalog, readFilms, type SourceFilms } from "./read-catalog.ts";
export type { ReadOptions } from "./read-sources.ts";
export { type RatingTable, readRatingTable } from "./readers/rating-table.ts";
export type { Audience } from "./sampler/audience/audience.ts";
export { sampler, samplerAudience } from "./sampler/sampler.ts";
export { simulatedCatalog, simulations } from "./sampler/simulated-catalog.ts";
export { normalizeText } from "./text/normalize-text.ts";
export { slugify, uniqueSlugs } from "./text/slug.ts";
