import { describe, expect, it } from "vitest";
import { createRandom } from "../dataset/random.ts";
import { EngineInputError } from "../engine.types.ts";
import { inverseLengths, openItemSearch } from "./item-search.ts";
import { topItems } from "./top-items.ts";

const dimensions = 7;
const itemCount = 50;
const random = createRandom(5);
const values = Float32Array.from({ length: itemCount * dimensions }, () => random() - 0.5);
const query = Float32Array.from({ length: dimensions }, () => random() - 0.5);

describe("openItemSearch", () => {
  it("scores by inner product, and by cosine where scaled so", () => {
    const products = openItemSearch({ values, dimensions }).scores(query);
    const cosines = openItemSearch({ values, dimensions, scales: inverseLengths(values, dimensions) }).scores(query);
    for (let item = 0; item < itemCount; item++) {
      const row = values.subarray(item * dimensions, (item + 1) * dimensions);
      const product = row.reduce((sum, value, index) => sum + value * query[index], 0);
      expect(products[item]).toBeCloseTo(product, 5);
      expect(cosines[item]).toBeCloseTo(product / Math.hypot(...row), 5);
    }
  });

  it("finds what topItems finds among the scores", () => {
    const search = openItemSearch({ values, dimensions });
    const scores = search.scores(query);
    const excluded = Uint8Array.from({ length: itemCount }, (_, item) => (item % 3 === 0 ? 1 : 0));
    for (const options of [{ limit: 0 }, { limit: 6 }, { limit: 6, excluded }, { limit: 500, excluded }]) {
      expect(search.top(query, options)).toEqual(topItems(scores, options));
    }
    expect(() => search.top(query, { limit: 1.5 })).toThrow(EngineInputError);
  });
});
