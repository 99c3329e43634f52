export {
  DatasetError,
  type Genre,
  type ReadFinding,
  type ReadProgress,
  type SourceCatalog,
  type SourceMovie,
  type SourceRatings,
} from "./dataset.types.ts";
export { genres } from "./genres/genres.ts";
export { type ReadCatalogOptions, readCatalog } from "./read-catalog.ts";
export { normalizeText } from "./text/normalize-text.ts";
export { slugify, uniqueSlugs } from "./text/slug.ts";
