export type {
  Catalog,
  CatalogMovie,
  CatalogSource,
  ChunkOptions,
  RatingChunk,
  RatingStream,
  SourceReview,
} from "./catalog.types.ts";
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
export { genres } from "./genres/genres.ts";
export {
  fingerprintCatalog,
  type ReadCatalogOptions,
  readCatalog,
  readFilms,
  type SourceFilms,
} from "./read-catalog.ts";
export { type RatingTable, readRatingTable } from "./readers/rating-table.ts";
export { sampler } from "./sampler/sampler.ts";
export { normalizeText } from "./text/normalize-text.ts";
export { slugify, uniqueSlugs } from "./text/slug.ts";
export { mergeWikipedia } from "./wikipedia/merge-wikipedia.ts";
export { readWikipediaList, type WikipediaFilm, type WikipediaList } from "./wikipedia/wikipedia-list.reader.ts";
