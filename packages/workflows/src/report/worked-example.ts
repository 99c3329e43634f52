// One viewer and one film of the stored data, and how each model in use comes to its answer.
import {
  type Database,
  dataReportRepository,
  modelsRepository,
  moviesRepository,
  ratingsRepository,
} from "@matinee/db";
import {
  type EngineName,
  type EngineProfile,
  type Explanation,
  engines,
  getEngine,
  type Model,
} from "@matinee/engines";

/** Of a viewer whose ratings fit on a page. */
const wantedRatings = 25;
const shownParts = 6;

export interface WorkedExample {
  readonly ratings: readonly { readonly title: string; readonly year: number | null; readonly stars: number }[];
  readonly movie: { readonly title: string; readonly year: number | null };
  readonly engines: readonly EngineExample[];
}

/** Baseline, parts and rest add up to the score. */
export interface EngineExample {
  readonly engine: EngineName;
  readonly version: number;
  readonly score: number;
  readonly baseline: number;
  /** The largest in size, largest first: films that the viewer rated, and what else counts. */
  readonly parts: readonly { readonly name: string; readonly stars: number | null; readonly contribution: number }[];
  /** All other contributions together, and how many they are. */
  readonly rest: { readonly count: number; readonly contribution: number };
  /** The same contributions by what the films have in common, where the engine compares that. */
  readonly terms: readonly { readonly name: string; readonly contribution: number }[];
  /** The film's place among all that the viewer has not rated, 1 for the first; null where the engine makes no lists. */
  readonly rank: number | null;
  /** Out of so many. */
  readonly rankedCount: number;
  readonly prediction: Prediction | null;
}

interface Prediction {
  readonly stars: number;
  readonly low: number;
  readonly high: number;
  /** Share of intervals that hold the true rating, 0 to 1. */
  readonly level: number;
}

interface LoadedModel {
  readonly engine: EngineName;
  readonly version: number;
  readonly model: Model;
}

interface MovieLabel {
  readonly title: string;
  readonly year: number | null;
}

/**
 * A viewer of an imported data set, never one of those who use the site, and the film that the first engine with lists
 * puts first for him. Undefined where no such viewer or no model in use is there.
 */
export async function findWorkedExample(database: Database): Promise<WorkedExample | undefined> {
  const { kysely } = database;
  const viewerId = await dataReportRepository(kysely).findExampleViewer(wantedRatings);
  const models = await loadModels(database);
  const [ranking] = models.filter(({ model }) => model.recommends);
  if (viewerId === undefined || !ranking) return undefined;
  const ratings = await ratingsRepository(kysely).listByViewer(viewerId);
  const given = ratings.map(({ movieId, halfStars, ratedAt }) => ({
    movieId,
    stars: halfStars / 2,
    ratedAt: ratedAt.getTime() / 1000,
  }));
  const { model } = ranking;
  const order = rankItems(model, toProfile(model, given));
  const movieId = [...order].map((item) => model.itemIds[item]!).find((id) => models.every(knows(id)));
  if (movieId === undefined) return undefined;
  const labels = new Map<number, MovieLabel>(
    (await moviesRepository(kysely).listByIds([movieId, ...given.map((rating) => rating.movieId)])).map((movie) => [
      movie.id,
      { title: movie.title, year: movie.year },
    ]),
  );
  return {
    ratings: given
      .map((rating) => ({ ...labels.get(rating.movieId)!, stars: rating.stars }))
      .sort((a, b) => b.stars - a.stars),
    movie: labels.get(movieId)!,
    engines: models.map((each) => exampleOf(each, given, movieId, labels)),
  };
}

interface GivenRating {
  readonly movieId: number;
  readonly stars: number;
  readonly ratedAt: number;
}

/** Those in use that can explain themselves; those that make lists first. */
async function loadModels({ kysely }: Database): Promise<LoadedModel[]> {
  const repository = modelsRepository(kysely);
  const loaded: LoadedModel[] = [];
  for (const { id, engine, version } of await repository.listPromoted()) {
    if (!Object.hasOwn(engines, engine)) continue;
    const name = engine as EngineName;
    const model = getEngine(name).load(await repository.readBytes(id));
    if (model.explains) loaded.push({ engine: name, version, model });
  }
  const places: readonly EngineName[] = Object.keys(engines) as EngineName[];
  const placeOf = ({ engine }: LoadedModel) => (engine === "ranking-stack" ? -1 : places.indexOf(engine));
  return loaded.sort((a, b) => placeOf(a) - placeOf(b));
}

const knows =
  (movieId: number) =>
  ({ model }: LoadedModel): boolean =>
    model.itemIds.includes(movieId);

function toProfile(model: Model, given: readonly GivenRating[]): EngineProfile {
  const known = given
    .map((rating) => ({ ...rating, item: model.itemIds.indexOf(rating.movieId) }))
    .filter(({ item }) => item >= 0)
    .sort((a, b) => a.item - b.item);
  return {
    items: Int32Array.from(known, ({ item }) => item),
    stars: Float32Array.from(known, ({ stars }) => stars),
    ratedAt: Float64Array.from(known, ({ ratedAt }) => ratedAt),
  };
}

/** Unrated items, best first. */
function rankItems(model: Model, profile: EngineProfile): Int32Array {
  const scores = model.recommends!.scoreItems(profile);
  const rated = new Set(profile.items);
  return Int32Array.from(scores.keys())
    .filter((item) => !rated.has(item))
    .sort((a, b) => scores[b]! - scores[a]!);
}

function exampleOf(
  { engine, version, model }: LoadedModel,
  given: readonly GivenRating[],
  movieId: number,
  labels: ReadonlyMap<number, MovieLabel>,
): EngineExample {
  const profile = toProfile(model, given);
  const item = model.itemIds.indexOf(movieId);
  const explanation = model.explains!.explain(profile, item);
  const order = model.recommends ? rankItems(model, profile) : undefined;
  const predicted = model.predicts?.predict(profile, Int32Array.of(item));
  return {
    engine,
    version,
    score: explanation.score,
    baseline: explanation.baseline,
    ...partsOf(explanation, model, given, labels),
    terms: (explanation.terms ?? []).slice(0, shownParts),
    rank: order ? order.indexOf(item) + 1 : null,
    rankedCount: order?.length ?? 0,
    prediction: predicted
      ? { stars: predicted.mean[0]!, low: predicted.low[0]!, high: predicted.high[0]!, level: predicted.level }
      : null,
  };
}

function partsOf(
  { contributions, features }: Explanation,
  model: Model,
  given: readonly GivenRating[],
  labels: ReadonlyMap<number, MovieLabel>,
): Pick<EngineExample, "parts" | "rest"> {
  const stars = new Map(given.map((rating) => [rating.movieId, rating.stars]));
  const all = [
    ...contributions.map(({ item, contribution }) => {
      const movieId = model.itemIds[item]!;
      return { name: labels.get(movieId)!.title, stars: stars.get(movieId) ?? null, contribution };
    }),
    ...features.map(({ name, contribution }) => ({ name, stars: null, contribution })),
  ]
    .filter(({ contribution }) => contribution !== 0)
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
  const others = all.slice(shownParts);
  const contribution = others.reduce((sum, part) => sum + part.contribution, 0);
  return { parts: all.slice(0, shownParts), rest: { count: others.length, contribution } };
}
