// What a simulated viewer sees and when: a stay of days to years, in sittings of a few ratings each.
import type { AudienceFilm } from "./affinity.ts";
import type { Random } from "./random.ts";

const day = 24 * 60 * 60;

/** Unix seconds before which all ratings are given. Fixed, so that the sampler is the same on every day. */
export const audienceEnd = Date.UTC(2026, 10, 1) / 1000;
const years = 6;
const stillActive = 0.45;
const daysSinceLastSitting = 30;
const meanStayDays = 240;
const ratingsPerSitting = 7;
const secondsBetweenRatings = 45;
/** Log-odds of seeing a film: for each step of renown, and for each standard deviation of affinity. */
const renownPull = 0.65;
const tastePull = 0.9;

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

/**
 * The film seen at each of the ascending times, none twice, none before the year after its own. Films are drawn
 * without replacement by exp(pull of renown + pull of affinity): the order of the log-weights plus Gumbel noise.
 */
export function chooseFilms(
  random: Random,
  films: readonly AudienceFilm[],
  affinity: (film: number) => number,
  times: Float64Array,
): number[] {
  const draws = films.map((film, index) => ({
    index,
    key: renownPull * film.renown + tastePull * affinity(index) + random.gumbel(),
    released: Date.UTC(film.year + 1, 0, 1) / 1000,
  }));
  draws.sort((a, b) => b.key - a.key);
  // Drawn first does not mean seen first.
  const wanted = draws.slice(0, times.length);
  for (let last = wanted.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    [wanted[last], wanted[other]] = [wanted[other], wanted[last]];
  }
  const queue = [...wanted, ...draws.slice(times.length)];
  return Array.from(times, (time) => {
    const next = queue.findIndex((draw) => draw.released <= time);
    return queue.splice(next, 1)[0].index;
  });
}
