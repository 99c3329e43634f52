// Keeps the snapshot of the promoted models and of the catalog current without dropping a request: the next one is loaded beside the one in
// use, then takes its place.
import { catalogChannel, modelsChannel } from "@matinee/db";
import { ApiError } from "../modules/errors/api-error.ts";
import { type LoadedSnapshot, type LoadSnapshotOptions, loadSnapshot, readSignature } from "./load-snapshot.ts";

export interface Snapshots {
  /** Throws ApiError NOT_READY while no model is promoted. */
  get(): LoadedSnapshot;
  isReady(): boolean;
  close(): Promise<void>;
}

export interface SnapshotOptions extends LoadSnapshotOptions {
  /** A notice can be lost, so the promoted models and the newest import are also asked for regularly. */
  readonly pollMilliseconds?: number;
}

export async function openSnapshots(options: SnapshotOptions): Promise<Snapshots> {
  const { database, log, pollMilliseconds = 30_000 } = options;
  let current = await loadSnapshot(options);
  let loading = Promise.resolve();

  async function refresh(): Promise<void> {
    if ((await readSignature(database)) === current.signature) return;
    current = await loadSnapshot(options);
    log.info({ snapshot: current.signature }, "New models or films are in use");
  }
  // One at a time, so that an older snapshot never replaces a newer one.
  const queueRefresh = () => {
    loading = loading
      .then(refresh)
      .catch((err) => log.error({ err }, "The promoted models and the films could not be loaded"));
  };
  const stopListening = await Promise.all(
    [modelsChannel, catalogChannel].map((channel) => database.listen(channel, queueRefresh)),
  );
  const timer = setInterval(queueRefresh, pollMilliseconds).unref();
  const isReady = () => Object.keys(current.snapshot.models).length > 0;

  return {
    isReady,
    get() {
      if (!isReady()) {
        throw new ApiError("NOT_READY", "No model is trained yet; run `npm start` once to import movies and train.");
      }
      return current;
    },
    async close() {
      clearInterval(timer);
      await Promise.all(stopListening.map((stop) => stop()));
      await loading;
    },
  };
}
