// What one answer costs: a viewer's twenty recommendations with predictions and reasons, from his ratings alone.
import { buildAttribute, canFit, countKeys, type Dataset, getEngine } from "@matinee/engines";
import { describeMovies, recommend, type Snapshot, type ViewerProfile } from "@matinee/recommender";
import { defaultEngines } from "@matinee/workflows";
import type { BenchmarkSection } from "../benchmark.types.ts";
import { medianTime } from "../median-time.ts";
import { movieLensSmall, simulateRatings } from "../simulated-ratings.ts";

const genres = ["comedy", "drama", "horror", "war", "western", "mystery", "romance", "musical"];
const page = 20;

export const servingSection: BenchmarkSection = {
  name: "serving",
  description: "an answer of 20 films with predictions and reasons, 9,742 films, nothing remembered of the viewer",
  async run({ runs, report }) {
    const ratings = simulateRatings(movieLensSmall, 1);
    const rows = Array.from(ratings.itemIds, (_, item) => [genres[item % genres.length]!]);
    const dataset: Dataset = { ...ratings, itemAttributes: [buildAttribute("genre", rows)] };
    const snapshot = fitSnapshot(dataset);
    for (const strategy of ["HYBRID", "COLLABORATIVE"] as const) {
      for (const count of [6, 100, 1_000]) {
        const milliseconds = medianTime(runs, () => {
          const viewer = viewerOf(dataset, count);
          const list = recommend(snapshot, viewer, { strategy, limit: page });
          describeMovies(snapshot, viewer, list, list.items);
        });
        report({ work: `${page} films, ${strategy}`, by: `viewer of ${count} ratings`, milliseconds });
      }
    }
  },
};

function fitSnapshot(dataset: Dataset): Snapshot {
  // the simulated films have no texts to embed
  const served = defaultEngines.filter((name) => canFit(getEngine(name), dataset));
  const models = served.map((name) => [name, { version: 1, model: getEngine(name).fit(dataset, { seed: 1 }) }]);
  return {
    catalog: {
      movieIds: dataset.itemIds,
      years: new Int16Array(dataset.itemCount),
      genreBits: Uint32Array.from(dataset.itemIds, (_, item) => 1 << (item % genres.length)),
      genreSlugs: genres,
      genreNames: genres,
      ratingCounts: countKeys(dataset.items, dataset.itemCount),
      titles: Array.from(dataset.itemIds, (id) => `Film ${id}`),
    },
    models: Object.fromEntries(models),
  };
}

/** A new one each time, so that nothing is remembered: every ninth film, half of them liked. */
function viewerOf({ itemIds }: Dataset, count: number): ViewerProfile {
  const ratings = Array.from({ length: count }, (_, index) => ({
    movieId: itemIds[index * 9]!,
    stars: index % 2 === 0 ? 4.5 : 2.5,
    ratedAt: 1_600_000_000 + index,
  }));
  return { ratings, dismissed: [], watchlisted: [], era: "ANY" };
}
