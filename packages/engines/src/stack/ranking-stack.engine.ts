import { ialsEngine } from "../factors/ials.engine.ts";
import { easeEngine } from "../linear/ease.engine.ts";
import { rankingStack } from "./ranking-stack.ts";

/** iALS, which ranks best alone of those that fit any catalog, with EASE. */
export const rankingStackEngine = rankingStack("ranking-stack", [ialsEngine, easeEngine]);
