import { ialsEngine } from "../factors/ials.engine.ts";
import { spectralEngine } from "../graph/spectral.engine.ts";
import { easeEngine } from "../linear/ease.engine.ts";
import { userEaseEngine } from "../linear/user-ease.engine.ts";
import { rankingStack } from "./ranking-stack.ts";

/** Factors, two linear models and low frequencies: each errs elsewhere. */
export const rankingStackEngine = rankingStack("ranking-stack", [
  ialsEngine,
  easeEngine,
  userEaseEngine,
  spectralEngine,
]);
