// Several fits side by side: the first failure ends the others.

export interface FitsOptions {
  readonly fitsAtOnce: number;
  readonly onProgress?: ((share: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What a fit is given: the signal also tells that another has failed. */
export interface FitContext {
  readonly signal: AbortSignal;
  readonly onProgress: (share: number) => void;
}

/** Runs `fit` for each item, in order, so many at once; resolves to the results as they came. */
export async function runFits<Item, Result>(
  items: readonly Item[],
  { fitsAtOnce, onProgress, signal }: FitsOptions,
  fit: (item: Item, context: FitContext) => Promise<Result>,
): Promise<Result[]> {
  const failure = new AbortController();
  const ending = signal ? AbortSignal.any([signal, failure.signal]) : failure.signal;
  const shares = items.map(() => 0);
  const results: Result[] = [];
  const waiting = items.entries();
  const fitWaiting = async () => {
    for (const [index, item] of waiting) {
      ending.throwIfAborted();
      const report = (share: number) => {
        shares[index] = share;
        onProgress?.(shares.reduce((sum, each) => sum + each) / items.length);
      };
      results.push(await fit(item, { signal: ending, onProgress: report }));
      report(1);
    }
  };
  const workers = Array.from({ length: fitsAtOnce }, fitWaiting);
  for (const worker of workers) worker.catch((reason) => failure.abort(reason));
  await Promise.allSettled(workers);
  ending.throwIfAborted();
  return results;
}
