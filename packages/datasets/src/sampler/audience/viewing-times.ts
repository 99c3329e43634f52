// When a simulated viewer rates: a stay of days to years, in sittings of a few ratings each.
import type { Random } from "./random.ts";

const day = 24 * 60 * 60;

/** Unix seconds before which all ratings are given. Fixed, so that a simulation is the same on every day. */
export const audienceEnd = Date.UTC(2026, 10, 1) / 1000;
const years = 6;
const stillActive = 0.45;
const daysSinceLastSitting = 30;
const meanStayDays = 240;
const ratingsPerSitting = 7;
const secondsBetweenRatings = 45;

/** Ascending Unix seconds of `count` ratings. More viewers join in later years, and nearly half are still around. */
export function viewingTimes(random: Random, count: number): Float64Array {
  const latest = audienceEnd - day / 2;
  const joined = latest - years * 365.25 * day * random.uniform() ** 1.3;
  const stay = random.uniform() < stillActive ? Infinity : day * meanStayDays * random.exponential();
  const left = joined + stay < latest ? joined + stay : latest - day * daysSinceLastSitting * random.exponential();
  const from = Math.min(joined, left);
  const sittings = Math.max(2, Math.round(count / ratingsPerSitting));
  const starts = [from, left];
  while (starts.length < sittings) starts.push(from + (left - from) * random.uniform());
  const times = new Float64Array(count);
  for (let index = 0; index < count; index++) {
    // Each sitting has one rating at least, the others fall where they fall.
    const start = starts[index < sittings ? index : random.below(sittings)];
    times[index] = Math.floor(start + secondsBetweenRatings * (index / 2 + random.exponential()));
  }
  return times.sort();
}
