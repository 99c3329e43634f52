// Moves from the distilled table to MiniLM while the API answers: once per start, behind everything else.
import { type Database, modelsRepository } from "@matinee/db";
import { type EmbedderChoice, EmbedderError, startMiniLmEmbedder } from "@matinee/embeddings";
import { downloadMiniLm, embedderEngine, switchEmbedder } from "@matinee/workflows";
import type { Logger } from "pino";

export interface UpgradeOptions {
  readonly database: Database;
  readonly choice: EmbedderChoice;
  /** Where MiniLM is, or is downloaded to. */
  readonly modelsFolder: string;
  /** Of the program, for the record of what is trained. */
  readonly revision: string;
  readonly log: Logger;
}

export interface EmbedderUpgrade {
  /** Resolves when it is over, however it ended. */
  readonly ended: Promise<void>;
  /** Breaks it off, at any point without a trace in what is in use; the next start begins again. */
  close(): Promise<void>;
}

/** Does nothing where MiniLM is not wanted, is in use, or cannot be had; why is logged. */
export function startEmbedderUpgrade(options: UpgradeOptions): EmbedderUpgrade {
  const interruption = new AbortController();
  const { signal } = interruption;
  const ended = upgrade(options, signal).catch((err) => {
    if (signal.aborted) return;
    if (err instanceof EmbedderError) options.log.warn(err.message);
    else options.log.error({ err }, "MiniLM could not take over; the vectors in use stay");
  });
  return {
    ended,
    close() {
      interruption.abort(new Error("The API closes."));
      return ended;
    },
  };
}

async function upgrade(options: UpgradeOptions, signal: AbortSignal): Promise<void> {
  const { database, choice, modelsFolder, revision, log } = options;
  if (choice === "distilled") return;
  const fingerprint = await findVectorsInUse(database);
  if (fingerprint === undefined) return;
  const model = await downloadMiniLm(modelsFolder, { signal });
  if ("reason" in model) return log.info(`Text vectors stay with the distilled table: ${model.reason}.`);
  if (model.hash === fingerprint) return;
  log.info("Embedding all films with MiniLM in the background");
  const embedder = await startMiniLmEmbedder({ modelsFolder, background: true });
  try {
    const onProgress = logTenths((percent) => log.info(`MiniLM: ${percent} % done`));
    const { version } = await switchEmbedder(database, embedder, { revision, onProgress, signal });
    log.info(`Text vectors are of MiniLM now (${embedderEngine}@${version})`);
  } finally {
    await embedder.close();
  }
}

async function findVectorsInUse({ kysely }: Database): Promise<string | undefined> {
  const promoted = await modelsRepository(kysely).listPromoted();
  return promoted.find(({ engine }) => engine === embedderEngine)?.fingerprint;
}

/** Calls `report` with 10, 20 … 90 as the share passes them. */
function logTenths(report: (percent: number) => void): (share: number) => void {
  let told = 0;
  return (share) => {
    const tenths = Math.min(9, Math.floor(share * 10));
    if (tenths <= told) return;
    told = tenths;
    report(tenths * 10);
  };
}
