export { type DistilledEmbedder, loadDistilledEmbedder } from "./distilled.embedder.ts";
export { type Embedder, EmbedderError, type EmbedOptions } from "./embedder.types.ts";
export { startMiniLmEmbedder } from "./minilm.embedder.ts";
