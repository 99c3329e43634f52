// Every engine of the registry, and the blend that is served.
import { EngineInputError, engines } from "@matinee/engines";
import type { JudgedEngine } from "./judged-engine.ts";
import { servedHybrid } from "./served-hybrid.ts";

export const judgedEngines: readonly JudgedEngine[] = [...Object.values(engines), servedHybrid];

/** Throws EngineInputError where there is none of this name. */
export function getJudgedEngine(name: string): JudgedEngine {
  const found = judgedEngines.find((engine) => engine.name === name);
  if (found) return found;
  const names = judgedEngines.map((engine) => engine.name).join(", ");
  throw new EngineInputError(`There is no engine "${name}"; there are ${names}.`);
}
