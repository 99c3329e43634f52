import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { CastConnectionParent } from '../modules/people/people.parents.ts';
import type { GenreParent, MovieConnectionParent } from '../modules/catalog/catalog.parents.ts';
import type { HomeSectionParent } from '../modules/home/home.manager.ts';
import type { MovieRow, PersonRow, ReviewRow } from '@matinee/db';
import type { Prediction as PredictionParent, SimilarMovie as SimilarMovieParent } from '@matinee/recommender';
import type { RatingParent, RatingConnectionParent } from '../modules/ratings/ratings.parents.ts';
import type { RatingContributionParent, RecommendationParent, RecommendationConnectionParent } from '../modules/recommendations/recommendations.manager.ts';
import type { ReviewConnectionParent } from '../modules/reviews/reviews.parents.ts';
import type { SearchEdgeParent } from '../modules/search/search.manager.ts';
import type { TasteNeighborParent, TasteProfileParent } from '../modules/taste/taste.parents.ts';
import type { TrendingEdgeParent } from '../modules/trending/trending.manager.ts';
import type { ViewerParent } from '../modules/viewer/viewer-access.ts';
import type { VisitorStatsParent } from '../modules/visitors/presence.ts';
import type { ApiContext } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A moment as an ISO 8601 text in UTC, for example `2026-11-21T10:00:00.000Z`. */
  DateTime: { input: string; output: string; }
};

/** What has to be said of a source where its data is shown. */
export type Attribution = {
  readonly __typename?: 'Attribution';
  /** The license of the data; null where there are only terms of use. */
  readonly license?: Maybe<License>;
  /** A picture to show beside it, less prominent than one's own; null where none is asked for. */
  readonly logoUrl?: Maybe<Scalars['String']['output']>;
  /** Whose data it is. */
  readonly name: Scalars['String']['output'];
  /** A sentence to show as it is; null where naming the source is enough. */
  readonly notice?: Maybe<Scalars['String']['output']>;
  /** The page to link to. */
  readonly url: Scalars['String']['output'];
};

/** How much each kind of engine counts in a blend; only the proportions matter. */
export type BlendWeightsInput = {
  /** Not negative; 0.5 when no weights are given. */
  readonly collaborative: Scalars['Float']['input'];
  /** Not negative; 0.3 when no weights are given. */
  readonly content: Scalars['Float']['input'];
  /** Not negative; 0.2 when no weights are given. */
  readonly statistical: Scalars['Float']['input'];
};

/** Who plays in a movie. */
export type CastConnection = {
  readonly __typename?: 'CastConnection';
  /** One for each part. */
  readonly edges: ReadonlyArray<CastEdge>;
  /** Where this page ends. */
  readonly pageInfo: PageInfo;
};

/** One part in a movie. */
export type CastEdge = {
  readonly __typename?: 'CastEdge';
  /** The name of the part; null where unknown. */
  readonly character?: Maybe<Scalars['String']['output']>;
  /** Pass it as `after` to continue behind this item. */
  readonly cursor: Scalars['String']['output'];
  /** Who plays it. */
  readonly node: Person;
};

/** Shares of movies and viewers with few ratings, 0 to 1. */
export type ColdStart = {
  readonly __typename?: 'ColdStart';
  /** Movies with fewer than five ratings. */
  readonly moviesUnderFive: Scalars['Float']['output'];
  /** Movies that nobody has rated. */
  readonly moviesWithoutRating: Scalars['Float']['output'];
  /** Viewers with fewer than five ratings. */
  readonly viewersUnderFive: Scalars['Float']['output'];
  /** Viewers with fewer than twenty ratings. */
  readonly viewersUnderTwenty: Scalars['Float']['output'];
};

/** The stored data in figures, as they were at `measuredAt`. */
export type DataReport = {
  readonly __typename?: 'DataReport';
  /** Those of whom too little is known to say much. */
  readonly coldStart: ColdStart;
  /** For which share of the movies each kind of fact is known. */
  readonly coverage: ReadonlyArray<FieldCoverage>;
  /** Movies and ratings by the decade of the movie, the oldest first. */
  readonly decades: ReadonlyArray<DecadeOfReport>;
  /** Share of all pairs of a viewer and a movie that are rated, 0 to 1. */
  readonly density: Scalars['Float']['output'];
  /**
   * What is expected of the data, and whether it held when this was measured. An import that fails a hard expectation is
   * not stored.
   */
  readonly expectations: ReadonlyArray<Expectation>;
  /** How often two genres go together, each pair once. */
  readonly genreCorrelations: ReadonlyArray<GenreCorrelation>;
  /** Every genre in figures, the largest first. */
  readonly genres: ReadonlyArray<GenreOfReport>;
  /** Gini coefficient of the ratings over the movies: 0 where all have as many, 1 where one has all. */
  readonly gini: Scalars['Float']['output'];
  /** How much of all ratings the most rated movies hold. */
  readonly longTail: ReadonlyArray<TailShare>;
  /** Mean of all ratings in stars; null without any. */
  readonly meanStars?: Maybe<Scalars['Float']['output']>;
  /** When it was measured. */
  readonly measuredAt: Scalars['DateTime']['output'];
  /** How many movies there are, rated or not. */
  readonly movieCount: Scalars['Int']['output'];
  /** How many movies have each kind of fact from which source. */
  readonly provenance: ReadonlyArray<FieldSource>;
  /** How many ratings there are. */
  readonly ratingCount: Scalars['Int']['output'];
  /** How often each half step was given, from 0.5 to 5 stars: always ten entries. */
  readonly ratingHistogram: ReadonlyArray<RatingBucket>;
  /** Ratings by the month they were given in; those of unknown time are left out. */
  readonly ratingsByMonth: ReadonlyArray<MonthOfRatings>;
  /** Ratings by the year they were given in; those of unknown time are left out. */
  readonly ratingsByYear: ReadonlyArray<YearOfRatings>;
  /** How many ratings a movie has got, from the least rated to the most; movies without any included. */
  readonly ratingsPerMovie: ReadonlyArray<Quantile>;
  /** How many ratings a viewer has given, from the least active to the most. */
  readonly ratingsPerViewer: ReadonlyArray<Quantile>;
  /**
   * Where the ratings are among all pairs of viewers and movies: both in groups of equal size, the busiest first. Cells
   * without a rating are left out.
   */
  readonly sparsity: Sparsity;
  /** What the last import did about outliers and missing values. */
  readonly treatments: ReadonlyArray<Treatment>;
  /** How many viewers have rated. */
  readonly viewerCount: Scalars['Int']['output'];
};

/** The movies of one decade. */
export type DecadeOfReport = {
  readonly __typename?: 'DecadeOfReport';
  /** Its first year; null for movies of unknown year. */
  readonly decade?: Maybe<Scalars['Int']['output']>;
  /** The mean of those ratings in stars; null without any. */
  readonly meanStars?: Maybe<Scalars['Float']['output']>;
  /** How many movies. */
  readonly movieCount: Scalars['Int']['output'];
  /** How many ratings those have. */
  readonly ratingCount: Scalars['Int']['output'];
};

/** A review to remove. */
export type DeleteReviewInput = {
  /** Which of the viewer's own reviews. */
  readonly id: Scalars['ID']['input'];
};

/** What removing a review changed. */
export type DeleteReviewPayload = {
  readonly __typename?: 'DeleteReviewPayload';
  /** The id of the review that is gone; null when it failed. */
  readonly deletedId?: Maybe<Scalars['ID']['output']>;
  /** The movie after the change; null when it failed. */
  readonly movie?: Maybe<Movie>;
  /** Why it failed; empty when it did not. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A service that knows more of movies than files do. */
export type EnrichmentService = {
  readonly __typename?: 'EnrichmentService';
  /** For how many of them it has answered. */
  readonly answeredCount: Scalars['Int']['output'];
  /** How many of them it knew. */
  readonly foundCount: Scalars['Int']['output'];
  /** Why it is waiting or has stopped, in a sentence; null otherwise. */
  readonly message?: Maybe<Scalars['String']['output']>;
  /** How many movies it can be asked about. */
  readonly movieCount: Scalars['Int']['output'];
  /** "TMDB", "OMDb" or "Wikipedia". */
  readonly name: Scalars['String']['output'];
  /** What it is doing. */
  readonly status: EnrichmentStatus;
};

/** What a service is doing. */
export type EnrichmentStatus =
  /** It has answered for all movies, and the answers still hold. */
  | 'DONE'
  /** It refuses the key. */
  | 'STOPPED'
  /** It does not answer or allows no more for now; it is tried again later. */
  | 'WAITING'
  /** It is being asked about movies, the most rated first. */
  | 'WORKING';

/** A span of release years that a viewer may prefer. */
export type Era =
  /** Any year. */
  | 'ANY'
  /** Released in 1990 or later. */
  | 'NEW'
  /** Released before 1990. */
  | 'OLD';

/** Something that is expected of the data. */
export type Expectation = {
  readonly __typename?: 'Expectation';
  /** What is expected, in plain words. */
  readonly description: Scalars['String']['output'];
  /** What had to be found, for example "1870 to 2036". */
  readonly expected: Scalars['String']['output'];
  /** Its name, for example "years-of-films". */
  readonly name: Scalars['String']['output'];
  /** What was found, for example "1902 to 2018". */
  readonly observed: Scalars['String']['output'];
  /** Whether it held. Where there was nothing to judge, it did. */
  readonly passed: Scalars['Boolean']['output'];
  /** What happens when it fails. */
  readonly severity: ExpectationSeverity;
};

/** What happens when an expectation of the data fails. */
export type ExpectationSeverity =
  /** The import is not stored, and nothing is trained. */
  | 'HARD'
  /** It is reported. */
  | 'SOFT';

/** What others say of a movie. */
export type ExternalRating = {
  readonly __typename?: 'ExternalRating';
  /** The highest value there is: 10 or 100. */
  readonly best: Scalars['Float']['output'];
  /** "IMDb", "Rotten Tomatoes" or "Metacritic". */
  readonly source: Scalars['String']['output'];
  /** From 0 to `best`. */
  readonly value: Scalars['Float']['output'];
  /** How many voted; null where that is not told. */
  readonly voteCount?: Maybe<Scalars['Int']['output']>;
};

/** What one property of a movie added to a score. */
export type FeatureContribution = {
  readonly __typename?: 'FeatureContribution';
  /** What it added; negative when it spoke against. */
  readonly contribution: Scalars['Float']['output'];
  /** The property, for example "Comedy". */
  readonly name: Scalars['String']['output'];
};

/** For how much of the data a kind of fact is known. */
export type FieldCoverage = {
  readonly __typename?: 'FieldCoverage';
  /** The kind of fact: "overview", "cast" … */
  readonly field: Scalars['String']['output'];
  /** Share of the movies for which it is known, 0 to 1. */
  readonly movieShare: Scalars['Float']['output'];
  /** Share of the ratings that are of such a movie, 0 to 1. */
  readonly ratingShare: Scalars['Float']['output'];
};

/** Where a kind of fact comes from. */
export type FieldSource = {
  readonly __typename?: 'FieldSource';
  /** The kind of fact. */
  readonly field: Scalars['String']['output'];
  /** For how many movies. */
  readonly movieCount: Scalars['Int']['output'];
  /** The source: "wikipedia", "ml-latest-small" … */
  readonly source: Scalars['String']['output'];
};

/** A kind of movie. */
export type Genre = Node & {
  readonly __typename?: 'Genre';
  readonly id: Scalars['ID']['output'];
  /** How many movies of the catalog have it. */
  readonly movieCount: Scalars['Int']['output'];
  /** The name as shown. */
  readonly name: Scalars['String']['output'];
  /** The name in urls and filters, for example "film-noir". */
  readonly slug: Scalars['String']['output'];
};

/** Two genres, and whether movies tend to have both. */
export type GenreCorrelation = {
  readonly __typename?: 'GenreCorrelation';
  /**
   * Phi coefficient: 1 where they always go together, 0 where one says nothing about the other, below 0 where they avoid each
   * other.
   */
  readonly correlation: Scalars['Float']['output'];
  /** One genre's slug. */
  readonly first: Scalars['String']['output'];
  /** The other's. */
  readonly second: Scalars['String']['output'];
};

/** A genre in figures. */
export type GenreOfReport = {
  readonly __typename?: 'GenreOfReport';
  /** The mean of those ratings in stars; null without any. */
  readonly meanStars?: Maybe<Scalars['Float']['output']>;
  /** How many movies are of it. */
  readonly movieCount: Scalars['Int']['output'];
  /** The genre's name. */
  readonly name: Scalars['String']['output'];
  /** How many ratings those have. */
  readonly ratingCount: Scalars['Int']['output'];
  /** The genre's name in urls. */
  readonly slug: Scalars['String']['output'];
};

/** The start page. */
export type Home = {
  readonly __typename?: 'Home';
  /** Rows of movies, top row first; no movie is in two of them. */
  readonly sections: ReadonlyArray<HomeSection>;
};

/** One row of the start page. */
export type HomeSection = {
  readonly __typename?: 'HomeSection';
  /** The movies of the row. */
  readonly items: ReadonlyArray<Recommendation>;
  /** Names the kind of row, for example "trending". */
  readonly key: Scalars['String']['output'];
  /** Why the viewer sees this row. */
  readonly reason: Scalars['String']['output'];
  /** The heading: a sentence about these movies. */
  readonly title: Scalars['String']['output'];
};

/** A public license. */
export type License = {
  readonly __typename?: 'License';
  /** For example "CC BY-SA 4.0". */
  readonly name: Scalars['String']['output'];
  /** Its text. */
  readonly url: Scalars['String']['output'];
};

/** A model that took part in an answer. */
export type ModelUse = {
  readonly __typename?: 'ModelUse';
  /** The engine, for example "svd". */
  readonly engine: Scalars['String']['output'];
  /** The version of the model, counted per engine. */
  readonly version: Scalars['Int']['output'];
};

/** The ratings of one month. */
export type MonthOfRatings = {
  readonly __typename?: 'MonthOfRatings';
  /** How many. */
  readonly count: Scalars['Int']['output'];
  /** Their mean in stars. */
  readonly meanStars: Scalars['Float']['output'];
  /** The month they were given in, for example "2026-11". */
  readonly month: Scalars['String']['output'];
  /** How many viewers gave them. */
  readonly viewerCount: Scalars['Int']['output'];
};

/** One movie of the catalog. Fields that begin with `viewer` depend on who asks and must not be cached for others. */
export type Movie = Node & {
  readonly __typename?: 'Movie';
  /** Bayesian average of all ratings, 0.5 to 5 stars: few ratings stay near the catalog's mean; null without any rating. */
  readonly averageRating?: Maybe<Scalars['Float']['output']>;
  /** Awards in a sentence, from OMDb: "Won 2 Oscars. 12 wins & 15 nominations total"; null where none are known. */
  readonly awards?: Maybe<Scalars['String']['output']>;
  /** A wide picture, 1280 pixels across, from TMDB; null where none is known. */
  readonly backdropUrl?: Maybe<Scalars['String']['output']>;
  /** Who plays, leading parts first. */
  readonly cast: CastConnection;
  /** Who directed, as the credits name them. */
  readonly directors: ReadonlyArray<Person>;
  /** What users and critics elsewhere say, as OMDb tells it; an empty list where nothing is known. */
  readonly externalRatings: ReadonlyArray<ExternalRating>;
  /** The movie's genres by name. */
  readonly genres: ReadonlyArray<Genre>;
  readonly id: Scalars['ID']['output'];
  /** The same movie elsewhere. */
  readonly links: MovieLinks;
  /** The title in the movie's own language, where it is known and differs. */
  readonly originalTitle?: Maybe<Scalars['String']['output']>;
  /** A short text about the story; null where there is none. */
  readonly overview?: Maybe<Scalars['String']['output']>;
  /** A picture; generated art where there is no other. */
  readonly poster: Poster;
  /** How many viewers rated the movie. */
  readonly ratingCount: Scalars['Int']['output'];
  /** How many ratings of each half step there are, from 0.5 to 5: always ten entries. */
  readonly ratingHistogram: ReadonlyArray<RatingBucket>;
  /** Where the true mean of all ratings lies; null without any rating. */
  readonly ratingInterval?: Maybe<StarInterval>;
  /** The reviews in figures. */
  readonly reviewSummary?: Maybe<ReviewSummary>;
  /** What people wrote about the movie, newest first; texts without a known date come last. */
  readonly reviews: ReviewConnection;
  /** Length in minutes; null where unknown. */
  readonly runtimeMinutes?: Maybe<Scalars['Int']['output']>;
  /** Movies that are like this one, closest first. */
  readonly similar: ReadonlyArray<SimilarMovie>;
  /** The name in urls, for example "toy-story-1995". */
  readonly slug: Scalars['String']['output'];
  /** What the movie is about, the most relevant first. */
  readonly themes: ReadonlyArray<Theme>;
  /** The title as shown. */
  readonly title: Scalars['String']['output'];
  /** A trailer on YouTube, an official one where there is one; null where none is known. */
  readonly trailer?: Maybe<Trailer>;
  /** Whether the viewer dismissed the movie. Filled by a later release: false until then. */
  readonly viewerHasDismissed: Scalars['Boolean']['output'];
  /** Whether the movie is on the viewer's watchlist. Filled by a later release: false until then. */
  readonly viewerHasInWatchlist: Scalars['Boolean']['output'];
  /** The stars the viewer would probably give; null for a guest and where no model can tell. */
  readonly viewerPrediction?: Maybe<Prediction>;
  /** The viewer's own rating; null when there is none. */
  readonly viewerRating?: Maybe<Rating>;
  /** What the viewer wrote about the movie; null when nothing. It stands among the movie's reviews as well. */
  readonly viewerReview?: Maybe<Review>;
  /** Who wrote, as the credits name them. */
  readonly writers: ReadonlyArray<Person>;
  /** The year of release; null where unknown. */
  readonly year?: Maybe<Scalars['Int']['output']>;
};


/** One movie of the catalog. Fields that begin with `viewer` depend on who asks and must not be cached for others. */
export type MovieCastArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** One movie of the catalog. Fields that begin with `viewer` depend on who asks and must not be cached for others. */
export type MovieReviewsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** One movie of the catalog. Fields that begin with `viewer` depend on who asks and must not be cached for others. */
export type MovieSimilarArgs = {
  by?: InputMaybe<SimilarityBasis>;
  limit?: InputMaybe<Scalars['Int']['input']>;
};

/** A list of movies in pages. */
export type MovieConnection = {
  readonly __typename?: 'MovieConnection';
  /** One for each movie of the page. */
  readonly edges: ReadonlyArray<MovieEdge>;
  /** Where this page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** One movie in its list. */
export type MovieEdge = {
  readonly __typename?: 'MovieEdge';
  /** Pass it as `after` to continue behind this item. */
  readonly cursor: Scalars['String']['output'];
  /** The movie. */
  readonly node: Movie;
};

/** Which movies to keep; a movie must meet every condition given. */
export type MovieFilter = {
  /** Released in this era. */
  readonly era?: InputMaybe<Era>;
  /** Slugs of genres: the movie has at least one of them. */
  readonly genres?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Rated by at least this many viewers. */
  readonly minimumRatingCount?: InputMaybe<Scalars['Int']['input']>;
  /** Ids of persons: at least one of them made the movie or plays in it. */
  readonly people?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Released in this span. */
  readonly years?: InputMaybe<YearRange>;
};

/** Pages about the movie elsewhere; null where it is not known there. */
export type MovieLinks = {
  readonly __typename?: 'MovieLinks';
  /** The page at imdb.com. */
  readonly imdb?: Maybe<Scalars['String']['output']>;
  /** The page at themoviedb.org. */
  readonly tmdb?: Maybe<Scalars['String']['output']>;
  /** The article at en.wikipedia.org. */
  readonly wikipedia?: Maybe<Scalars['String']['output']>;
};

/** Names one movie; give exactly one of the fields. */
export type MovieLookup =
  /** The global id. */
  { readonly id: Scalars['ID']['input']; readonly imdb?: never; readonly slug?: never; readonly tmdb?: never; }
  |  /** The id at imdb.com, for example "tt0114709". */
  { readonly id?: never; readonly imdb: Scalars['String']['input']; readonly slug?: never; readonly tmdb?: never; }
  |  /** The name in urls, for example "toy-story-1995". */
  { readonly id?: never; readonly imdb?: never; readonly slug: Scalars['String']['input']; readonly tmdb?: never; }
  |  /** The id at themoviedb.org, for example 862. */
  { readonly id?: never; readonly imdb?: never; readonly slug?: never; readonly tmdb: Scalars['Int']['input']; };

/** The order of a list of movies; ties are settled by the movie's key, so pages never overlap. */
export type MovieSort =
  /** Best Bayesian average first, movies without ratings last. */
  | 'AVERAGE_RATING_DESC'
  /** Most rated first. */
  | 'RATING_COUNT_DESC'
  /** By title from A to Z, accents and punctuation ignored. */
  | 'TITLE_ASC'
  /** Oldest first, movies without a year last. */
  | 'YEAR_ASC'
  /** Newest first, movies without a year last. */
  | 'YEAR_DESC';

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Removes one of the viewer's reviews. */
  readonly deleteReview: DeleteReviewPayload;
  /** Stores the era and the first ratings of the viewer together. */
  readonly onboard: OnboardPayload;
  /** Stores the viewer's stars for a movie; an earlier rating of the same movie is replaced. */
  readonly rateMovie: RateMoviePayload;
  /** Starts a session without an account, so that ratings have an owner. A request that already carries a session keeps it. */
  readonly signInAnonymously: SignInAnonymouslyPayload;
  /** Takes the viewer's rating of a movie back; without a rating nothing changes. */
  readonly unrateMovie: UnrateMoviePayload;
  /** Replaces the text of one of the viewer's reviews. */
  readonly updateReview: UpdateReviewPayload;
  /** Stores what the viewer writes about a movie: one review for each. Ten texts in ten minutes are allowed, new and changed ones together. */
  readonly writeReview: WriteReviewPayload;
};


export type MutationDeleteReviewArgs = {
  input: DeleteReviewInput;
};


export type MutationOnboardArgs = {
  input: OnboardInput;
};


export type MutationRateMovieArgs = {
  input: RateMovieInput;
};


export type MutationUnrateMovieArgs = {
  input: UnrateMovieInput;
};


export type MutationUpdateReviewArgs = {
  input: UpdateReviewInput;
};


export type MutationWriteReviewArgs = {
  input: WriteReviewInput;
};

/** An object with a global id. Ids are derived from stable keys: they stay the same after a re-import of the catalog. */
export type Node = {
  /** The global id: opaque, unique over all types. */
  readonly id: Scalars['ID']['output'];
};

/** What a new viewer tells. */
export type OnboardInput = {
  /** From which era recommendations shall come. */
  readonly era: Era;
  /** At least one rating, at most 100, each movie once. */
  readonly ratings: ReadonlyArray<OnboardRatingInput>;
};

/** What getting started gives. */
export type OnboardPayload = {
  readonly __typename?: 'OnboardPayload';
  /** Why it failed; empty when it did not. */
  readonly userErrors: ReadonlyArray<UserError>;
  /** The viewer with the ratings applied; null when it failed. */
  readonly viewer?: Maybe<Viewer>;
};

/** One rating given while getting started. */
export type OnboardRatingInput = {
  /** Which movie. */
  readonly movieId: Scalars['ID']['input'];
  /** 0.5 to 5 in half steps. */
  readonly stars: Scalars['Float']['input'];
};

/** Where a page of a connection ends. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Pass it as `after` to get the next page; null for an empty page. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** True when more items follow this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
};

/** How many visitors look at a page. */
export type PageVisitors = {
  readonly __typename?: 'PageVisitors';
  /** How many visitors have it open now. */
  readonly active: Scalars['Int']['output'];
  /** The path of the page, for example "/movies/toy-story-1995". */
  readonly path: Scalars['String']['output'];
};

/** Someone who made or plays in movies. People are known by their names: two of one name are one person. */
export type Person = Node & {
  readonly __typename?: 'Person';
  readonly id: Scalars['ID']['output'];
  /** The movies the person made or plays in, best average rating first. */
  readonly movies: MovieConnection;
  /** The full name. */
  readonly name: Scalars['String']['output'];
};


/** Someone who made or plays in movies. People are known by their names: two of one name are one person. */
export type PersonMoviesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A picture for a movie, made for a 2:3 frame. */
export type Poster = {
  readonly __typename?: 'Poster';
  /** What the picture shows, for those who do not see it. */
  readonly alt: Scalars['String']['output'];
  /** Where the picture comes from. */
  readonly source: PosterSource;
  /** The absolute url of the picture; its content never changes under the same url. */
  readonly url: Scalars['String']['output'];
};

/** Where a poster comes from. */
export type PosterSource =
  /** Drawn by this API from title, year and genres. */
  | 'GENERATED'
  /** The Movie Database. */
  | 'TMDB'
  /** The thumbnail of the movie's Wikipedia article. */
  | 'WIKIPEDIA';

/** Predicted stars of one viewer for one movie. */
export type Prediction = {
  readonly __typename?: 'Prediction';
  /** How sure the prediction is. */
  readonly interval: StarInterval;
  /** 0.5 to 5 stars. */
  readonly stars: Scalars['Float']['output'];
};

/** What a viewer chose about their recommendations. */
export type Preferences = {
  readonly __typename?: 'Preferences';
  /** The era that recommendations are taken from. */
  readonly era: Era;
};

/** A point of a distribution. */
export type Quantile = {
  readonly __typename?: 'Quantile';
  /** The share that has at most `value`, 0 to 1. */
  readonly quantile: Scalars['Float']['output'];
  /** The value. */
  readonly value: Scalars['Float']['output'];
};

export type Query = {
  readonly __typename?: 'Query';
  /** Whom pictures, texts and figures of the movies are from, to be shown wherever they are: the terms ask for it. */
  readonly attributions: ReadonlyArray<Attribution>;
  /**
   * What the stored data looks like: its size, how ratings are spread, what is known of the films. Measured after each
   * import, so that asking costs nothing; null until the first has been measured.
   */
  readonly dataReport?: Maybe<DataReport>;
  /**
   * The services on the internet that are asked for what files lack, with how far each has come; none when that is
   * switched off.
   */
  readonly enrichment: ReadonlyArray<EnrichmentService>;
  /** All genres by name. */
  readonly genres: ReadonlyArray<Genre>;
  /** The start page for the viewer. */
  readonly home: Home;
  /** One movie, or null when the catalog does not have it. */
  readonly movie?: Maybe<Movie>;
  /** The catalog in pages. */
  readonly movies: MovieConnection;
  /** The object with this global id, or null when there is none or it is not yours to see. */
  readonly node?: Maybe<Node>;
  /** Well-known movies to rate first: a random choice from the 50 most rated of an era, other ones each time. */
  readonly onboardingMovies: ReadonlyArray<Movie>;
  /** Movies for someone who likes the given ones; needs no session and stores nothing. */
  readonly recommendFromFavorites: RecommendationConnection;
  /** Movies that match a text. */
  readonly search: SearchConnection;
  /** What viewers rate most and best within a span of time. */
  readonly trending: TrendingConnection;
  /** The one who is asking; a guest when the request carries no session. */
  readonly viewer: Viewer;
  /** Who visits the site now. */
  readonly visitorStats: VisitorStats;
};


export type QueryMovieArgs = {
  by: MovieLookup;
};


export type QueryMoviesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MovieFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<MovieSort>;
};


export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryOnboardingMoviesArgs = {
  era?: InputMaybe<Era>;
  limit?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryRecommendFromFavoritesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  favorites: ReadonlyArray<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QuerySearchArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MovieFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  mode?: InputMaybe<SearchMode>;
  query: Scalars['String']['input'];
};


export type QueryTrendingArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  genre?: InputMaybe<Scalars['String']['input']>;
  window?: InputMaybe<TimeWindow>;
};

/** A rating to store. */
export type RateMovieInput = {
  /** Which movie. */
  readonly movieId: Scalars['ID']['input'];
  /** 0.5 to 5 in half steps. */
  readonly stars: Scalars['Float']['input'];
};

/** What rating a movie changed. */
export type RateMoviePayload = {
  readonly __typename?: 'RateMoviePayload';
  /** The rating as stored; null when it failed. */
  readonly rating?: Maybe<Rating>;
  /** Why it failed; empty when it did not. */
  readonly userErrors: ReadonlyArray<UserError>;
  /** The viewer after the change; null when it failed. */
  readonly viewer?: Maybe<Viewer>;
};

/** One viewer's stars for one movie. */
export type Rating = Node & {
  readonly __typename?: 'Rating';
  readonly id: Scalars['ID']['output'];
  /** The movie. */
  readonly movie: Movie;
  /** When it was given or last changed. */
  readonly ratedAt: Scalars['DateTime']['output'];
  /** 0.5 to 5 in half steps. */
  readonly stars: Scalars['Float']['output'];
};

/** How often one half step was given. */
export type RatingBucket = {
  readonly __typename?: 'RatingBucket';
  /** How many ratings. */
  readonly count: Scalars['Int']['output'];
  /** 0.5 to 5 stars. */
  readonly stars: Scalars['Float']['output'];
};

/** Ratings, newest first. */
export type RatingConnection = {
  readonly __typename?: 'RatingConnection';
  /** One for each rating of the page. */
  readonly edges: ReadonlyArray<RatingEdge>;
  /** Where this page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** What one rating added to a score. */
export type RatingContribution = {
  readonly __typename?: 'RatingContribution';
  /** What it added; negative when it spoke against. */
  readonly contribution: Scalars['Float']['output'];
  /** The movie the viewer rated. */
  readonly movie: Movie;
  /** The stars the viewer gave. */
  readonly stars: Scalars['Float']['output'];
};

/** One rating in its list. */
export type RatingEdge = {
  readonly __typename?: 'RatingEdge';
  /** Pass it as `after` to continue behind this item. */
  readonly cursor: Scalars['String']['output'];
  /** The rating. */
  readonly node: Rating;
};

/** One recommended movie. */
export type Recommendation = {
  readonly __typename?: 'Recommendation';
  /** Why. */
  readonly explanation: RecommendationExplanation;
  /** Names this recommendation in this list. */
  readonly id: Scalars['ID']['output'];
  /** The movie. */
  readonly movie: Movie;
  /** The stars the viewer would probably give; null where no model can tell. */
  readonly prediction?: Maybe<Prediction>;
  /** 1 for the first of the list. */
  readonly rank: Scalars['Int']['output'];
  /** The blend's score, 0 to 1. Diversification may order against it. */
  readonly score: Scalars['Float']['output'];
  /** What each engine said. */
  readonly sources: ReadonlyArray<RecommendationSource>;
};

/**
 * A recommended list, best first. The list is frozen when it is first asked for: its pages do not overlap, even when the
 * viewer rates a movie in between.
 */
export type RecommendationConnection = {
  readonly __typename?: 'RecommendationConnection';
  /** One for each recommendation of the page. */
  readonly edges: ReadonlyArray<RecommendationEdge>;
  /** Names the frozen list. */
  readonly listId: Scalars['ID']['output'];
  /** The models that took part. */
  readonly models: ReadonlyArray<ModelUse>;
  /** Where this page ends. */
  readonly pageInfo: PageInfo;
  /** Why that strategy, in one sentence. */
  readonly routedBecause: Scalars['String']['output'];
  /** The strategy that was used in the end. */
  readonly strategyUsed: Strategy;
};

/** One recommendation in its list. */
export type RecommendationEdge = {
  readonly __typename?: 'RecommendationEdge';
  /** Pass it as `after` to continue behind this item. */
  readonly cursor: Scalars['String']['output'];
  /** The recommendation. */
  readonly node: Recommendation;
};

/** Why a movie is recommended. `baseline` and all contributions add up to the named engine's score. */
export type RecommendationExplanation = {
  readonly __typename?: 'RecommendationExplanation';
  /** What the engine says before it knows the viewer. */
  readonly baseline: Scalars['Float']['output'];
  /** What the viewer's ratings added, largest first. */
  readonly because: ReadonlyArray<RatingContribution>;
  /** The engine whose score is taken apart here. */
  readonly engine: Scalars['String']['output'];
  /** What properties of the movie added, largest first. */
  readonly features: ReadonlyArray<FeatureContribution>;
  /** One sentence for people. */
  readonly text: Scalars['String']['output'];
};

/** What one engine said about a movie. */
export type RecommendationSource = {
  readonly __typename?: 'RecommendationSource';
  /** The engine, for example "item-knn". */
  readonly engine: Scalars['String']['output'];
  /** The engine's score, brought to 0 to 1 over the candidates. */
  readonly score: Scalars['Float']['output'];
  /** How much the engine counted, 0 to 1. */
  readonly weight: Scalars['Float']['output'];
};

/** What someone wrote about a movie. */
export type Review = Node & {
  readonly __typename?: 'Review';
  /** Who wrote it; null where unknown, and for viewers, who are not named. */
  readonly author?: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  /** The movie. */
  readonly movie: Movie;
  /** How well the text speaks of the movie. */
  readonly sentiment?: Maybe<Sentiment>;
  /** Where the text comes from, for example "tmdb"; null when a viewer wrote it here. */
  readonly source?: Maybe<Scalars['String']['output']>;
  /** The stars that came with it, 0.5 to 5 in half steps; null where none did. */
  readonly stars?: Maybe<Scalars['Float']['output']>;
  /** Plain text with line breaks: not markup, so show it as it is. */
  readonly text: Scalars['String']['output'];
  /** When it was written; null where unknown. */
  readonly writtenAt?: Maybe<Scalars['DateTime']['output']>;
};

/** Reviews of a movie. */
export type ReviewConnection = {
  readonly __typename?: 'ReviewConnection';
  /** One for each review of the page. */
  readonly edges: ReadonlyArray<ReviewEdge>;
  /** Where this page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** One review in its list. */
export type ReviewEdge = {
  readonly __typename?: 'ReviewEdge';
  /** Pass it as `after` to continue behind this item. */
  readonly cursor: Scalars['String']['output'];
  /** The review. */
  readonly node: Review;
};

/** All reviews of a movie in two figures. */
export type ReviewSummary = {
  readonly __typename?: 'ReviewSummary';
  /** How many there are. */
  readonly count: Scalars['Int']['output'];
  /** The share of reviews whose sentiment is POSITIVE, 0 to 1; null without any review. */
  readonly positiveShare?: Maybe<Scalars['Float']['output']>;
};

/** Found movies, best first. */
export type SearchConnection = {
  readonly __typename?: 'SearchConnection';
  /** One for each movie of the page. */
  readonly edges: ReadonlyArray<SearchEdge>;
  /** Where this page ends. */
  readonly pageInfo: PageInfo;
  /** How many were found. What resembles the query only by chance is left out; each way of searching stops at 200. */
  readonly totalCount: Scalars['Int']['output'];
};

/** One found movie. */
export type SearchEdge = {
  readonly __typename?: 'SearchEdge';
  /** Pass it as `after` to continue behind this item. */
  readonly cursor: Scalars['String']['output'];
  /** What matched. */
  readonly matchedBy: ReadonlyArray<SearchMatch>;
  /** The movie. */
  readonly node: Movie;
  /** How well it matches, 0 to 1; only comparable within one search. */
  readonly score: Scalars['Float']['output'];
};

/** What in a movie matched. */
export type SearchMatch =
  /** Words of another field. */
  | 'KEYWORD'
  /** The names of the movie's people, or title and names together. */
  | 'PERSON'
  /** The meaning of the text. */
  | 'SEMANTIC'
  /** The title. */
  | 'TITLE';

/** How to search. */
export type SearchMode =
  /** By words and by meaning, fused. Words alone decide when a title begins with the query or the query names people. */
  | 'HYBRID'
  /**
   * By the words of titles, people, genres and overviews: movies with every word; where there are none, those with most.
   * Tolerates typing errors in titles and names.
   */
  | 'KEYWORD'
  /** By meaning: overviews that are close to the query; movies without an overview are not found. */
  | 'SEMANTIC';

/** How well a text speaks of a movie. */
export type Sentiment = {
  readonly __typename?: 'Sentiment';
  /** The verdict. */
  readonly label: SentimentLabel;
  /** The probability that the writer liked the movie, 0 to 1. It is calibrated: of texts with a score of 0.8, eight in ten are positive. */
  readonly score: Scalars['Float']['output'];
  /** The words that decided, the strongest first: at most ten. */
  readonly words: ReadonlyArray<SentimentWord>;
};

/** Whether the writer of a text about a movie liked the movie, as a model reads it. */
export type SentimentLabel =
  /** The writer did not like it: a score below 0.4. */
  | 'NEGATIVE'
  /** The text does not tell: a score from 0.4 to 0.6. */
  | 'NEUTRAL'
  /** The writer liked it: a score above 0.6. */
  | 'POSITIVE';

/** What one word of a text added to the verdict. */
export type SentimentWord = {
  readonly __typename?: 'SentimentWord';
  /** Its part in the logarithm of the odds, ln(score / (1 - score)): above 0 it speaks for POSITIVE, below 0 for NEGATIVE. */
  readonly contribution: Scalars['Float']['output'];
  /** The word in lower case; a punctuation mark counts as a word. */
  readonly word: Scalars['String']['output'];
};

/** What signing in anonymously gives. */
export type SignInAnonymouslyPayload = {
  readonly __typename?: 'SignInAnonymouslyPayload';
  /** For the header `Authorization: Bearer <token>`; browsers also get it as a cookie. Null when it failed. */
  readonly token?: Maybe<Scalars['String']['output']>;
  /** Why it failed; empty when it did not. */
  readonly userErrors: ReadonlyArray<UserError>;
  /** The viewer who is signed in now; null when it failed. */
  readonly viewer?: Maybe<Viewer>;
};

/** A movie that is like another one. */
export type SimilarMovie = {
  readonly __typename?: 'SimilarMovie';
  /** The similar movie. */
  readonly movie: Movie;
  /** Why, in one sentence. */
  readonly reason: Scalars['String']['output'];
  /** How alike, 0 to 1. */
  readonly score: Scalars['Float']['output'];
};

/** What makes two movies alike. */
export type SimilarityBasis =
  /** The same people like both. */
  | 'AUDIENCE'
  /** All of the others together. */
  | 'BLEND'
  /** Genres and years. */
  | 'CONTENT'
  /** The stories, by their texts. */
  | 'PLOT';

/** A map of which viewers have rated which movies. */
export type Sparsity = {
  readonly __typename?: 'Sparsity';
  /** The cells that hold ratings. */
  readonly cells: ReadonlyArray<SparsityCell>;
  /** How many groups of viewers there are, and as many of movies. */
  readonly groups: Scalars['Int']['output'];
};

/** The ratings of a group of viewers for a group of movies. */
export type SparsityCell = {
  readonly __typename?: 'SparsityCell';
  /** The share of the cell's pairs that are rated, 0 to 1. */
  readonly density: Scalars['Float']['output'];
  /** 1 for the most rated movies. */
  readonly movieGroup: Scalars['Int']['output'];
  /** 1 for the most active viewers. */
  readonly viewerGroup: Scalars['Int']['output'];
};

/** A range in stars that holds the true value with the probability `level`. */
export type StarInterval = {
  readonly __typename?: 'StarInterval';
  /** The upper end, in stars. */
  readonly high: Scalars['Float']['output'];
  /** How probable it is that the true value lies inside, for example 0.9. */
  readonly level: Scalars['Float']['output'];
  /** The lower end, in stars. */
  readonly low: Scalars['Float']['output'];
};

/** How engines are combined for one answer. */
export type Strategy =
  /** Chosen by what is known about the viewer. */
  | 'AUTO'
  /** From what viewers with a like taste rated. */
  | 'COLLABORATIVE'
  /** From movies that are like those the viewer liked. */
  | 'CONTENT'
  /** Collaborative, content and statistical engines blended by `weights`. */
  | 'HYBRID'
  /** From how all viewers rated; the only choice while the viewer has fewer than five ratings. */
  | 'STATISTICAL';

export type Subscription = {
  readonly __typename?: 'Subscription';
  /** Who visits the site: the current state first, then each change. */
  readonly visitorStats: VisitorStats;
};

/** What the most rated movies hold. */
export type TailShare = {
  readonly __typename?: 'TailShare';
  /** The share of all movies, the most rated ones, 0 to 1. */
  readonly movieShare: Scalars['Float']['output'];
  /** The share of all ratings that they have, 0 to 1. */
  readonly ratingShare: Scalars['Float']['output'];
};

/** How much a viewer likes something that movies have in common. */
export type TasteAffinity = {
  readonly __typename?: 'TasteAffinity';
  /**
   * From -1, disliked, to 1, liked. Near 0 with little to go by: the mean over the viewer's ratings of such movies, each
   * from -1 (two stars or more below the viewer's usual) to 1 (two or more above), as if three more were at 0.
   */
  readonly affinity: Scalars['Float']['output'];
  /** What it is: "Drama", "1970s", "friendship", "Agnès Varda". */
  readonly name: Scalars['String']['output'];
};

/**
 * Someone with a similar taste, who stays unnamed. Neighbors are viewers of the data sets that the catalog was made from,
 * published without names; viewers of this site are never shown to each other.
 */
export type TasteNeighbor = {
  readonly __typename?: 'TasteNeighbor';
  /** Movies that both gave four stars or more, the viewer's best first. At most 12. */
  readonly sharedMovies: ReadonlyArray<Movie>;
  /**
   * How near the tastes are, up to 1: half from what the movies are about that either likes, half from the movies that
   * both like.
   */
  readonly similarity: Scalars['Float']['output'];
  /**
   * Movies that the neighbor gave four stars or more and that the viewer has neither rated nor dismissed, the neighbor's best
   * first. At most 12.
   */
  readonly suggests: ReadonlyArray<Movie>;
};

/** What a viewer's ratings say about their taste; all lists are empty without any rating. */
export type TasteProfile = {
  readonly __typename?: 'TasteProfile';
  /** Decades of release, the most liked first. */
  readonly decades: ReadonlyArray<TasteAffinity>;
  /** Genres, the most liked first. */
  readonly genres: ReadonlyArray<TasteAffinity>;
  /** The directors and leading actors that stand out most, liked or not; the most liked first. At most 12. */
  readonly people: ReadonlyArray<TasteAffinity>;
  /** The themes that stand out most, liked or not; the most liked first. At most 12. */
  readonly themes: ReadonlyArray<TasteAffinity>;
};

/** Something a movie is about. */
export type Theme = {
  readonly __typename?: 'Theme';
  /** The theme in one or a few words. */
  readonly name: Scalars['String']['output'];
  /** How much of the movie it is, 0 to 1. */
  readonly relevance: Scalars['Float']['output'];
};

/** A span of time that ends at the newest rating stored. */
export type TimeWindow =
  /** Everything. */
  | 'ALL_TIME'
  /** 30 days. */
  | 'MONTH'
  /** 7 days. */
  | 'WEEK'
  /** 365 days. */
  | 'YEAR';

/** A short film that advertises the movie. */
export type Trailer = {
  readonly __typename?: 'Trailer';
  /** The address for an iframe, of a player that keeps no cookies. */
  readonly embedUrl: Scalars['String']['output'];
  /** The page to watch it on. */
  readonly url: Scalars['String']['output'];
};

/** A rule for outliers or missing values. */
export type Treatment = {
  readonly __typename?: 'Treatment';
  /** How many it is still about as they are stored. */
  readonly after: Scalars['Int']['output'];
  /** How many movies it was about as they were read. */
  readonly before: Scalars['Int']['output'];
  /** The rule and what is done, for example "no overview: taken from another source, else left empty". */
  readonly rule: Scalars['String']['output'];
};

/** What viewers rate most and best, in order. */
export type TrendingConnection = {
  readonly __typename?: 'TrendingConnection';
  /** Where the window ends: the newest rating stored; null when nobody has rated yet, and other sites' votes give the order. */
  readonly asOf?: Maybe<Scalars['DateTime']['output']>;
  /** One for each movie. */
  readonly edges: ReadonlyArray<TrendingEdge>;
  /** The window that was used: a wider one than asked for when that one is nearly empty. */
  readonly windowUsed: TimeWindow;
};

/** One trending movie. */
export type TrendingEdge = {
  readonly __typename?: 'TrendingEdge';
  /** Where the true mean of the window's ratings lies. */
  readonly interval: StarInterval;
  /** The movie. */
  readonly node: Movie;
  /** 1 for the first. */
  readonly rank: Scalars['Int']['output'];
  /** The Bayesian average of the window's ratings that the order follows, 0.5 to 5 stars. */
  readonly score: Scalars['Float']['output'];
};

/** A rating to take back. */
export type UnrateMovieInput = {
  /** Which movie. */
  readonly movieId: Scalars['ID']['input'];
};

/** What taking a rating back changed. */
export type UnrateMoviePayload = {
  readonly __typename?: 'UnrateMoviePayload';
  /** The movie after the change; null when it failed. */
  readonly movie?: Maybe<Movie>;
  /** Why it failed; empty when it did not. */
  readonly userErrors: ReadonlyArray<UserError>;
  /** The viewer after the change; null when it failed. */
  readonly viewer?: Maybe<Viewer>;
};

/** A new text for a review. */
export type UpdateReviewInput = {
  /** Which of the viewer's own reviews. */
  readonly id: Scalars['ID']['input'];
  /** As in `WriteReviewInput`. */
  readonly text: Scalars['String']['input'];
};

/** What changing a review changed. */
export type UpdateReviewPayload = {
  readonly __typename?: 'UpdateReviewPayload';
  /** The review as stored; null when it failed. */
  readonly review?: Maybe<Review>;
  /** Why it failed; empty when it did not. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** An expected failure of a mutation. When there is one, nothing was changed. */
export type UserError = {
  readonly __typename?: 'UserError';
  /** The kind of mistake, for programs. */
  readonly code: UserErrorCode;
  /** One sentence for people: what is wrong and what to do. */
  readonly message: Scalars['String']['output'];
  /** Where in the arguments the mistake is, for example ["input", "stars"]; empty when it concerns the whole request. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
};

/** What kind of mistake a mutation found in what it was sent. */
export type UserErrorCode =
  /** The same thing is given twice, or is there already. */
  | 'DUPLICATE'
  /** It belongs to someone else. */
  | 'FORBIDDEN'
  /** A value is outside of what is allowed. */
  | 'INVALID_VALUE'
  /** An id names nothing that exists. */
  | 'NOT_FOUND'
  /** Too many changes in a short time; the message says when to try again. */
  | 'RATE_LIMITED'
  /** Something needed is missing or empty. */
  | 'REQUIRED'
  /** No session came with the request; call signInAnonymously first. */
  | 'UNAUTHENTICATED';

/** The one who is asking. Without a session this is a guest: anonymous, without ratings, the same for everybody. */
export type Viewer = Node & {
  readonly __typename?: 'Viewer';
  /** Movies that must not be recommended. Filled by a later release: an empty list until then. */
  readonly dismissed: MovieConnection;
  /** A download of everything stored about the viewer. Filled by a later release: null until then. */
  readonly export?: Maybe<ViewerExport>;
  readonly id: Scalars['ID']['output'];
  /** True until the viewer makes an account with an e-mail address; always true for a guest. */
  readonly isAnonymous: Scalars['Boolean']['output'];
  /** What the viewer chose. */
  readonly preferences: Preferences;
  /** How many movies the viewer has rated. */
  readonly ratingCount: Scalars['Int']['output'];
  /** The viewer's ratings, newest first. */
  readonly ratings: RatingConnection;
  /** Movies for this viewer, without those they rated. Useful without any rating, personal from the first ones on. */
  readonly recommendations: RecommendationConnection;
  /** Grows with every change that changes the viewer's recommendations; 0 for a guest. */
  readonly recommendationsVersion: Scalars['Int']['output'];
  /** Others with a similar taste, the most similar first; nobody before the viewer's first ratings. */
  readonly tasteNeighbors: ReadonlyArray<TasteNeighbor>;
  /** What the viewer's ratings say about their taste. */
  readonly tasteProfile: TasteProfile;
  /** Movies to watch later. Filled by a later release: an empty list until then. */
  readonly watchlist: MovieConnection;
};


/** The one who is asking. Without a session this is a guest: anonymous, without ratings, the same for everybody. */
export type ViewerDismissedArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** The one who is asking. Without a session this is a guest: anonymous, without ratings, the same for everybody. */
export type ViewerRatingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** The one who is asking. Without a session this is a guest: anonymous, without ratings, the same for everybody. */
export type ViewerRecommendationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  diversity?: InputMaybe<Scalars['Float']['input']>;
  filter?: InputMaybe<MovieFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  strategy?: InputMaybe<Strategy>;
  weights?: InputMaybe<BlendWeightsInput>;
};


/** The one who is asking. Without a session this is a guest: anonymous, without ratings, the same for everybody. */
export type ViewerTasteNeighborsArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
};


/** The one who is asking. Without a session this is a guest: anonymous, without ratings, the same for everybody. */
export type ViewerWatchlistArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A download of everything stored about a viewer. */
export type ViewerExport = {
  readonly __typename?: 'ViewerExport';
  /** When the url stops working. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** Where to download it. */
  readonly url: Scalars['String']['output'];
};

/** Who visits the site. */
export type VisitorStats = {
  readonly __typename?: 'VisitorStats';
  /** How many visitors have a page open now. */
  readonly activeVisitors: Scalars['Int']['output'];
  /** When this was counted. */
  readonly at: Scalars['DateTime']['output'];
  /** The open pages, most visited first. */
  readonly pages: ReadonlyArray<PageVisitors>;
  /** How many visits there were since the database was made. */
  readonly totalVisits: Scalars['Int']['output'];
  /** How many different visitors they came from. */
  readonly uniqueVisitors: Scalars['Int']['output'];
};


/** Who visits the site. */
export type VisitorStatsPagesArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
};

/** A review to store. */
export type WriteReviewInput = {
  /** Which movie. */
  readonly movieId: Scalars['ID']['input'];
  /** Plain text of at most 10,000 characters. Space around it and control characters are taken off. */
  readonly text: Scalars['String']['input'];
};

/** What writing a review changed. */
export type WriteReviewPayload = {
  readonly __typename?: 'WriteReviewPayload';
  /** The review as stored; null when it failed. */
  readonly review?: Maybe<Review>;
  /** Why it failed; empty when it did not. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The ratings of one year. */
export type YearOfRatings = {
  readonly __typename?: 'YearOfRatings';
  /** How many. */
  readonly count: Scalars['Int']['output'];
  /** Their mean in stars. */
  readonly meanStars: Scalars['Float']['output'];
  /** The year they were given in. */
  readonly year: Scalars['Int']['output'];
};

/** A span of years, both ends included; leave one out for an open end. */
export type YearRange = {
  /** The first year. */
  readonly from?: InputMaybe<Scalars['Int']['input']>;
  /** The last year. */
  readonly to?: InputMaybe<Scalars['Int']['input']>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;




/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( GenreParent )
    | ( MovieRow )
    | ( PersonRow )
    | ( RatingParent )
    | ( ReviewRow )
    | ( ViewerParent )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Attribution: ResolverTypeWrapper<Attribution>;
  BlendWeightsInput: BlendWeightsInput;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  CastConnection: ResolverTypeWrapper<CastConnectionParent>;
  CastEdge: ResolverTypeWrapper<Omit<CastEdge, 'node'> & { node: ResolversTypes['Person'] }>;
  ColdStart: ResolverTypeWrapper<ColdStart>;
  DataReport: ResolverTypeWrapper<DataReport>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DecadeOfReport: ResolverTypeWrapper<DecadeOfReport>;
  DeleteReviewInput: DeleteReviewInput;
  DeleteReviewPayload: ResolverTypeWrapper<Omit<DeleteReviewPayload, 'movie'> & { movie?: Maybe<ResolversTypes['Movie']> }>;
  EnrichmentService: ResolverTypeWrapper<EnrichmentService>;
  EnrichmentStatus: EnrichmentStatus;
  Era: Era;
  Expectation: ResolverTypeWrapper<Expectation>;
  ExpectationSeverity: ExpectationSeverity;
  ExternalRating: ResolverTypeWrapper<ExternalRating>;
  FeatureContribution: ResolverTypeWrapper<FeatureContribution>;
  FieldCoverage: ResolverTypeWrapper<FieldCoverage>;
  FieldSource: ResolverTypeWrapper<FieldSource>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Genre: ResolverTypeWrapper<GenreParent>;
  GenreCorrelation: ResolverTypeWrapper<GenreCorrelation>;
  GenreOfReport: ResolverTypeWrapper<GenreOfReport>;
  Home: ResolverTypeWrapper<Omit<Home, 'sections'> & { sections: ReadonlyArray<ResolversTypes['HomeSection']> }>;
  HomeSection: ResolverTypeWrapper<HomeSectionParent>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  License: ResolverTypeWrapper<License>;
  ModelUse: ResolverTypeWrapper<ModelUse>;
  MonthOfRatings: ResolverTypeWrapper<MonthOfRatings>;
  Movie: ResolverTypeWrapper<MovieRow>;
  MovieConnection: ResolverTypeWrapper<MovieConnectionParent>;
  MovieEdge: ResolverTypeWrapper<Omit<MovieEdge, 'node'> & { node: ResolversTypes['Movie'] }>;
  MovieFilter: MovieFilter;
  MovieLinks: ResolverTypeWrapper<MovieLinks>;
  MovieLookup: MovieLookup;
  MovieSort: MovieSort;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  OnboardInput: OnboardInput;
  OnboardPayload: ResolverTypeWrapper<Omit<OnboardPayload, 'viewer'> & { viewer?: Maybe<ResolversTypes['Viewer']> }>;
  OnboardRatingInput: OnboardRatingInput;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PageVisitors: ResolverTypeWrapper<PageVisitors>;
  Person: ResolverTypeWrapper<PersonRow>;
  Poster: ResolverTypeWrapper<Poster>;
  PosterSource: PosterSource;
  Prediction: ResolverTypeWrapper<PredictionParent>;
  Preferences: ResolverTypeWrapper<Preferences>;
  Quantile: ResolverTypeWrapper<Quantile>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RateMovieInput: RateMovieInput;
  RateMoviePayload: ResolverTypeWrapper<Omit<RateMoviePayload, 'rating' | 'viewer'> & { rating?: Maybe<ResolversTypes['Rating']>, viewer?: Maybe<ResolversTypes['Viewer']> }>;
  Rating: ResolverTypeWrapper<RatingParent>;
  RatingBucket: ResolverTypeWrapper<RatingBucket>;
  RatingConnection: ResolverTypeWrapper<RatingConnectionParent>;
  RatingContribution: ResolverTypeWrapper<RatingContributionParent>;
  RatingEdge: ResolverTypeWrapper<Omit<RatingEdge, 'node'> & { node: ResolversTypes['Rating'] }>;
  Recommendation: ResolverTypeWrapper<RecommendationParent>;
  RecommendationConnection: ResolverTypeWrapper<RecommendationConnectionParent>;
  RecommendationEdge: ResolverTypeWrapper<Omit<RecommendationEdge, 'node'> & { node: ResolversTypes['Recommendation'] }>;
  RecommendationExplanation: ResolverTypeWrapper<Omit<RecommendationExplanation, 'because'> & { because: ReadonlyArray<ResolversTypes['RatingContribution']> }>;
  RecommendationSource: ResolverTypeWrapper<RecommendationSource>;
  Review: ResolverTypeWrapper<ReviewRow>;
  ReviewConnection: ResolverTypeWrapper<ReviewConnectionParent>;
  ReviewEdge: ResolverTypeWrapper<Omit<ReviewEdge, 'node'> & { node: ResolversTypes['Review'] }>;
  ReviewSummary: ResolverTypeWrapper<ReviewSummary>;
  SearchConnection: ResolverTypeWrapper<Omit<SearchConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['SearchEdge']> }>;
  SearchEdge: ResolverTypeWrapper<SearchEdgeParent>;
  SearchMatch: SearchMatch;
  SearchMode: SearchMode;
  Sentiment: ResolverTypeWrapper<ReviewRow>;
  SentimentLabel: SentimentLabel;
  SentimentWord: ResolverTypeWrapper<SentimentWord>;
  SignInAnonymouslyPayload: ResolverTypeWrapper<Omit<SignInAnonymouslyPayload, 'viewer'> & { viewer?: Maybe<ResolversTypes['Viewer']> }>;
  SimilarMovie: ResolverTypeWrapper<SimilarMovieParent>;
  SimilarityBasis: SimilarityBasis;
  Sparsity: ResolverTypeWrapper<Sparsity>;
  SparsityCell: ResolverTypeWrapper<SparsityCell>;
  StarInterval: ResolverTypeWrapper<StarInterval>;
  Strategy: Strategy;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TailShare: ResolverTypeWrapper<TailShare>;
  TasteAffinity: ResolverTypeWrapper<TasteAffinity>;
  TasteNeighbor: ResolverTypeWrapper<TasteNeighborParent>;
  TasteProfile: ResolverTypeWrapper<TasteProfileParent>;
  Theme: ResolverTypeWrapper<Theme>;
  TimeWindow: TimeWindow;
  Trailer: ResolverTypeWrapper<Trailer>;
  Treatment: ResolverTypeWrapper<Treatment>;
  TrendingConnection: ResolverTypeWrapper<Omit<TrendingConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['TrendingEdge']> }>;
  TrendingEdge: ResolverTypeWrapper<TrendingEdgeParent>;
  UnrateMovieInput: UnrateMovieInput;
  UnrateMoviePayload: ResolverTypeWrapper<Omit<UnrateMoviePayload, 'movie' | 'viewer'> & { movie?: Maybe<ResolversTypes['Movie']>, viewer?: Maybe<ResolversTypes['Viewer']> }>;
  UpdateReviewInput: UpdateReviewInput;
  UpdateReviewPayload: ResolverTypeWrapper<Omit<UpdateReviewPayload, 'review'> & { review?: Maybe<ResolversTypes['Review']> }>;
  UserError: ResolverTypeWrapper<UserError>;
  UserErrorCode: UserErrorCode;
  Viewer: ResolverTypeWrapper<ViewerParent>;
  ViewerExport: ResolverTypeWrapper<ViewerExport>;
  VisitorStats: ResolverTypeWrapper<VisitorStatsParent>;
  WriteReviewInput: WriteReviewInput;
  WriteReviewPayload: ResolverTypeWrapper<Omit<WriteReviewPayload, 'review'> & { review?: Maybe<ResolversTypes['Review']> }>;
  YearOfRatings: ResolverTypeWrapper<YearOfRatings>;
  YearRange: YearRange;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Attribution: Attribution;
  BlendWeightsInput: BlendWeightsInput;
  Boolean: Scalars['Boolean']['output'];
  CastConnection: CastConnectionParent;
  CastEdge: Omit<CastEdge, 'node'> & { node: ResolversParentTypes['Person'] };
  ColdStart: ColdStart;
  DataReport: DataReport;
  DateTime: Scalars['DateTime']['output'];
  DecadeOfReport: DecadeOfReport;
  DeleteReviewInput: DeleteReviewInput;
  DeleteReviewPayload: Omit<DeleteReviewPayload, 'movie'> & { movie?: Maybe<ResolversParentTypes['Movie']> };
  EnrichmentService: EnrichmentService;
  Expectation: Expectation;
  ExternalRating: ExternalRating;
  FeatureContribution: FeatureContribution;
  FieldCoverage: FieldCoverage;
  FieldSource: FieldSource;
  Float: Scalars['Float']['output'];
  Genre: GenreParent;
  GenreCorrelation: GenreCorrelation;
  GenreOfReport: GenreOfReport;
  Home: Omit<Home, 'sections'> & { sections: ReadonlyArray<ResolversParentTypes['HomeSection']> };
  HomeSection: HomeSectionParent;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  License: License;
  ModelUse: ModelUse;
  MonthOfRatings: MonthOfRatings;
  Movie: MovieRow;
  MovieConnection: MovieConnectionParent;
  MovieEdge: Omit<MovieEdge, 'node'> & { node: ResolversParentTypes['Movie'] };
  MovieFilter: MovieFilter;
  MovieLinks: MovieLinks;
  MovieLookup: MovieLookup;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  OnboardInput: OnboardInput;
  OnboardPayload: Omit<OnboardPayload, 'viewer'> & { viewer?: Maybe<ResolversParentTypes['Viewer']> };
  OnboardRatingInput: OnboardRatingInput;
  PageInfo: PageInfo;
  PageVisitors: PageVisitors;
  Person: PersonRow;
  Poster: Poster;
  Prediction: PredictionParent;
  Preferences: Preferences;
  Quantile: Quantile;
  Query: Record<PropertyKey, never>;
  RateMovieInput: RateMovieInput;
  RateMoviePayload: Omit<RateMoviePayload, 'rating' | 'viewer'> & { rating?: Maybe<ResolversParentTypes['Rating']>, viewer?: Maybe<ResolversParentTypes['Viewer']> };
  Rating: RatingParent;
  RatingBucket: RatingBucket;
  RatingConnection: RatingConnectionParent;
  RatingContribution: RatingContributionParent;
  RatingEdge: Omit<RatingEdge, 'node'> & { node: ResolversParentTypes['Rating'] };
  Recommendation: RecommendationParent;
  RecommendationConnection: RecommendationConnectionParent;
  RecommendationEdge: Omit<RecommendationEdge, 'node'> & { node: ResolversParentTypes['Recommendation'] };
  RecommendationExplanation: Omit<RecommendationExplanation, 'because'> & { because: ReadonlyArray<ResolversParentTypes['RatingContribution']> };
  RecommendationSource: RecommendationSource;
  Review: ReviewRow;
  ReviewConnection: ReviewConnectionParent;
  ReviewEdge: Omit<ReviewEdge, 'node'> & { node: ResolversParentTypes['Review'] };
  ReviewSummary: ReviewSummary;
  SearchConnection: Omit<SearchConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['SearchEdge']> };
  SearchEdge: SearchEdgeParent;
  Sentiment: ReviewRow;
  SentimentWord: SentimentWord;
  SignInAnonymouslyPayload: Omit<SignInAnonymouslyPayload, 'viewer'> & { viewer?: Maybe<ResolversParentTypes['Viewer']> };
  SimilarMovie: SimilarMovieParent;
  Sparsity: Sparsity;
  SparsityCell: SparsityCell;
  StarInterval: StarInterval;
  String: Scalars['String']['output'];
  Subscription: Record<PropertyKey, never>;
  TailShare: TailShare;
  TasteAffinity: TasteAffinity;
  TasteNeighbor: TasteNeighborParent;
  TasteProfile: TasteProfileParent;
  Theme: Theme;
  Trailer: Trailer;
  Treatment: Treatment;
  TrendingConnection: Omit<TrendingConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['TrendingEdge']> };
  TrendingEdge: TrendingEdgeParent;
  UnrateMovieInput: UnrateMovieInput;
  UnrateMoviePayload: Omit<UnrateMoviePayload, 'movie' | 'viewer'> & { movie?: Maybe<ResolversParentTypes['Movie']>, viewer?: Maybe<ResolversParentTypes['Viewer']> };
  UpdateReviewInput: UpdateReviewInput;
  UpdateReviewPayload: Omit<UpdateReviewPayload, 'review'> & { review?: Maybe<ResolversParentTypes['Review']> };
  UserError: UserError;
  Viewer: ViewerParent;
  ViewerExport: ViewerExport;
  VisitorStats: VisitorStatsParent;
  WriteReviewInput: WriteReviewInput;
  WriteReviewPayload: Omit<WriteReviewPayload, 'review'> & { review?: Maybe<ResolversParentTypes['Review']> };
  YearOfRatings: YearOfRatings;
  YearRange: YearRange;
};

export type AttributionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Attribution'] = ResolversParentTypes['Attribution']> = {
  license?: Resolver<Maybe<ResolversTypes['License']>, ParentType, ContextType>;
  logoUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  notice?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CastConnectionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['CastConnection'] = ResolversParentTypes['CastConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CastEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CastEdgeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['CastEdge'] = ResolversParentTypes['CastEdge']> = {
  character?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Person'], ParentType, ContextType>;
};

export type ColdStartResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['ColdStart'] = ResolversParentTypes['ColdStart']> = {
  moviesUnderFive?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  moviesWithoutRating?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  viewersUnderFive?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  viewersUnderTwenty?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type DataReportResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['DataReport'] = ResolversParentTypes['DataReport']> = {
  coldStart?: Resolver<ResolversTypes['ColdStart'], ParentType, ContextType>;
  coverage?: Resolver<ReadonlyArray<ResolversTypes['FieldCoverage']>, ParentType, ContextType>;
  decades?: Resolver<ReadonlyArray<ResolversTypes['DecadeOfReport']>, ParentType, ContextType>;
  density?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  expectations?: Resolver<ReadonlyArray<ResolversTypes['Expectation']>, ParentType, ContextType>;
  genreCorrelations?: Resolver<ReadonlyArray<ResolversTypes['GenreCorrelation']>, ParentType, ContextType>;
  genres?: Resolver<ReadonlyArray<ResolversTypes['GenreOfReport']>, ParentType, ContextType>;
  gini?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  longTail?: Resolver<ReadonlyArray<ResolversTypes['TailShare']>, ParentType, ContextType>;
  meanStars?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  measuredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  movieCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  provenance?: Resolver<ReadonlyArray<ResolversTypes['FieldSource']>, ParentType, ContextType>;
  ratingCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ratingHistogram?: Resolver<ReadonlyArray<ResolversTypes['RatingBucket']>, ParentType, ContextType>;
  ratingsByMonth?: Resolver<ReadonlyArray<ResolversTypes['MonthOfRatings']>, ParentType, ContextType>;
  ratingsByYear?: Resolver<ReadonlyArray<ResolversTypes['YearOfRatings']>, ParentType, ContextType>;
  ratingsPerMovie?: Resolver<ReadonlyArray<ResolversTypes['Quantile']>, ParentType, ContextType>;
  ratingsPerViewer?: Resolver<ReadonlyArray<ResolversTypes['Quantile']>, ParentType, ContextType>;
  sparsity?: Resolver<ResolversTypes['Sparsity'], ParentType, ContextType>;
  treatments?: Resolver<ReadonlyArray<ResolversTypes['Treatment']>, ParentType, ContextType>;
  viewerCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DecadeOfReportResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['DecadeOfReport'] = ResolversParentTypes['DecadeOfReport']> = {
  decade?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  meanStars?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  movieCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ratingCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DeleteReviewPayloadResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['DeleteReviewPayload'] = ResolversParentTypes['DeleteReviewPayload']> = {
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  movie?: Resolver<Maybe<ResolversTypes['Movie']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type EnrichmentServiceResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['EnrichmentService'] = ResolversParentTypes['EnrichmentService']> = {
  answeredCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  foundCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  movieCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['EnrichmentStatus'], ParentType, ContextType>;
};

export type ExpectationResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Expectation'] = ResolversParentTypes['Expectation']> = {
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expected?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  observed?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  passed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['ExpectationSeverity'], ParentType, ContextType>;
};

export type ExternalRatingResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['ExternalRating'] = ResolversParentTypes['ExternalRating']> = {
  best?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  voteCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type FeatureContributionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['FeatureContribution'] = ResolversParentTypes['FeatureContribution']> = {
  contribution?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FieldCoverageResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['FieldCoverage'] = ResolversParentTypes['FieldCoverage']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  movieShare?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  ratingShare?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type FieldSourceResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['FieldSource'] = ResolversParentTypes['FieldSource']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  movieCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type GenreResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Genre'] = ResolversParentTypes['Genre']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  movieCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GenreCorrelationResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['GenreCorrelation'] = ResolversParentTypes['GenreCorrelation']> = {
  correlation?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  first?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  second?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type GenreOfReportResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['GenreOfReport'] = ResolversParentTypes['GenreOfReport']> = {
  meanStars?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  movieCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ratingCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type HomeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Home'] = ResolversParentTypes['Home']> = {
  sections?: Resolver<ReadonlyArray<ResolversTypes['HomeSection']>, ParentType, ContextType>;
};

export type HomeSectionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['HomeSection'] = ResolversParentTypes['HomeSection']> = {
  items?: Resolver<ReadonlyArray<ResolversTypes['Recommendation']>, ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LicenseResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['License'] = ResolversParentTypes['License']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ModelUseResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['ModelUse'] = ResolversParentTypes['ModelUse']> = {
  engine?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MonthOfRatingsResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['MonthOfRatings'] = ResolversParentTypes['MonthOfRatings']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  meanStars?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  viewerCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MovieResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Movie'] = ResolversParentTypes['Movie']> = {
  averageRating?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  awards?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  backdropUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cast?: Resolver<ResolversTypes['CastConnection'], ParentType, ContextType, RequireFields<MovieCastArgs, 'first'>>;
  directors?: Resolver<ReadonlyArray<ResolversTypes['Person']>, ParentType, ContextType>;
  externalRatings?: Resolver<ReadonlyArray<ResolversTypes['ExternalRating']>, ParentType, ContextType>;
  genres?: Resolver<ReadonlyArray<ResolversTypes['Genre']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  links?: Resolver<ResolversTypes['MovieLinks'], ParentType, ContextType>;
  originalTitle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  overview?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  poster?: Resolver<ResolversTypes['Poster'], ParentType, ContextType>;
  ratingCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ratingHistogram?: Resolver<ReadonlyArray<ResolversTypes['RatingBucket']>, ParentType, ContextType>;
  ratingInterval?: Resolver<Maybe<ResolversTypes['StarInterval']>, ParentType, ContextType>;
  reviewSummary?: Resolver<Maybe<ResolversTypes['ReviewSummary']>, ParentType, ContextType>;
  reviews?: Resolver<ResolversTypes['ReviewConnection'], ParentType, ContextType, RequireFields<MovieReviewsArgs, 'first'>>;
  runtimeMinutes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  similar?: Resolver<ReadonlyArray<ResolversTypes['SimilarMovie']>, ParentType, ContextType, RequireFields<MovieSimilarArgs, 'by' | 'limit'>>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  themes?: Resolver<ReadonlyArray<ResolversTypes['Theme']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  trailer?: Resolver<Maybe<ResolversTypes['Trailer']>, ParentType, ContextType>;
  viewerHasDismissed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerHasInWatchlist?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerPrediction?: Resolver<Maybe<ResolversTypes['Prediction']>, ParentType, ContextType>;
  viewerRating?: Resolver<Maybe<ResolversTypes['Rating']>, ParentType, ContextType>;
  viewerReview?: Resolver<Maybe<ResolversTypes['Review']>, ParentType, ContextType>;
  writers?: Resolver<ReadonlyArray<ResolversTypes['Person']>, ParentType, ContextType>;
  year?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MovieConnectionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['MovieConnection'] = ResolversParentTypes['MovieConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['MovieEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MovieEdgeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['MovieEdge'] = ResolversParentTypes['MovieEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Movie'], ParentType, ContextType>;
};

export type MovieLinksResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['MovieLinks'] = ResolversParentTypes['MovieLinks']> = {
  imdb?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tmdb?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  wikipedia?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  deleteReview?: Resolver<ResolversTypes['DeleteReviewPayload'], ParentType, ContextType, RequireFields<MutationDeleteReviewArgs, 'input'>>;
  onboard?: Resolver<ResolversTypes['OnboardPayload'], ParentType, ContextType, RequireFields<MutationOnboardArgs, 'input'>>;
  rateMovie?: Resolver<ResolversTypes['RateMoviePayload'], ParentType, ContextType, RequireFields<MutationRateMovieArgs, 'input'>>;
  signInAnonymously?: Resolver<ResolversTypes['SignInAnonymouslyPayload'], ParentType, ContextType>;
  unrateMovie?: Resolver<ResolversTypes['UnrateMoviePayload'], ParentType, ContextType, RequireFields<MutationUnrateMovieArgs, 'input'>>;
  updateReview?: Resolver<ResolversTypes['UpdateReviewPayload'], ParentType, ContextType, RequireFields<MutationUpdateReviewArgs, 'input'>>;
  writeReview?: Resolver<ResolversTypes['WriteReviewPayload'], ParentType, ContextType, RequireFields<MutationWriteReviewArgs, 'input'>>;
};

export type NodeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Genre' | 'Movie' | 'Person' | 'Rating' | 'Review' | 'Viewer', ParentType, ContextType>;
};

export type OnboardPayloadResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['OnboardPayload'] = ResolversParentTypes['OnboardPayload']> = {
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  viewer?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PageVisitorsResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['PageVisitors'] = ResolversParentTypes['PageVisitors']> = {
  active?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PersonResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  movies?: Resolver<ResolversTypes['MovieConnection'], ParentType, ContextType, RequireFields<PersonMoviesArgs, 'first'>>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PosterResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Poster'] = ResolversParentTypes['Poster']> = {
  alt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['PosterSource'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PredictionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Prediction'] = ResolversParentTypes['Prediction']> = {
  interval?: Resolver<ResolversTypes['StarInterval'], ParentType, ContextType>;
  stars?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type PreferencesResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Preferences'] = ResolversParentTypes['Preferences']> = {
  era?: Resolver<ResolversTypes['Era'], ParentType, ContextType>;
};

export type QuantileResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Quantile'] = ResolversParentTypes['Quantile']> = {
  quantile?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  attributions?: Resolver<ReadonlyArray<ResolversTypes['Attribution']>, ParentType, ContextType>;
  dataReport?: Resolver<Maybe<ResolversTypes['DataReport']>, ParentType, ContextType>;
  enrichment?: Resolver<ReadonlyArray<ResolversTypes['EnrichmentService']>, ParentType, ContextType>;
  genres?: Resolver<ReadonlyArray<ResolversTypes['Genre']>, ParentType, ContextType>;
  home?: Resolver<ResolversTypes['Home'], ParentType, ContextType>;
  movie?: Resolver<Maybe<ResolversTypes['Movie']>, ParentType, ContextType, RequireFields<QueryMovieArgs, 'by'>>;
  movies?: Resolver<ResolversTypes['MovieConnection'], ParentType, ContextType, RequireFields<QueryMoviesArgs, 'first' | 'sort'>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  onboardingMovies?: Resolver<ReadonlyArray<ResolversTypes['Movie']>, ParentType, ContextType, RequireFields<QueryOnboardingMoviesArgs, 'era' | 'limit'>>;
  recommendFromFavorites?: Resolver<ResolversTypes['RecommendationConnection'], ParentType, ContextType, RequireFields<QueryRecommendFromFavoritesArgs, 'favorites' | 'first'>>;
  search?: Resolver<ResolversTypes['SearchConnection'], ParentType, ContextType, RequireFields<QuerySearchArgs, 'first' | 'mode' | 'query'>>;
  trending?: Resolver<ResolversTypes['TrendingConnection'], ParentType, ContextType, RequireFields<QueryTrendingArgs, 'first' | 'window'>>;
  viewer?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
  visitorStats?: Resolver<ResolversTypes['VisitorStats'], ParentType, ContextType>;
};

export type RateMoviePayloadResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['RateMoviePayload'] = ResolversParentTypes['RateMoviePayload']> = {
  rating?: Resolver<Maybe<ResolversTypes['Rating']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  viewer?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
};

export type RatingResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Rating'] = ResolversParentTypes['Rating']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  movie?: Resolver<ResolversTypes['Movie'], ParentType, ContextType>;
  ratedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  stars?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RatingBucketResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['RatingBucket'] = ResolversParentTypes['RatingBucket']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stars?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type RatingConnectionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['RatingConnection'] = ResolversParentTypes['RatingConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['RatingEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RatingContributionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['RatingContribution'] = ResolversParentTypes['RatingContribution']> = {
  contribution?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  movie?: Resolver<ResolversTypes['Movie'], ParentType, ContextType>;
  stars?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type RatingEdgeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['RatingEdge'] = ResolversParentTypes['RatingEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Rating'], ParentType, ContextType>;
};

export type RecommendationResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Recommendation'] = ResolversParentTypes['Recommendation']> = {
  explanation?: Resolver<ResolversTypes['RecommendationExplanation'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  movie?: Resolver<ResolversTypes['Movie'], ParentType, ContextType>;
  prediction?: Resolver<Maybe<ResolversTypes['Prediction']>, ParentType, ContextType>;
  rank?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['RecommendationSource']>, ParentType, ContextType>;
};

export type RecommendationConnectionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['RecommendationConnection'] = ResolversParentTypes['RecommendationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['RecommendationEdge']>, ParentType, ContextType>;
  listId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  models?: Resolver<ReadonlyArray<ResolversTypes['ModelUse']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  routedBecause?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  strategyUsed?: Resolver<ResolversTypes['Strategy'], ParentType, ContextType>;
};

export type RecommendationEdgeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['RecommendationEdge'] = ResolversParentTypes['RecommendationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Recommendation'], ParentType, ContextType>;
};

export type RecommendationExplanationResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['RecommendationExplanation'] = ResolversParentTypes['RecommendationExplanation']> = {
  baseline?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  because?: Resolver<ReadonlyArray<ResolversTypes['RatingContribution']>, ParentType, ContextType>;
  engine?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  features?: Resolver<ReadonlyArray<ResolversTypes['FeatureContribution']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RecommendationSourceResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['RecommendationSource'] = ResolversParentTypes['RecommendationSource']> = {
  engine?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  weight?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ReviewResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Review'] = ResolversParentTypes['Review']> = {
  author?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  movie?: Resolver<ResolversTypes['Movie'], ParentType, ContextType>;
  sentiment?: Resolver<Maybe<ResolversTypes['Sentiment']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  stars?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  writtenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReviewConnectionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['ReviewConnection'] = ResolversParentTypes['ReviewConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ReviewEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReviewEdgeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['ReviewEdge'] = ResolversParentTypes['ReviewEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Review'], ParentType, ContextType>;
};

export type ReviewSummaryResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['ReviewSummary'] = ResolversParentTypes['ReviewSummary']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  positiveShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type SearchConnectionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['SearchConnection'] = ResolversParentTypes['SearchConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SearchEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SearchEdgeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['SearchEdge'] = ResolversParentTypes['SearchEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  matchedBy?: Resolver<ReadonlyArray<ResolversTypes['SearchMatch']>, ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Movie'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type SentimentResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Sentiment'] = ResolversParentTypes['Sentiment']> = {
  label?: Resolver<ResolversTypes['SentimentLabel'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  words?: Resolver<ReadonlyArray<ResolversTypes['SentimentWord']>, ParentType, ContextType>;
};

export type SentimentWordResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['SentimentWord'] = ResolversParentTypes['SentimentWord']> = {
  contribution?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  word?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SignInAnonymouslyPayloadResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['SignInAnonymouslyPayload'] = ResolversParentTypes['SignInAnonymouslyPayload']> = {
  token?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  viewer?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
};

export type SimilarMovieResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['SimilarMovie'] = ResolversParentTypes['SimilarMovie']> = {
  movie?: Resolver<ResolversTypes['Movie'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type SparsityResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Sparsity'] = ResolversParentTypes['Sparsity']> = {
  cells?: Resolver<ReadonlyArray<ResolversTypes['SparsityCell']>, ParentType, ContextType>;
  groups?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SparsityCellResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['SparsityCell'] = ResolversParentTypes['SparsityCell']> = {
  density?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  movieGroup?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  viewerGroup?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StarIntervalResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['StarInterval'] = ResolversParentTypes['StarInterval']> = {
  high?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  low?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  visitorStats?: SubscriptionResolver<ResolversTypes['VisitorStats'], "visitorStats", ParentType, ContextType>;
};

export type TailShareResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['TailShare'] = ResolversParentTypes['TailShare']> = {
  movieShare?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  ratingShare?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type TasteAffinityResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['TasteAffinity'] = ResolversParentTypes['TasteAffinity']> = {
  affinity?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TasteNeighborResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['TasteNeighbor'] = ResolversParentTypes['TasteNeighbor']> = {
  sharedMovies?: Resolver<ReadonlyArray<ResolversTypes['Movie']>, ParentType, ContextType>;
  similarity?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  suggests?: Resolver<ReadonlyArray<ResolversTypes['Movie']>, ParentType, ContextType>;
};

export type TasteProfileResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['TasteProfile'] = ResolversParentTypes['TasteProfile']> = {
  decades?: Resolver<ReadonlyArray<ResolversTypes['TasteAffinity']>, ParentType, ContextType>;
  genres?: Resolver<ReadonlyArray<ResolversTypes['TasteAffinity']>, ParentType, ContextType>;
  people?: Resolver<ReadonlyArray<ResolversTypes['TasteAffinity']>, ParentType, ContextType>;
  themes?: Resolver<ReadonlyArray<ResolversTypes['TasteAffinity']>, ParentType, ContextType>;
};

export type ThemeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Theme'] = ResolversParentTypes['Theme']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  relevance?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type TrailerResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Trailer'] = ResolversParentTypes['Trailer']> = {
  embedUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TreatmentResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Treatment'] = ResolversParentTypes['Treatment']> = {
  after?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  before?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TrendingConnectionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['TrendingConnection'] = ResolversParentTypes['TrendingConnection']> = {
  asOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['TrendingEdge']>, ParentType, ContextType>;
  windowUsed?: Resolver<ResolversTypes['TimeWindow'], ParentType, ContextType>;
};

export type TrendingEdgeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['TrendingEdge'] = ResolversParentTypes['TrendingEdge']> = {
  interval?: Resolver<ResolversTypes['StarInterval'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Movie'], ParentType, ContextType>;
  rank?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type UnrateMoviePayloadResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['UnrateMoviePayload'] = ResolversParentTypes['UnrateMoviePayload']> = {
  movie?: Resolver<Maybe<ResolversTypes['Movie']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  viewer?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
};

export type UpdateReviewPayloadResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['UpdateReviewPayload'] = ResolversParentTypes['UpdateReviewPayload']> = {
  review?: Resolver<Maybe<ResolversTypes['Review']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  dismissed?: Resolver<ResolversTypes['MovieConnection'], ParentType, ContextType, RequireFields<ViewerDismissedArgs, 'first'>>;
  export?: Resolver<Maybe<ResolversTypes['ViewerExport']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isAnonymous?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  preferences?: Resolver<ResolversTypes['Preferences'], ParentType, ContextType>;
  ratingCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ratings?: Resolver<ResolversTypes['RatingConnection'], ParentType, ContextType, RequireFields<ViewerRatingsArgs, 'first'>>;
  recommendations?: Resolver<ResolversTypes['RecommendationConnection'], ParentType, ContextType, RequireFields<ViewerRecommendationsArgs, 'diversity' | 'first' | 'strategy'>>;
  recommendationsVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tasteNeighbors?: Resolver<ReadonlyArray<ResolversTypes['TasteNeighbor']>, ParentType, ContextType, RequireFields<ViewerTasteNeighborsArgs, 'limit'>>;
  tasteProfile?: Resolver<ResolversTypes['TasteProfile'], ParentType, ContextType>;
  watchlist?: Resolver<ResolversTypes['MovieConnection'], ParentType, ContextType, RequireFields<ViewerWatchlistArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ViewerExportResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['ViewerExport'] = ResolversParentTypes['ViewerExport']> = {
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type VisitorStatsResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['VisitorStats'] = ResolversParentTypes['VisitorStats']> = {
  activeVisitors?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  pages?: Resolver<ReadonlyArray<ResolversTypes['PageVisitors']>, ParentType, ContextType, RequireFields<VisitorStatsPagesArgs, 'limit'>>;
  totalVisits?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  uniqueVisitors?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WriteReviewPayloadResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['WriteReviewPayload'] = ResolversParentTypes['WriteReviewPayload']> = {
  review?: Resolver<Maybe<ResolversTypes['Review']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type YearOfRatingsResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['YearOfRatings'] = ResolversParentTypes['YearOfRatings']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  meanStars?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type Resolvers<ContextType = ApiContext> = {
  Attribution?: AttributionResolvers<ContextType>;
  CastConnection?: CastConnectionResolvers<ContextType>;
  CastEdge?: CastEdgeResolvers<ContextType>;
  ColdStart?: ColdStartResolvers<ContextType>;
  DataReport?: DataReportResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DecadeOfReport?: DecadeOfReportResolvers<ContextType>;
  DeleteReviewPayload?: DeleteReviewPayloadResolvers<ContextType>;
  EnrichmentService?: EnrichmentServiceResolvers<ContextType>;
  Expectation?: ExpectationResolvers<ContextType>;
  ExternalRating?: ExternalRatingResolvers<ContextType>;
  FeatureContribution?: FeatureContributionResolvers<ContextType>;
  FieldCoverage?: FieldCoverageResolvers<ContextType>;
  FieldSource?: FieldSourceResolvers<ContextType>;
  Genre?: GenreResolvers<ContextType>;
  GenreCorrelation?: GenreCorrelationResolvers<ContextType>;
  GenreOfReport?: GenreOfReportResolvers<ContextType>;
  Home?: HomeResolvers<ContextType>;
  HomeSection?: HomeSectionResolvers<ContextType>;
  License?: LicenseResolvers<ContextType>;
  ModelUse?: ModelUseResolvers<ContextType>;
  MonthOfRatings?: MonthOfRatingsResolvers<ContextType>;
  Movie?: MovieResolvers<ContextType>;
  MovieConnection?: MovieConnectionResolvers<ContextType>;
  MovieEdge?: MovieEdgeResolvers<ContextType>;
  MovieLinks?: MovieLinksResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  OnboardPayload?: OnboardPayloadResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PageVisitors?: PageVisitorsResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  Poster?: PosterResolvers<ContextType>;
  Prediction?: PredictionResolvers<ContextType>;
  Preferences?: PreferencesResolvers<ContextType>;
  Quantile?: QuantileResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RateMoviePayload?: RateMoviePayloadResolvers<ContextType>;
  Rating?: RatingResolvers<ContextType>;
  RatingBucket?: RatingBucketResolvers<ContextType>;
  RatingConnection?: RatingConnectionResolvers<ContextType>;
  RatingContribution?: RatingContributionResolvers<ContextType>;
  RatingEdge?: RatingEdgeResolvers<ContextType>;
  Recommendation?: RecommendationResolvers<ContextType>;
  RecommendationConnection?: RecommendationConnectionResolvers<ContextType>;
  RecommendationEdge?: RecommendationEdgeResolvers<ContextType>;
  RecommendationExplanation?: RecommendationExplanationResolvers<ContextType>;
  RecommendationSource?: RecommendationSourceResolvers<ContextType>;
  Review?: ReviewResolvers<ContextType>;
  ReviewConnection?: ReviewConnectionResolvers<ContextType>;
  ReviewEdge?: ReviewEdgeResolvers<ContextType>;
  ReviewSummary?: ReviewSummaryResolvers<ContextType>;
  SearchConnection?: SearchConnectionResolvers<ContextType>;
  SearchEdge?: SearchEdgeResolvers<ContextType>;
  Sentiment?: SentimentResolvers<ContextType>;
  SentimentWord?: SentimentWordResolvers<ContextType>;
  SignInAnonymouslyPayload?: SignInAnonymouslyPayloadResolvers<ContextType>;
  SimilarMovie?: SimilarMovieResolvers<ContextType>;
  Sparsity?: SparsityResolvers<ContextType>;
  SparsityCell?: SparsityCellResolvers<ContextType>;
  StarInterval?: StarIntervalResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  TailShare?: TailShareResolvers<ContextType>;
  TasteAffinity?: TasteAffinityResolvers<ContextType>;
  TasteNeighbor?: TasteNeighborResolvers<ContextType>;
  TasteProfile?: TasteProfileResolvers<ContextType>;
  Theme?: ThemeResolvers<ContextType>;
  Trailer?: TrailerResolvers<ContextType>;
  Treatment?: TreatmentResolvers<ContextType>;
  TrendingConnection?: TrendingConnectionResolvers<ContextType>;
  TrendingEdge?: TrendingEdgeResolvers<ContextType>;
  UnrateMoviePayload?: UnrateMoviePayloadResolvers<ContextType>;
  UpdateReviewPayload?: UpdateReviewPayloadResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  ViewerExport?: ViewerExportResolvers<ContextType>;
  VisitorStats?: VisitorStatsResolvers<ContextType>;
  WriteReviewPayload?: WriteReviewPayloadResolvers<ContextType>;
  YearOfRatings?: YearOfRatingsResolvers<ContextType>;
};

