// Fits iALS to ratings of the shape of MovieLens 25M and prints what it took, as JSON. A program of its own: the peak of
// memory is that of the whole process.
import { getEngine } from "@matinee/engines";
import { movieLens25M, simulateRatings } from "../simulated-ratings.ts";

const [factors, threads, epochs] = process.argv.slice(2).map(Number);
const dataset = simulateRatings(movieLens25M, 1);
const startedAt = performance.now();
const finishedAt: number[] = [];
const workedUntil: number[] = [];
const model = getEngine("ials").fit(dataset, {
  seed: 1,
  threads: threads!,
  hyperparameters: { factors: factors!, epochs: epochs! },
  onProgress() {
    finishedAt.push(performance.now());
    const { user, system } = process.cpuUsage();
    workedUntil.push((user + system) / 1e6);
  },
});
// the first epoch ends after the preparation, so epochs are timed from one end to the next
const medianBetween = (marks: readonly number[]) => {
  const times = marks.slice(1).map((at, index) => at - marks[index]!);
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
};
console.log(
  JSON.stringify({
    epochMilliseconds: medianBetween(finishedAt),
    processorSecondsPerEpoch: medianBetween(workedUntil),
    fitSeconds: (performance.now() - startedAt) / 1000,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    modelMegabytes: model.save().length / 2 ** 20,
  }),
);
