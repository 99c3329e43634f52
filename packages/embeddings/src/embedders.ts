// Which embedder stands for which vectors, and which of them this installation may use.
import { type DistilledEmbedder, loadDistilledEmbedder } from "./distilled.embedder.ts";
import type { Embedder } from "./embedder.types.ts";
import { startMiniLmEmbedder } from "./minilm.embedder.ts";
import { findMiniLm } from "./minilm.files.ts";

/** "auto": MiniLM where its files are at hand, else the distilled table; "distilled": never MiniLM. */
export type EmbedderChoice = "auto" | "distilled";

export interface EmbeddersOptions {
  readonly choice: EmbedderChoice;
  /** Where MiniLM's files are or may be; without it there is only the distilled table. */
  readonly modelsFolder?: string | undefined;
}

export interface Embedders {
  readonly distilled: DistilledEmbedder;
  /** Whether the embedder of this hash can be opened. */
  has(hash: string): Promise<boolean>;
  /** The embedder whose vectors have this hash, or null; opened once, closed with all. */
  open(hash: string): Promise<Embedder | null>;
  close(): Promise<void>;
}

/** Loads the distilled table; MiniLM starts when it is asked for. Throws EmbedderError when the table is damaged. */
export async function openEmbedders({ choice, modelsFolder }: EmbeddersOptions): Promise<Embedders> {
  const distilled = await loadDistilledEmbedder();
  let minilm: Promise<Embedder> | undefined;

  async function isMiniLm(hash: string): Promise<boolean> {
    return choice === "auto" && modelsFolder !== undefined && (await findMiniLm(modelsFolder)) === hash;
  }

  function startOnce(folder: string): Promise<Embedder> {
    minilm ??= startMiniLmEmbedder({ modelsFolder: folder }).catch((error) => {
      // The files may be mended before the next one asks.
      minilm = undefined;
      throw error;
    });
    return minilm;
  }

  return {
    distilled,
    has: async (hash) => hash === distilled.hash || isMiniLm(hash),
    async open(hash) {
      if (hash === distilled.hash) return distilled;
      return modelsFolder !== undefined && (await isMiniLm(hash)) ? startOnce(modelsFolder) : null;
    },
    async close() {
      await distilled.close();
      await (await minilm)?.close();
    },
  };
}
