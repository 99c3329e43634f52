// For specs: stars with a known truth. Two hidden tastes, a bias of each item, noise of known size, and women who rate higher.
import { buildAttribute } from "../dataset/attributes.ts";
import { createRandom } from "../dataset/random.ts";
import type { Dataset, EngineProfile } from "../engine.types.ts";
import { drawNormal } from "./normal-prior.ts";

export interface SimulatedStars {
  readonly training: Dataset;
  /** Ratings of the training's users that it does not hold. */
  readonly tested: readonly { readonly user: number; readonly item: number; readonly stars: number }[];
  profileOf(user: number): EngineProfile;
}

export interface SimulationOptions {
  readonly users: number;
  readonly items: number;
  /** Standard deviation of the noise, in stars. */
  readonly noise: number;
  /** What the sex of a user adds to all of his or her stars, or takes away. */
  readonly sexEffect?: number;
  /** Stars come in steps of this; unrounded where not given. */
  readonly step?: number;
}

export function simulateStars({ users, items, noise, sexEffect = 0, step }: SimulationOptions): SimulatedStars {
  const random = createRandom(11);
  const tastes = Array.from({ length: users }, () => [drawNormal(random), drawNormal(random)]);
  const traits = Array.from({ length: items }, () => [drawNormal(random), drawNormal(random), drawNormal(random)]);
  const sexes = Array.from({ length: users }, (_, user) => (user % 2 === 0 ? "F" : "M"));
  const kept: { user: number; item: number; stars: number }[] = [];
  const tested: { user: number; item: number; stars: number }[] = [];
  for (let user = 0; user < users; user++) {
    for (let item = 0; item < items; item++) {
      if (random() > 0.4) continue;
      const [first, second, bias] = traits[item];
      const liking = 0.3 * (bias + tastes[user][0] * first + tastes[user][1] * second);
      const side = sexes[user] === "F" ? sexEffect : -sexEffect;
      const exact = 2.75 + liking + side + noise * drawNormal(random);
      const stars = Math.min(5, Math.max(0.5, step ? Math.round(exact / step) * step : exact));
      (random() < 0.2 ? tested : kept).push({ user, item, stars });
    }
  }
  const training: Dataset = {
    userCount: users,
    itemCount: items,
    itemIds: Int32Array.from({ length: items }, (_, item) => item + 1),
    users: Int32Array.from(kept, ({ user }) => user),
    items: Int32Array.from(kept, ({ item }) => item),
    stars: Float32Array.from(kept, ({ stars }) => stars),
    ratedAt: new Float64Array(kept.length),
    userAttributes: [
      buildAttribute(
        "sex",
        sexes.map((sex) => [sex]),
      ),
    ],
  };
  const profileOf = (user: number): EngineProfile => {
    const own = kept.filter((rating) => rating.user === user);
    return {
      items: Int32Array.from(own, ({ item }) => item),
      stars: Float32Array.from(own, ({ stars }) => stars),
      ratedAt: new Float64Array(own.length),
      attributes: { sex: sexes[user] },
    };
  };
  return { training, tested, profileOf };
}
