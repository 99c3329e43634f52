export { type CatalogInfo, findCatalogInfo } from "./catalog-info.ts";
export { embedderEngine, embedMovies } from "./embed/embed-movies.ts";
export { importCatalog, type WorkflowOptions } from "./import/import-catalog.ts";
export { ensureModels } from "./train/ensure-models.ts";
export { type TrainOptions, trainModels } from "./train/train-models.ts";
