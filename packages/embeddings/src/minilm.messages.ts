// What the main thread and the thread with the model say to each other.

export interface MiniLmWorkerData {
  /** Absolute; holds `Xenova/all-MiniLM-L6-v2`. */
  readonly modelsFolder: string;
  readonly background: boolean;
}

/** The texts of one batch, or the wish that the thread end itself. */
export type MiniLmRequest =
  | { readonly kind: "embed"; readonly id: number; readonly texts: readonly string[] }
  | { readonly kind: "close" };

export type MiniLmReply =
  | { readonly kind: "ready" }
  | { readonly kind: "vectors"; readonly id: number; readonly values: Float32Array<ArrayBuffer> }
  | { readonly kind: "failed"; readonly id: number; readonly message: string };
