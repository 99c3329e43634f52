import { expect, it } from "vitest";
import { itemsOfTaste, plantedTastes, profileOfTaste } from "../contract/planted-tastes.ts";
import { EngineInputError, type NewItem } from "../engine.types.ts";
import { nmfEngine } from "./nmf.engine.ts";
import { svdEngine } from "./svd.engine.ts";
import { svdPlusPlusEngine } from "./svd-plus-plus.engine.ts";

const dataset = plantedTastes();
const lastId = dataset.itemIds.at(-1)!;

/** Loved by viewers of the taste, disliked by the others: five raters of each. */
function newItem(itemId: number, lovedBy: number): NewItem {
  const raters = [0, 1, 2].flatMap((taste) =>
    Array.from({ length: 5 }, () => ({ profile: profileOfTaste(taste), stars: taste === lovedBy ? 5 : 1.5 })),
  );
  return { itemId, raters };
}

it.each([svdEngine, svdPlusPlusEngine, nmfEngine])(
  "$name: new items are for those who are like their raters",
  (engine) => {
    const model = engine.fit(dataset, { seed: 1 });
    const added = [newItem(lastId + 3, 0), newItem(lastId + 9, 1)];
    const extended = model.addsItems!.addItems(added);
    const [first, second] = [dataset.itemCount, dataset.itemCount + 1];
    expect([...extended.itemIds]).toEqual([...dataset.itemIds, lastId + 3, lastId + 9]);
    const starsFor = (taste: number) =>
      extended.predicts!.predict(profileOfTaste(taste), Int32Array.of(first, second)).mean;
    expect(starsFor(0)[0]).toBeGreaterThan(starsFor(0)[1] + 0.5);
    expect(starsFor(1)[1]).toBeGreaterThan(starsFor(1)[0] + 0.5);

    const known = itemsOfTaste(2);
    expect(extended.predicts!.predict(profileOfTaste(2), known)).toEqual(
      model.predicts!.predict(profileOfTaste(2), known),
    );
    expect(engine.load(extended.save()).save()).toEqual(extended.save());
    expect(extended.addsItems!.addItems([newItem(lastId + 10, 2)]).itemIds.length).toBe(dataset.itemCount + 3);
  },
);

it("refuses ids that are not after all known ones, and ratings that do not fit", () => {
  const { addsItems } = svdEngine.fit(dataset, { seed: 1 });
  const bad = [
    [newItem(lastId, 0)],
    [newItem(lastId + 2, 0), newItem(lastId + 1, 0)],
    [{ itemId: lastId + 1, raters: [{ profile: profileOfTaste(0), stars: Number.NaN }] }],
    [{ itemId: lastId + 1, raters: [{ profile: { ...profileOfTaste(0), items: Int32Array.of(1) }, stars: 4 }] }],
  ];
  for (const items of bad) expect(() => addsItems!.addItems(items)).toThrow(EngineInputError);
});
