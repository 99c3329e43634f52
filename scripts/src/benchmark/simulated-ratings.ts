// Ratings of the shape of a MovieLens set, for measuring speed: popularity and activity fall as they do there.
import { createRandom, type Dataset } from "@matinee/engines";

export interface Shape {
  readonly users: number;
  readonly items: number;
  /** About as many; duplicates are left out. */
  readonly ratings: number;
}

export const movieLens100K: Shape = { users: 943, items: 1_682, ratings: 100_000 };
export const movieLensSmall: Shape = { users: 610, items: 9_742, ratings: 100_836 };
export const movieLens1M: Shape = { users: 6_040, items: 3_706, ratings: 1_000_000 };
export const movieLens25M: Shape = { users: 162_541, items: 62_423, ratings: 25_000_000 };

interface SimulatedUser {
  readonly user: number;
  /** Ascending. */
  readonly items: readonly number[];
  readonly stars: readonly number[];
}

/** Users ascending; eight hidden tastes, so that there is something to learn. The same for the same shape and seed. */
export function* simulateUsers({ users, items: itemCount, ratings }: Shape, seed: number): Generator<SimulatedUser> {
  const random = createRandom(seed);
  const tastes = 8;
  const seenBy = new Int32Array(itemCount).fill(-1);
  // shares fall with the rank as rank^-.5; the most active user and the most seen item stay below everything
  const activity = Float64Array.from({ length: users }, (_, user) => (user + 20) ** -0.5);
  const total = activity.reduce((sum, value) => sum + value, 0);
  let count = 0;
  for (let user = 0; user < users && count < ratings; user++) {
    const wanted = Math.max(1, Math.round((activity[user]! / total) * ratings));
    const taste = user % tastes;
    const drawn: number[] = [];
    for (let tries = 0; drawn.length < wanted && tries < wanted * 4; tries++) {
      const item = Math.floor(itemCount * random() ** 2.5);
      if (seenBy[item] === user || (item % tastes !== taste && random() < 0.5)) continue;
      seenBy[item] = user;
      drawn.push(item);
    }
    const items = drawn.sort((a, b) => a - b).slice(0, ratings - count);
    count += items.length;
    const stars = items.map((item) => {
      const liking = (item % tastes === taste ? 4 : 3) + random() + random() - 1;
      return Math.min(5, Math.max(0.5, Math.round(2 * liking) / 2));
    });
    yield { user, items, stars };
  }
}

/** All of `simulateUsers` in memory. */
export function simulateRatings(shape: Shape, seed: number): Dataset {
  const users = new Int32Array(shape.ratings);
  const items = new Int32Array(shape.ratings);
  const stars = new Float32Array(shape.ratings);
  let count = 0;
  for (const simulated of simulateUsers(shape, seed)) {
    users.fill(simulated.user, count, count + simulated.items.length);
    items.set(simulated.items, count);
    stars.set(simulated.stars, count);
    count += simulated.items.length;
  }
  return {
    userCount: shape.users,
    itemCount: shape.items,
    itemIds: Int32Array.from({ length: shape.items }, (_, item) => item + 1),
    users: users.slice(0, count),
    items: items.slice(0, count),
    stars: stars.slice(0, count),
    ratedAt: new Float64Array(count),
  };
}
