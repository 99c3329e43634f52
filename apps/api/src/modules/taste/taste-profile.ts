// What the viewer's rated movies have in common, by kind. Loaders read all movies of a kind at once.
import type { Loaders } from "../../loaders.ts";
import { type Affinity, type MovieTrait, measureAffinities, mostDistinct } from "./affinities.ts";
import type { TasteProfileParent } from "./taste.parents.ts";

/** Of themes and people, which are many. */
const listedTraits = 12;

/** So many of the leading actors make a movie what it is. */
const leadingActors = 3;

type ReadTraits = (movieId: number) => Promise<readonly MovieTrait[]>;

export const readGenres = (profile: TasteProfileParent, loaders: Loaders): Promise<Affinity[]> =>
  measure(profile, async (movieId) => (await loaders.genresOf(movieId)).map(named));

export const readDecades = (profile: TasteProfileParent, loaders: Loaders): Promise<Affinity[]> =>
  measure(profile, async (movieId) => {
    const year = (await loaders.findMovie(movieId))?.year;
    return year == null ? [] : [named({ name: `${Math.floor(year / 10) * 10}s` })];
  });

export const readThemes = async (profile: TasteProfileParent, loaders: Loaders): Promise<Affinity[]> =>
  mostDistinct(await measure(profile, (movieId) => loaders.themesOf(movieId)), listedTraits);

export const readPeople = async (profile: TasteProfileParent, loaders: Loaders): Promise<Affinity[]> => {
  const people = await measure(profile, async (movieId) => {
    const [directors, actors] = await Promise.all([
      loaders.creditsOf(movieId, { role: "director", after: 0 }),
      loaders.creditsOf(movieId, { role: "cast", after: 0, limit: leadingActors }),
    ]);
    // who directs and plays counts once
    return [...new Set([...directors, ...actors].map(({ name }) => name))].map((name) => named({ name }));
  });
  return mostDistinct(people, listedTraits);
};

const named = ({ name }: { readonly name: string }): MovieTrait => ({ name, relevance: 1 });

async function measure({ ratings }: TasteProfileParent, readTraits: ReadTraits): Promise<Affinity[]> {
  const traits = new Map(
    await Promise.all(ratings.map(async ({ movieId }) => [movieId, await readTraits(movieId)] as const)),
  );
  return measureAffinities(ratings, (movieId) => traits.get(movieId)!);
}
