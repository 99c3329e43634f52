import { Worker } from "node:worker_threads";
import type { WorkerError, WorkerMessage, WorkerOptions, WorkerRequest, WorkerResult } from "./worker-messages.ts";

type RequestBody = WorkerRequest extends infer Request
  ? Request extends unknown
    ? Omit<Request, "id">
    : never
  : never;

/** One worker with one PGlite session in it, from its start to its end. */
export interface WorkerConnection {
  /** Rejects with the statement's error (SQLSTATE in `code`), or with what ended the worker. */
  request(body: RequestBody): Promise<WorkerResult>;
  /** Ends the worker at once, whatever it is doing; what it was asked rejects with `reason`. */
  end(reason: Error): Promise<void>;
  /** Once ended or crashed. */
  isLost(): boolean;
}

export interface WorkerEvents {
  readonly onNotification: (channel: string, payload: string) => void;
  /** Called once, also after `end`. */
  readonly onLost: (reason: Error) => void;
}

/** Resolves when the database is open. */
export async function startWorker(options: WorkerOptions, events: WorkerEvents): Promise<WorkerConnection> {
  // what this process was started with (--eval, --input-type) is not for the worker
  const worker = new Worker(new URL("./pglite.worker.ts", import.meta.url), { workerData: options, execArgv: [] });
  const pending = new Map<number, PromiseWithResolvers<WorkerResult>>();
  const opened = Promise.withResolvers<void>();
  let lastId = 0;
  let lostBecause: Error | undefined;

  const lose = (reason: Error): void => {
    if (lostBecause) return;
    lostBecause = reason;
    for (const { reject } of pending.values()) reject(reason);
    pending.clear();
    opened.reject(reason);
    events.onLost(reason);
  };
  const end = async (reason: Error): Promise<void> => {
    const terminated = worker.terminate();
    lose(reason);
    await terminated;
  };
  const settle = (id: number): PromiseWithResolvers<WorkerResult> | undefined => {
    const request = pending.get(id);
    pending.delete(id);
    return request;
  };

  worker.on("message", (message: WorkerMessage) => {
    if (message.kind === "ready") opened.resolve();
    else if (message.kind === "failed") void end(toError(message.error));
    else if (message.kind === "notification") events.onNotification(message.channel, message.payload);
    else if (message.kind === "result") settle(message.id)?.resolve(message.result);
    else {
      const error = toError(message.error);
      settle(message.id)?.reject(error);
      if (message.error.fatal) void end(error);
    }
  });
  worker.on("error", lose);
  worker.on("exit", () => lose(new Error("The database worker ended unexpectedly.")));

  await opened.promise;
  return {
    request(body) {
      if (lostBecause) return Promise.reject(lostBecause);
      const id = ++lastId;
      const request = Promise.withResolvers<WorkerResult>();
      pending.set(id, request);
      try {
        const transfer = body.kind === "query" && body.blob ? [body.blob] : [];
        worker.postMessage({ ...body, id }, transfer);
      } catch (error) {
        settle(id);
        request.reject(error as Error); // a parameter that cannot be cloned
      }
      return request.promise;
    },
    end,
    isLost: () => lostBecause !== undefined,
  };
}

function toError({ message, fields }: WorkerError): Error {
  return Object.assign(new Error(message), fields);
}
