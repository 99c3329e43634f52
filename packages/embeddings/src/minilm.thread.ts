import { Worker } from "node:worker_threads";
import { EmbedderError } from "./embedder.types.ts";
import type { MiniLmReply, MiniLmRequest, MiniLmWorkerData } from "./minilm.messages.ts";

/** The worker thread seen from outside: batches by promise. */
export interface MiniLmThread {
  embedBatch(texts: readonly string[]): Promise<Float32Array>;
  /** Rejects what is still under way and resolves when the thread has ended. */
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (values: Float32Array) => void;
  readonly reject: (error: Error) => void;
}

/** Resolves when the model is loaded. */
export async function startMiniLmThread(workerData: MiniLmWorkerData): Promise<MiniLmThread> {
  const worker = new Worker(new URL("./minilm.worker.ts", import.meta.url), { workerData });
  const waiting = new Map<number, Waiting>();
  const ready = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  let failure: EmbedderError | undefined;
  let lastId = 0;

  function fail(error: EmbedderError): void {
    failure ??= error;
    ready.reject(failure);
    for (const { reject } of waiting.values()) reject(failure);
    waiting.clear();
  }

  function receive(reply: MiniLmReply): void {
    if (reply.kind === "ready") {
      ready.resolve();
      return;
    }
    const job = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.kind === "vectors") job?.resolve(reply.values);
    else job?.reject(new EmbedderError(`MiniLM could not embed the texts: ${reply.message}`));
  }

  worker.on("message", receive);
  worker.on("error", (cause) => {
    fail(new EmbedderError(`MiniLM stopped (${cause.message}); check its files and start it again.`, { cause }));
  });
  worker.on("exit", (code) => {
    fail(new EmbedderError(`The thread of MiniLM ended with code ${code}; start it again.`));
    ended.resolve();
  });

  function embedBatch(texts: readonly string[]): Promise<Float32Array> {
    if (failure) return Promise.reject(failure);
    const id = ++lastId;
    const job = Promise.withResolvers<Float32Array>();
    waiting.set(id, job);
    worker.postMessage({ kind: "embed", id, texts } satisfies MiniLmRequest);
    return job.promise;
  }

  function close(): Promise<void> {
    fail(new EmbedderError("MiniLM is closed; start it again to embed."));
    worker.postMessage({ kind: "close" } satisfies MiniLmRequest);
    return ended.promise;
  }

  await ready.promise;
  return { embedBatch, close };
}
