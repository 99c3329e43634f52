import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databases } from "../../../tests/kit/databases.ts";
import { smallCatalog, smallMovie } from "../../../tests/kit/small-catalog.ts";
import type { Database } from "../database.types.ts";
import type { CreditRole } from "../tables/catalog.tables.ts";
import { importRepository } from "./import.repository.ts";
import type { ImportedCredit } from "./import.types.ts";
import { moviesRepository } from "./movies.repository.ts";
import { peopleRepository } from "./people.repository.ts";

const credit = (role: CreditRole, name: string, character: string | null = null): ImportedCredit => ({
  name,
  normalizedName: name.toLowerCase(),
  role,
  character,
});

/** Ida made every film and plays in every second; Max plays twice in the first. */
const catalog = {
  ...smallCatalog({ movies: 9, viewers: 6, ratingsPerViewer: 5 }),
  movies: Array.from({ length: 9 }, (_, index) => ({
    ...smallMovie(index),
    credits: [
      credit("director", "Ida Lupino"),
      credit("writer", "Collier Young"),
      credit("writer", "Ida Lupino"),
      ...(index % 2 ? [] : [credit("cast", "Ida Lupino", `Part ${index}`)]),
      ...(index === 0 ? [credit("cast", "Max", "A twin"), credit("cast", "Max", "The other twin")] : []),
    ],
  })),
};

describe.each(databases)("people on $name", ({ skipReason, open }) => {
  let database: Database;
  let movieIds: number[];
  beforeAll(async () => {
    if (skipReason) return;
    database = await open();
    await importRepository(database.kysely).importCatalog(catalog);
    movieIds = (await moviesRepository(database.kysely).listFeatures()).map(({ id }) => id);
  });
  afterAll(() => database?.close());
  const people = () => peopleRepository(database.kysely);

  it.skipIf(skipReason)("stand in the credits in order, by role and in pages", async () => {
    const names = async (movie: number, role: CreditRole, after = 0, limit?: number) =>
      (await people().listCreditsOf([movieIds[movie]!], { role, after, limit })).map(
        ({ name, position, character }) => `${position} ${name} ${character}`,
      );
    expect(await names(1, "director")).toEqual(["1 Ida Lupino null"]);
    expect(await names(1, "writer")).toEqual(["1 Collier Young null", "2 Ida Lupino null"]);
    expect(await names(1, "cast")).toEqual([]);
    expect(await names(0, "cast", 0, 2)).toEqual(["1 Ida Lupino Part 0", "2 Max A twin"]);
    expect(await names(0, "cast", 2, 2)).toEqual(["3 Max The other twin"]);
    const both = await people().listCreditsOf([movieIds[2]!, movieIds[0]!], { role: "cast", after: 0, limit: 1 });
    expect(both.map(({ movieId }) => movieId)).toEqual([movieIds[0], movieIds[2]]);
  });

  it.skipIf(skipReason)("are one by their name, and have a key that stays", async () => {
    const [ida, ...others] = await people().listByKeys(["ida-lupino", "nobody"]);
    expect(ida).toMatchObject({ key: "ida-lupino", name: "Ida Lupino" });
    expect(others).toEqual([]);
    await importRepository(database.kysely).importCatalog(catalog);
    expect(await people().listByKeys(["ida-lupino"])).toEqual([ida]);
    expect(await people().listMovieIds(["max", "nobody"])).toEqual([movieIds[0]]);
    expect(await people().listMovieIds([])).toEqual([]);
  });

  it.skipIf(skipReason)("have their movies in pages, best average first, each once", async () => {
    const [ida, max] = await Promise.all(
      ["ida-lupino", "max"].map(async (key) => (await people().listByKeys([key]))[0]!.id),
    );
    expect((await people().countMovies([ida!, max!])).sort((a, b) => b.count - a.count)).toEqual([
      { personId: ida, count: 9 },
      { personId: max, count: 1 },
    ]);
    const seen: number[] = [];
    let after: string | undefined;
    for (let more = true; more; ) {
      const page = (await people().pageMovies([ida!], { first: 4, after })).get(ida!)!;
      seen.push(...page.edges.map(({ movie }) => movie.id));
      after = page.edges.at(-1)!.cursor;
      more = page.hasNextPage;
    }
    const all = await moviesRepository(database.kysely).listPage({ sort: "AVERAGE_RATING_DESC", first: 100 });
    expect(seen).toEqual(all.edges.map(({ movie }) => movie.id));
    const pages = await people().pageMovies([ida!, max!, 999_999], { first: 2 });
    expect([...pages.keys()].sort((a, b) => a - b)).toEqual([ida!, max!].sort((a, b) => a - b));
    expect(pages.get(max!)).toMatchObject({ hasNextPage: false, edges: [{ movie: { id: movieIds[0] } }] });
    await expect(people().pageMovies([ida!], { first: 2, after: "nonsense" })).rejects.toMatchObject({
      code: "INVALID_CURSOR",
    });
  });

  it.skipIf(skipReason)("keep a list of films to those they are in", async () => {
    const page = await moviesRepository(database.kysely).listPage({
      sort: "TITLE_ASC",
      first: 10,
      filter: { movieIds: await people().listMovieIds(["max"]) },
    });
    expect(page.edges.map(({ movie }) => movie.id)).toEqual([movieIds[0]]);
    expect(await moviesRepository(database.kysely).count({ movieIds: [] })).toBe(0);
  });
});
