// Ratings with a known answer, for specs: three tastes, and a few classics that everyone loves.

import { buildAttribute } from "../dataset/attributes.ts";
import { createRandom, shuffledIndexes } from "../dataset/random.ts";
import type { Dataset, EngineProfile } from "../engine.types.ts";

const tasteCount = 3;
const itemsPerTaste = 20;
const usersPerTaste = 40;
const vectorDimensions = 16;

/** The items everyone loves: the first few. */
export const classicItems = Int32Array.of(0, 1, 2);
/** Nobody rated the last item. */
const itemCount = classicItems.length + tasteCount * itemsPerTaste + 1;

/** The items a taste is made of. */
export function itemsOfTaste(taste: number): Int32Array {
  return Int32Array.from({ length: itemsPerTaste }, (_, index) => classicItems.length + taste * itemsPerTaste + index);
}

/**
 * 120 users, 64 items. Each user gives 4 to 5 stars to twelve items of his own taste, 1 to 2 stars to five of the others,
 * and 5 to two of the three classics. Vectors of one taste's items lie together, and they share words of the plot, a
 * genre and some of the cast; nothing is known of the classics nor of the last item. Ids have gaps.
 */
export function plantedTastes(seed = 1): Dataset {
  const random = createRandom(seed);
  const ratings: { user: number; item: number; stars: number }[] = [];
  const rateSome = (user: number, items: Int32Array, count: number, lowest: number) => {
    for (const index of shuffledIndexes(items.length, random).subarray(0, count)) {
      ratings.push({ user, item: items[index], stars: lowest + Math.floor(random() * 3) / 2 });
    }
  };
  for (let user = 0; user < tasteCount * usersPerTaste; user++) {
    const taste = user % tasteCount;
    const others = [1, 2].flatMap((step) => [...itemsOfTaste((taste + step) % tasteCount)]);
    rateSome(user, itemsOfTaste(taste), 12, 4);
    rateSome(user, Int32Array.from(others), 5, 1);
    for (const index of shuffledIndexes(classicItems.length, random).subarray(0, 2)) {
      ratings.push({ user, item: classicItems[index], stars: 5 });
    }
  }
  return {
    userCount: tasteCount * usersPerTaste,
    itemCount,
    itemIds: Int32Array.from({ length: itemCount }, (_, item) => 10 + item * 7),
    users: Int32Array.from(ratings, ({ user }) => user),
    items: Int32Array.from(ratings, ({ item }) => item),
    stars: Float32Array.from(ratings, ({ stars }) => stars),
    ratedAt: Float64Array.from(ratings, (_, row) => 1_500_000_000 + row * 60),
    itemVectors: plantedVectors(random),
    ...plantedFacts(random),
  };
}

/** A viewer who loves the first items of one taste and dislikes the first of the next; nothing else of either is rated. */
export function profileOfTaste(taste: number): EngineProfile {
  const loved = itemsOfTaste(taste).slice(0, 5);
  const disliked = itemsOfTaste((taste + 1) % tasteCount).slice(0, 3);
  return {
    items: Int32Array.of(...loved, ...disliked),
    stars: Float32Array.of(5, 4.5, 5, 4, 4.5, 1, 1.5, 1),
    ratedAt: Float64Array.from({ length: 8 }, (_, row) => 1_600_000_000 + row * 86_400),
  };
}

export const emptyProfile: EngineProfile = {
  items: new Int32Array(0),
  stars: new Float32Array(0),
  ratedAt: new Float64Array(0),
};

const tasteOf = (item: number) => Math.floor((item - classicItems.length) / itemsPerTaste);

function plantedFacts(random: () => number) {
  const termsOf = (term: (taste: number) => readonly string[]) =>
    Array.from({ length: itemCount }, (_, item) =>
      item < classicItems.length || item === itemCount - 1 ? [] : term(tasteOf(item)),
    );
  const oneOf = (count: number) => Math.floor(random() * count);
  const plot = termsOf((taste) => [`word${taste}a`, `word${taste}b${oneOf(3)}`, `word${oneOf(30)}`, "word"]);
  const cast = termsOf((taste) => [`actor ${taste} ${oneOf(8)}`, `actor ${oneOf(20)}`]);
  return {
    itemAttributes: [
      buildAttribute(
        "genre",
        termsOf((taste) => [`genre ${taste}`]),
      ),
      buildAttribute("cast", cast),
      buildAttribute("plot", plot),
    ],
    itemYears: Int16Array.from({ length: itemCount }, (_, item) => (item === itemCount - 1 ? 0 : 1950 + oneOf(70))),
  };
}

function plantedVectors(random: () => number) {
  const values = new Float32Array(itemCount * vectorDimensions);
  for (let item = classicItems.length; item < itemCount - 1; item++) {
    const row = Float64Array.from({ length: vectorDimensions }, (_, index) =>
      index === tasteOf(item) ? 1 : (random() - 0.5) * 0.4,
    );
    const length = Math.hypot(...row);
    values.set(
      row.map((value) => value / length),
      item * vectorDimensions,
    );
  }
  return { dimensions: vectorDimensions, values };
}
