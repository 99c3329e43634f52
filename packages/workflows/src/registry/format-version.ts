import { type EngineName, engines } from "@matinee/engines";

/** Of the layout that the engine writes and reads. */
export function formatVersionOf(engine: EngineName): number {
  return engines[engine].formatVersion ?? 1;
}

export function isEngineName(name: string): name is EngineName {
  return Object.hasOwn(engines, name);
}
