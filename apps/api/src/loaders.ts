// One query for a whole list, whatever resolvers ask one by one. Made anew for each request.
import type {
  CreditRange,
  CreditRow,
  MovieEnrichmentRow,
  MovieGenre,
  MoviePage,
  MovieRow,
  MovieTheme,
  PersonPageRequest,
  PersonRow,
  RatingPrior,
  RatingRow,
  ReviewPage,
  ReviewPageRequest,
  ReviewRow,
  ReviewSummaryRow,
} from "@matinee/db";
import type { Prediction } from "@matinee/recommender";
import { predictStars } from "@matinee/recommender";
import DataLoader from "dataloader";
import { findKey } from "./modules/node/global-id.ts";
import type { ViewerAccess } from "./modules/viewer/viewer-access.ts";
import type { Services } from "./services.ts";

export interface Loaders {
  findMovie(id: number): Promise<MovieRow | null>;
  /** Throws where the movie is gone. */
  getMovie(id: number): Promise<MovieRow>;
  movieByGlobalId(id: string): Promise<MovieRow | null>;
  /** What services tell of it; null where nothing. */
  enrichmentOf(movieId: number): Promise<MovieEnrichmentRow | null>;
  genresOf(movieId: number): Promise<readonly MovieGenre[]>;
  themesOf(movieId: number): Promise<readonly MovieTheme[]>;
  /** In order. */
  creditsOf(movieId: number, range: CreditRange): Promise<readonly CreditRow[]>;
  personByKey(key: string): Promise<PersonRow | null>;
  /** Best average first. */
  moviesOfPerson(personId: number, page: PersonPageRequest): Promise<MoviePage>;
  movieCountOfPerson(personId: number): Promise<number>;
  genreMovieCount(slug: string): Promise<number>;
  viewerRating(movieId: number): Promise<RatingRow | null>;
  viewerPrediction(movieId: number): Promise<Prediction | null>;
  /** Newest first. */
  reviewsOf(movieId: number, page: ReviewPageRequest): Promise<ReviewPage>;
  reviewSummary(movieId: number): Promise<ReviewSummaryRow>;
  viewerReview(movieId: number): Promise<ReviewRow | null>;
  ratingPrior(): Promise<RatingPrior>;
  /** Puts rows that a query brought along where the loaders find them. */
  remember(movies: readonly MovieRow[]): void;
  /** Forgets what a write of this request changed. */
  forgetMovie(id: number): void;
  /** Forgets what a changed review of this movie changed. */
  forgetReviews(movieId: number): void;
}

export function createLoaders({ repositories, snapshots, profiles }: Services, viewer: ViewerAccess): Loaders {
  const movies = new DataLoader<number, MovieRow | null>(async (ids) =>
    arrange(ids, await repositories.movies.listByIds(ids), ({ id }) => id),
  );
  const moviesByKey = new DataLoader<string, MovieRow | null>(async (keys) =>
    arrange(keys, await repositories.movies.listByKeys(keys), ({ key }) => key),
  );
  const genres = new DataLoader<number, readonly MovieGenre[]>(async (ids) => {
    const genresById = Map.groupBy(await repositories.movies.listGenresOf(ids), ({ movieId }) => movieId);
    return ids.map((id) => genresById.get(id) ?? []);
  });
  const themes = new DataLoader<number, readonly MovieTheme[]>(async (ids) => {
    const themesById = Map.groupBy(await repositories.movies.listThemesOf(ids), ({ movieId }) => movieId);
    return ids.map((id) => themesById.get(id) ?? []);
  });
  const credits = loadersByArguments((range: CreditRange) => async (movieIds: readonly number[]) => {
    const creditsById = Map.groupBy(await repositories.people.listCreditsOf(movieIds, range), ({ movieId }) => movieId);
    return movieIds.map((id): readonly CreditRow[] => creditsById.get(id) ?? []);
  });
  const people = new DataLoader<string, PersonRow | null>(async (keys) =>
    arrange(keys, await repositories.people.listByKeys(keys), ({ key }) => key),
  );
  const moviesOfPeople = loadersByArguments((page: PersonPageRequest) => async (personIds: readonly number[]) => {
    const pages = await repositories.people.pageMovies(personIds, page);
    for (const { edges } of pages.values()) remember(edges.map(({ movie }) => movie));
    return personIds.map((id) => pages.get(id) ?? noMovies);
  });
  const movieCounts = new DataLoader<number, number>(async (personIds) => {
    const rows = await repositories.people.countMovies(personIds);
    const counts = new Map(rows.map(({ personId, count }) => [personId, count]));
    return personIds.map((id) => counts.get(id) ?? 0);
  });
  const enrichments = new DataLoader<number, MovieEnrichmentRow | null>(async (ids) =>
    arrange(ids, await repositories.enrichments.listByMovieIds(ids), ({ movieId }) => movieId),
  );
  const genreCounts = new DataLoader<string, number>(async (slugs) => {
    const counts = new Map((await repositories.genres.list()).map(({ slug, movieCount }) => [slug, movieCount]));
    return slugs.map((slug) => counts.get(slug) ?? 0);
  });
  const ratings = new DataLoader<number, RatingRow | null>(async (ids) => {
    const { viewerId } = await viewer.get();
    if (viewerId === null) return ids.map(() => null);
    return arrange(ids, await repositories.ratings.findForViewer(viewerId, ids), ({ movieId }) => movieId);
  });
  const predictions = new DataLoader<number, Prediction | null>(async (ids) => {
    const asking = await viewer.get();
    if (asking.viewerId === null) return ids.map(() => null);
    return predictStars(snapshots.get().snapshot, await profiles.get(asking), ids);
  });
  const reviews = loadersByArguments((page: ReviewPageRequest) => async (movieIds: readonly number[]) => {
    const pages = await repositories.reviews.pageByMovies(movieIds, page);
    return movieIds.map((id): ReviewPage => pages.get(id) ?? { reviews: [], hasNextPage: false });
  });
  const reviewSummaries = new DataLoader<number, ReviewSummaryRow>(async (ids) => {
    const summaries = arrange(ids, await repositories.reviews.summarize(ids), ({ movieId }) => movieId);
    return summaries.map((summary, index) => summary ?? { movieId: ids[index]!, count: 0, positiveCount: 0 });
  });
  const viewerReviews = new DataLoader<number, ReviewRow | null>(async (ids) => {
    const { viewerId } = await viewer.get();
    if (viewerId === null) return ids.map(() => null);
    return arrange(ids, await repositories.reviews.findForViewer(viewerId, ids), ({ movieId }) => movieId);
  });
  let prior: Promise<RatingPrior> | undefined;

  const remember = (rows: readonly MovieRow[]) => {
    for (const row of rows) movies.prime(row.id, row);
  };
  return {
    findMovie: (id) => movies.load(id),
    async getMovie(id) {
      const movie = await movies.load(id);
      if (!movie) throw new Error(`The movie ${id} is not in the database any more.`);
      return movie;
    },
    async movieByGlobalId(id) {
      const key = findKey("Movie", id);
      const movie = key === null ? null : await moviesByKey.load(key);
      if (movie) remember([movie]);
      return movie;
    },
    enrichmentOf: (movieId) => enrichments.load(movieId),
    genresOf: (movieId) => genres.load(movieId),
    themesOf: (movieId) => themes.load(movieId),
    creditsOf: (movieId, range) => credits(range).load(movieId),
    personByKey: (key) => people.load(key),
    moviesOfPerson: (personId, page) => moviesOfPeople(page).load(personId),
    movieCountOfPerson: (personId) => movieCounts.load(personId),
    genreMovieCount: (slug) => genreCounts.load(slug),
    viewerRating: (movieId) => ratings.load(movieId),
    viewerPrediction: (movieId) => predictions.load(movieId),
    reviewsOf: (movieId, page) => reviews(page).load(movieId),
    reviewSummary: (movieId) => reviewSummaries.load(movieId),
    viewerReview: (movieId) => viewerReviews.load(movieId),
    ratingPrior: () => (prior ??= repositories.totals.getPrior()),
    remember,
    forgetMovie(id) {
      movies.clear(id);
      ratings.clear(id);
      predictions.clearAll();
      moviesByKey.clearAll();
    },
    forgetReviews(movieId) {
      reviewSummaries.clear(movieId);
      viewerReviews.clear(movieId);
    },
  };
}

const noMovies: MoviePage = { edges: [], hasNextPage: false };

/** A loader for each set of arguments: whatever is asked with the same ones is asked at once. */
function loadersByArguments<Arguments, Key, Row>(
  batchWith: (given: Arguments) => (keys: readonly Key[]) => Promise<Row[]>,
): (given: Arguments) => DataLoader<Key, Row> {
  const loaders = new Map<string, DataLoader<Key, Row>>();
  return (given) => {
    const name = JSON.stringify(given);
    const known = loaders.get(name);
    if (known) return known;
    const loader = new DataLoader(batchWith(given));
    loaders.set(name, loader);
    return loader;
  };
}

/** The rows in the order of their keys, null where one is missing. */
function arrange<Key, Row>(keys: readonly Key[], rows: readonly Row[], keyOf: (row: Row) => Key): (Row | null)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(key) ?? null);
}
