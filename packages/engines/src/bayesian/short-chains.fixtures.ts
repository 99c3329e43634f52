// For specs: engines whose chains are as short as a small dataset needs.
import type { AnyEngine } from "../registry.ts";

/** The engine with other defaults for its chains. */
export function withShortChains(engine: AnyEngine): AnyEngine {
  const short = { rank: 4, iterations: 60, burnIn: 20, draws: 16 };
  return {
    ...engine,
    fit: (dataset, options) =>
      engine.fit(dataset, { ...options, hyperparameters: { ...short, ...options.hyperparameters } }),
  };
}
