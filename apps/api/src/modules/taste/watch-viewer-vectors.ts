// Keeps the vectors of those who rate here current, behind their requests. A change that is missed, by a restart or
// because another process took the rating, shows in the stored versions and is made up for at the next look.
import type { ViewerVectorKeeper } from "@matinee/workflows";
import type { EventBus } from "../../events/event-bus.ts";

const lookMilliseconds = 60_000;

export interface WatchOptions {
  readonly keeper: ViewerVectorKeeper;
  readonly bus: EventBus;
  readonly onError: (error: unknown) => void;
}

/** Returns what stops it and waits for the vectors that are being made. */
export function watchViewerVectors({ keeper, bus, onError }: WatchOptions): () => Promise<void> {
  let working: Promise<void> | undefined;
  let isAskedAgain = false;
  // quick ratings one after the other are taken together
  const refresh = () => {
    isAskedAgain = true;
    working ??= work().finally(() => {
      working = undefined;
    });
  };
  async function work(): Promise<void> {
    while (isAskedAgain) {
      isAskedAgain = false;
      await keeper.refreshStale().catch(onError);
    }
  }
  const stopHearing = bus.subscribe("viewerChanged", refresh);
  const looks = setInterval(refresh, lookMilliseconds).unref();
  return async () => {
    stopHearing();
    clearInterval(looks);
    await working;
  };
}
