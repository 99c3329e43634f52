// Opens what the API needs for its whole life, in the order it depends on each other.
import {
  type Database,
  dataReportRepository,
  enrichmentsRepository,
  genresRepository,
  linkAccounts,
  migrate,
  moviesRepository,
  neighborsRepository,
  onboardingRepository,
  peopleRepository,
  ratingsRepository,
  reviewsRepository,
  searchRepository,
  totalsRepository,
  viewersRepository,
  viewerVectorsRepository,
  visitsRepository,
} from "@matinee/db";
import { openEmbedders } from "@matinee/embeddings";
import { loadLinearClassifier } from "@matinee/sentiment";
import { createViewerVectorKeeper, judgeReviews } from "@matinee/workflows";
import type { Logger } from "pino";
import type { ApiConfig } from "./config.ts";
import { createEventBus } from "./events/event-bus.ts";
import { readAuthSecret } from "./identity/auth-secret.ts";
import { openIdentity } from "./identity/identity.ts";
import { createAttributions } from "./modules/enrichment/attributions.ts";
import { createFrozenLists } from "./modules/recommendations/frozen-lists.ts";
import { createReviewLimit } from "./modules/reviews/review-limit.ts";
import { watchViewerVectors } from "./modules/taste/watch-viewer-vectors.ts";
import { createTrendingWindows } from "./modules/trending/trending-windows.ts";
import { createProfiles } from "./modules/viewer/profiles.ts";
import { createPresence } from "./modules/visitors/presence.ts";
import type { Repositories, Services } from "./services.ts";
import { openSnapshots } from "./snapshot/snapshots.ts";
import { type EnrichmentStandIns, startConfiguredEnrichment } from "./start-enrichment.ts";

/** Everything but the database, which its opener closes. */
export interface StartedServices {
  readonly services: Services;
  close(): Promise<void>;
}

export async function startServices(
  database: Database,
  config: ApiConfig,
  log: Logger,
  standIns?: EnrichmentStandIns,
): Promise<StartedServices> {
  await migrate(database);
  const apiUrl = config.apiUrl ?? `http://localhost:${config.port}`;
  const secret = await readAuthSecret(config.authSecret, config.folder);
  const identity = await openIdentity({ database, secret, apiUrl });
  await linkAccounts(database);

  const bus = createEventBus();
  const embedders = await openEmbedders({ choice: config.embeddings, modelsFolder: config.modelsFolder });
  const sentiment = await loadLinearClassifier();
  const snapshots = await openSnapshots({ database, embedders, log });
  const repositories = createRepositories(database);
  const presence = createPresence({
    visits: visitsRepository(database.kysely),
    bus,
    onError: (err) => log.error({ err }, "A visit could not be counted"),
  });
  const enrichment = startConfiguredEnrichment(database, config, log, standIns);
  const stopJudging = new AbortController();
  const judging = judgeReviews(database, sentiment, stopJudging.signal).catch((err) => {
    if (!stopJudging.signal.aborted) log.error({ err }, "Reviews could not be judged again");
  });
  const viewerVectors = createViewerVectorKeeper(database);
  const stopVectors = watchViewerVectors({
    keeper: viewerVectors,
    bus,
    onError: (err) => log.error({ err }, "Vectors of viewers could not be made"),
  });
  return {
    services: {
      database,
      repositories,
      identity,
      snapshots,
      profiles: createProfiles(repositories, bus),
      viewerVectors,
      lists: createFrozenLists(),
      trending: createTrendingWindows(repositories.totals),
      presence,
      bus,
      enrichment,
      attributions: createAttributions(repositories.enrichments),
      sentiment,
      reviewLimit: createReviewLimit(),
      apiUrl,
    },
    async close() {
      presence.close();
      await enrichment?.close();
      stopJudging.abort();
      await judging;
      await stopVectors();
      await snapshots.close();
      await embedders.close();
    },
  };
}

function createRepositories({ kysely }: Database): Repositories {
  return {
    dataReports: dataReportRepository(kysely),
    enrichments: enrichmentsRepository(kysely),
    genres: genresRepository(kysely),
    movies: moviesRepository(kysely),
    neighbors: neighborsRepository(kysely),
    onboarding: onboardingRepository(kysely),
    people: peopleRepository(kysely),
    ratings: ratingsRepository(kysely),
    reviews: reviewsRepository(kysely),
    search: searchRepository(kysely),
    totals: totalsRepository(kysely),
    viewers: viewersRepository(kysely),
    viewerVectors: viewerVectorsRepository(kysely),
  };
}
