// What lives as long as the process and resolvers may use.
import type {
  Database,
  dataReportRepository,
  enrichmentsRepository,
  genresRepository,
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
} from "@matinee/db";
import type { LinearClassifier } from "@matinee/sentiment";
import type { Enrichment, ViewerVectorKeeper } from "@matinee/workflows";
import type { EventBus } from "./events/event-bus.ts";
import type { Identity } from "./identity/identity.ts";
import type { Attributions } from "./modules/enrichment/attributions.ts";
import type { FrozenLists } from "./modules/recommendations/frozen-lists.ts";
import type { ReviewLimit } from "./modules/reviews/review-limit.ts";
import type { TrendingWindows } from "./modules/trending/trending-windows.ts";
import type { Profiles } from "./modules/viewer/profiles.ts";
import type { Presence } from "./modules/visitors/presence.ts";
import type { Snapshots } from "./snapshot/snapshots.ts";

export interface Repositories {
  readonly dataReports: ReturnType<typeof dataReportRepository>;
  readonly enrichments: ReturnType<typeof enrichmentsRepository>;
  readonly genres: ReturnType<typeof genresRepository>;
  readonly movies: ReturnType<typeof moviesRepository>;
  readonly neighbors: ReturnType<typeof neighborsRepository>;
  readonly onboarding: ReturnType<typeof onboardingRepository>;
  readonly people: ReturnType<typeof peopleRepository>;
  readonly ratings: ReturnType<typeof ratingsRepository>;
  readonly reviews: ReturnType<typeof reviewsRepository>;
  readonly search: ReturnType<typeof searchRepository>;
  readonly totals: ReturnType<typeof totalsRepository>;
  readonly viewers: ReturnType<typeof viewersRepository>;
  readonly viewerVectors: ReturnType<typeof viewerVectorsRepository>;
}

export interface Services {
  readonly database: Database;
  readonly repositories: Repositories;
  readonly identity: Identity;
  readonly snapshots: Snapshots;
  readonly profiles: Profiles;
  readonly viewerVectors: ViewerVectorKeeper;
  readonly lists: FrozenLists;
  readonly trending: TrendingWindows;
  readonly presence: Presence;
  readonly bus: EventBus;
  /** Null when no service is asked. */
  readonly enrichment: Enrichment | null;
  readonly attributions: Attributions;
  /** Judges what people wrote about films. */
  readonly sentiment: LinearClassifier;
  readonly reviewLimit: ReviewLimit;
  /** The API's own address as browsers see it; known once it listens. */
  apiUrl: string;
}
