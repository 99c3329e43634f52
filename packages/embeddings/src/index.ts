export { type DistilledEmbedder, loadDistilledEmbedder } from "./distilled.embedder.ts";
export { type Embedder, EmbedderError, type EmbedOptions } from "./embedder.types.ts";
export { type EmbedderChoice, type Embedders, type EmbeddersOptions, openEmbedders } from "./embedders.ts";
export { type MiniLmOptions, startMiniLmEmbedder } from "./minilm.embedder.ts";
export { findMiniLm, miniLmFiles, miniLmModel, miniLmUrl } from "./minilm.files.ts";
