// One call of every repository method, on a database that holds `exampleCatalog`: what db/sql shows comes from these.
// A new method adds a line here.
import type { Kysely } from "kysely";
import { catalogRepository } from "../repositories/catalog.repository.ts";
import { dataReportRepository } from "../repositories/data-report.repository.ts";
import { enrichmentsRepository } from "../repositories/enrichments.repository.ts";
import { filmChangesRepository } from "../repositories/film-changes.repository.ts";
import { genresRepository } from "../repositories/genres.repository.ts";
import { importRepository } from "../repositories/import.repository.ts";
import { itemFactorsRepository } from "../repositories/item-factors.repository.ts";
import { modelsRepository } from "../repositories/models.repository.ts";
import { moviesRepository } from "../repositories/movies.repository.ts";
import { neighborsRepository } from "../repositories/neighbors.repository.ts";
import { onboardingRepository } from "../repositories/onboarding.repository.ts";
import { peopleRepository } from "../repositories/people.repository.ts";
import { pipelinesRepository } from "../repositories/pipelines.repository.ts";
import { ratingsRepository } from "../repositories/ratings.repository.ts";
import { reviewsRepository } from "../repositories/reviews.repository.ts";
import { searchRepository } from "../repositories/search.repository.ts";
import { totalsRepository } from "../repositories/totals.repository.ts";
import { trainingDataRepository } from "../repositories/training-data.repository.ts";
import { trainingRunsRepository } from "../repositories/training-runs.repository.ts";
import { vectorDimensions, vectorsRepository } from "../repositories/vectors.repository.ts";
import { viewerVectorsRepository } from "../repositories/viewer-vectors.repository.ts";
import { viewersRepository } from "../repositories/viewers.repository.ts";
import { visitsRepository } from "../repositories/visits.repository.ts";
import type { Tables } from "../tables/tables.ts";
import { exampleCatalog } from "./example-catalog.ts";

type Calls<Repository> = Readonly<Record<keyof Repository, () => Promise<unknown>>>;

const at = new Date("2026-01-01T00:00:00Z");
const filter = {
  genres: ["drama"],
  years: { from: 1950, to: 2000 },
  era: "OLD",
  minimumRatingCount: 1,
  movieIds: [1],
} as const;

export function repositoryCalls(kysely: Kysely<Tables>) {
  const importing = importRepository(kysely);
  const movies = moviesRepository(kysely);
  const people = peopleRepository(kysely);
  const search = searchRepository(kysely);
  const totals = totalsRepository(kysely);
  const viewers = viewersRepository(kysely);
  const ratings = ratingsRepository(kysely);
  const reviews = reviewsRepository(kysely);
  const models = modelsRepository(kysely);
  const itemFactors = itemFactorsRepository(kysely);
  const trainingRuns = trainingRunsRepository(kysely);
  const pipelines = pipelinesRepository(kysely);
  const vectors = vectorsRepository(kysely);
  const viewerVectors = viewerVectorsRepository(kysely);
  const neighbors = neighborsRepository(kysely);
  const trainingData = trainingDataRepository(kysely);
  const genres = genresRepository(kysely);
  const catalog = catalogRepository(kysely);
  const dataReports = dataReportRepository(kysely);
  const onboarding = onboardingRepository(kysely);
  const visits = visitsRepository(kysely);
  const enrichments = enrichmentsRepository(kysely);
  const filmChanges = filmChangesRepository(kysely);
  const vector = new Float32Array(vectorDimensions).fill(1);
  return {
    import: {
      importCatalog: () => importing.importCatalog(exampleCatalog),
      listStoredMovies: () => importing.listStoredMovies(),
    } satisfies Calls<typeof importing>,
    movies: {
      listByIds: () => movies.listByIds([1]),
      listByKeys: () => movies.listByKeys(["tt0000001"]),
      findByImdbId: () => movies.findByImdbId("tt0000001"),
      findByTmdbId: () => movies.findByTmdbId(1),
      findBySlug: () => movies.findBySlug("example-1950"),
      async listPage() {
        for (const sort of [
          "AVERAGE_RATING_DESC",
          "RATING_COUNT_DESC",
          "YEAR_DESC",
          "YEAR_ASC",
          "TITLE_ASC",
        ] as const) {
          const { edges } = await movies.listPage({ sort, first: 1, filter });
          await movies.listPage({ sort, first: 1, after: edges[0]?.cursor });
        }
      },
      count: () => movies.count(filter),
      listFeatures: () => movies.listFeatures(),
      listGenresOf: () => movies.listGenresOf([1]),
      listThemesOf: () => movies.listThemesOf([1]),
    } satisfies Calls<typeof movies>,
    people: {
      listByKeys: () => people.listByKeys(["some-one"]),
      async listCreditsOf() {
        await people.listCreditsOf([1], { role: "director", after: 0 });
        await people.listCreditsOf([1], { role: "cast", after: 1, limit: 10 });
      },
      listMovieIds: () => people.listMovieIds(["some-one"]),
      countMovies: () => people.countMovies([1]),
      async pageMovies() {
        const pages = await people.pageMovies([1], { first: 1 });
        await people.pageMovies([1], { first: 1, after: pages.get(1)?.edges[0]?.cursor });
      },
    } satisfies Calls<typeof people>,
    genres: { list: () => genres.list() } satisfies Calls<typeof genres>,
    totals: {
      listByMovieIds: () => totals.listByMovieIds([1]),
      globalMean: () => totals.globalMean(),
      getPrior: () => totals.getPrior(),
      listVotes: () => totals.listVotes(),
      async listInWindow() {
        await totals.listInWindow({ from: at, to: at });
        await totals.listInWindow({ from: at, to: at, genre: "drama" });
      },
      newestRatingAt: () => totals.newestRatingAt(),
    } satisfies Calls<typeof totals>,
    viewers: {
      createForAccount: () => viewers.createForAccount("account"),
      findByAccountId: () => viewers.findByAccountId("account"),
      getById: () => viewers.getById(1),
      setEra: () => viewers.setEra(1, "OLD"),
      listDismissed: () => viewers.listDismissed(1),
      listWatchlisted: () => viewers.listWatchlisted(1),
      async mergeInto() {
        await viewers.mergeInto(2, 1);
      },
      remove: () => viewers.remove(3),
    } satisfies Calls<typeof viewers>,
    ratings: {
      rate: () => ratings.rate({ viewerId: 1, movieId: 1, halfStars: 9, ratedAt: at }),
      rateMany: () => ratings.rateMany(1, [{ movieId: 2, halfStars: 8, ratedAt: at }]),
      unrate: () => ratings.unrate(1, 2),
      listByViewer: () => ratings.listByViewer(1),
      async pageByViewer() {
        await ratings.pageByViewer(1, 10);
        await ratings.pageByViewer(1, 10, { ratedAt: at, movieId: 1 });
      },
      countByViewer: () => ratings.countByViewer(1),
      findForViewer: () => ratings.findForViewer(1, [1]),
    } satisfies Calls<typeof ratings>,
    reviews: {
      write: () => reviews.write({ ...exampleJudgment, viewerId: 1, movieId: 1, writtenAt: at }),
      update: () => reviews.update(1, 1, exampleJudgment, at),
      findById: () => reviews.findById(1),
      findForViewer: () => reviews.findForViewer(1, [1]),
      async pageByMovies() {
        await reviews.pageByMovies([1], { first: 10 });
        await reviews.pageByMovies([1], { first: 10, after: { sortedAt: at, id: 1 } });
      },
      summarize: () => reviews.summarize([1]),
      listJudgedByOthers: () => reviews.listJudgedByOthers("another", 200),
      judge: () => reviews.judge(1, exampleJudgment),
      importReviews: () => reviews.importReviews([exampleReview]),
      remove: () => reviews.remove(1, 1),
    } satisfies Calls<typeof reviews>,
    onboarding: {
      listMostRated: () => onboarding.listMostRated({ era: "NEW", limit: 50 }),
    } satisfies Calls<typeof onboarding>,
    models: {
      create: () => models.create(exampleModel),
      setMetrics: () => models.setMetrics(1, { rmse: 1 }),
      writeBytes: () => models.writeBytes(1, Uint8Array.of(1)),
      readBytes: () => models.readBytes(1),
      async promote() {
        await models.promote([1]);
        await models.promote([(await models.create(exampleModel)).id]);
      },
      findPrevious: () => models.findPrevious("example"),
      rollback: () => models.rollback("example"),
      prune: () => models.prune(3),
      listPromoted: () => models.listPromoted(),
      list: () => models.list(),
    } satisfies Calls<typeof models>,
    "item-factors": {
      write: () => itemFactors.write(1, { movieIds: Int32Array.of(1), dimensions: 2, values: Float32Array.of(1, 2) }),
      drop: () => itemFactors.drop(1),
    } satisfies Calls<typeof itemFactors>,
    "training-runs": {
      start: () => trainingRuns.start(exampleRun),
      reportProgress: () => trainingRuns.reportProgress(1, 0.5),
      succeed: () =>
        trainingRuns.succeed(1, {
          modelId: 1,
          hyperparameters: {},
          metrics: {},
          curve: [{ metric: "loss", epoch: 1, value: 1 }],
        }),
      end: () => trainingRuns.end(1, "failed", "example"),
      setMetrics: () => trainingRuns.setMetrics(1, { rmse: 1 }),
      closeSilent: () => trainingRuns.closeSilent(60),
      async list() {
        await trainingRuns.list({ limit: 10 });
        await trainingRuns.list({ engine: "example", pipelineRunId: 1, limit: 10 });
      },
      readCurve: () => trainingRuns.readCurve(1),
    } satisfies Calls<typeof trainingRuns>,
    pipelines: {
      startRun: () => pipelines.startRun({ options: {}, revision: "example" }),
      reportLife: () => pipelines.reportLife(1),
      startStep: () => pipelines.startStep(exampleStep),
      skipStep: () => pipelines.skipStep({ ...exampleStep, position: 1 }, {}),
      endStep: () => pipelines.endStep(exampleStep, { status: "succeeded", output: {} }),
      endRun: () => pipelines.endRun(1, "succeeded"),
      findLastSuccess: () => pipelines.findLastSuccess("example"),
      closeSilent: () => pipelines.closeSilent(60),
      listRuns: () => pipelines.listRuns(10),
      listSteps: () => pipelines.listSteps([1]),
    } satisfies Calls<typeof pipelines>,
    vectors: {
      createPartition: () => vectors.createPartition(1),
      write: () => vectors.write(1, Int32Array.of(1), vector),
      attach: () => vectors.attach(1),
      readAll: () => vectors.readAll(1),
      readCentroid: () => vectors.readCentroid(1),
      drop: () => vectors.drop(1),
    } satisfies Calls<typeof vectors>,
    "viewer-vectors": {
      begin: () => viewerVectors.begin(1),
      fillPage: () => viewerVectors.fillPage(1, 0, () => vector),
      createIndex: () => viewerVectors.createIndex(1),
      finish: () => viewerVectors.finish(1),
      isMade: () => viewerVectors.isMade(1),
      listStale: () => viewerVectors.listStale(1, 10),
      readSources: () => viewerVectors.readSources(1, 1),
      write: () => viewerVectors.write(1, 1, { viewerVersion: 1, vector }),
      findVersion: () => viewerVectors.findVersion(1, 1),
      listNearest: () => viewerVectors.listNearest({ modelId: 1, viewerId: 1, limit: 10 }),
      drop: () => viewerVectors.drop(1),
    } satisfies Calls<typeof viewerVectors>,
    neighbors: {
      countSharedLikes: () => neighbors.countSharedLikes([1], [1]),
      listLikes: () => neighbors.listLikes([1]),
    } satisfies Calls<typeof neighbors>,
    search: {
      searchKeyword: () => search.searchKeyword({ terms: "some words", limit: 10, filter }),
      searchSemantic: () => search.searchSemantic({ modelId: 1, vector, limit: 10, filter }),
    } satisfies Calls<typeof search>,
    "training-data": {
      readRatings: () => trainingData.readRatings(),
      listMovieTexts: () => trainingData.listMovieTexts(),
      readFingerprints: () => trainingData.readFingerprints(),
    } satisfies Calls<typeof trainingData>,
    catalog: {
      latestImport: () => catalog.latestImport(),
      movieCount: () => catalog.movieCount(),
      hasImport: () => catalog.hasImport("fingerprint"),
      listSources: () => catalog.listSources(),
      holdings: () => catalog.holdings(),
    } satisfies Calls<typeof catalog>,
    "data-report": {
      measure: () => dataReports.measure(),
      measureFacts: () => dataReports.measureFacts({ withTotals: true }),
      findExampleViewer: () => dataReports.findExampleViewer(25),
      store: () => dataReports.store(1, {}),
      async latest() {
        await dataReports.latest();
        await dataReports.latest(2);
      },
    } satisfies Calls<typeof dataReports>,
    enrichments: {
      async claim() {
        const request = { limit: 20, maximumRatingCount: 100, leaseSeconds: 600 };
        for (const service of ["tmdb", "omdb", "wikipedia"] as const) await enrichments.claim(service, request);
      },
      release: () => enrichments.release("tmdb", [1]),
      async record() {
        await enrichments.record("tmdb", [1], { found: true }, 60);
        await enrichments.record("tmdb", [1], { error: "example" }, 60);
      },
      store: () => enrichments.store(1, { popularity: 1 }),
      listByMovieIds: () => enrichments.listByMovieIds([1]),
      progress: () => enrichments.progress("tmdb"),
      listInUse: () => enrichments.listInUse(),
    } satisfies Calls<typeof enrichments>,
    "film-changes": {
      lock: () => filmChanges.lock(1),
      isImdbIdTaken: () => filmChanges.isImdbIdTaken("tt0000001"),
      apply: () => filmChanges.apply(1, exampleChanges),
    } satisfies Calls<typeof filmChanges>,
    visits: { record: () => visits.record("visitor"), count: () => visits.count() } satisfies Calls<typeof visits>,
  };
}

const exampleModel = {
  engine: "example",
  fingerprint: "example",
  hyperparameters: {},
  metrics: {},
  seed: 1,
  itemCount: 1,
  trainingSeconds: 1,
  formatVersion: 1,
};

const exampleChanges = {
  overview: { text: "Example.", normalized: "example" },
  credits: { writer: [{ name: "Some One", normalizedName: "some one", character: null }] },
  provenance: { overview: "example", writers: "example" },
};

const exampleJudgment = {
  text: "Good.",
  sentiment: "POSITIVE",
  positiveProbability: 0.75,
  judgedBy: "example",
} as const;

const exampleReview = {
  ...exampleJudgment,
  movieId: 1,
  source: "example",
  sourceKey: "1",
  author: null,
  halfStars: null,
  writtenAt: null,
};

const exampleRun = {
  engine: "example",
  hyperparameters: {},
  seed: 1,
  threads: 1,
  fingerprint: "example",
  revision: "example",
  pipelineRunId: null,
};

const exampleStep = { runId: 1, position: 0, name: "example", inputs: {}, fingerprint: "example" };
