import { expect, it } from "vitest";
import { EngineInputError } from "./engine.types.ts";
import { engines, getEngine } from "./registry.ts";

it("knows each engine by its own name", () => {
  for (const [name, engine] of Object.entries(engines)) {
    expect(engine.name).toBe(name);
    expect(getEngine(name)).toBe(engine);
  }
});

it("refuses a name it does not know, and says which there are", () => {
  expect(() => getEngine("toString")).toThrow(EngineInputError);
  expect(() => getEngine("magic")).toThrow(Object.keys(engines).join(", "));
});
