/** Turns texts into unit vectors whose dot product is how alike the texts are. Vectors of one `hash` compare only with each other. */
export interface Embedder {
  /** "distilled-minilm" or "minilm-l6-v2". */
  readonly name: string;
  readonly dimensions: number;
  /** SHA-256 (hex) of the file the vectors come from: another hash means other vectors. */
  readonly hash: string;
  /**
   * One unit vector per text, row-major (`texts.length × dimensions`), in the order of the texts.
   * The distilled embedder gives a row of zeros for a text without a known token.
   */
  embed(texts: readonly string[], options?: EmbedOptions): Promise<Float32Array>;
  close(): Promise<void>;
}

export interface EmbedOptions {
  /** Called with the number of texts done so far. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Rejects with the signal's reason; what was not begun is not embedded. */
  readonly signal?: AbortSignal;
}

/** An embedder that cannot start or go on; the message is one sentence saying what to do. */
export class EmbedderError extends Error {
  override readonly name = "EmbedderError";
}
