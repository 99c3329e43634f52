// The cells of tables that were taken from TMDB: lists of things with names, in JSON or as Python prints them.
import { z } from "zod";
import type { CastMember } from "../dataset.types.ts";

export const maximumCast = 12;

const things = z.array(z.object({ name: z.string() }));
const languages = z.array(z.object({ iso_639_1: z.string() }));
const cast = z.array(z.object({ name: z.string(), character: z.string().nullish(), order: z.number().nullish() }));
const crew = z.array(z.object({ name: z.string(), job: z.string() }));

const writingJobs = new Set(["Writer", "Screenplay", "Story", "Novel", "Author"]);

/** Takes cells apart; each member throws a SyntaxError or ZodError for a cell that is no such list. */
export function createTmdbCells(parse: (text: string) => unknown) {
  const read = <Value>(text: string, schema: z.ZodType<Value[]>): Value[] =>
    text.trim() === "" ? [] : schema.parse(parse(text));
  return {
    names: (text: string): string[] => distinct(read(text, things).map(({ name }) => name)),
    languageCodes: (text: string): string[] => read(text, languages).map((language) => language.iso_639_1),
    cast(text: string): CastMember[] {
      const parts = read(text, cast).sort((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity) || 0);
      const byName = new Map<string, CastMember>();
      for (const { name, character } of parts) {
        const part = { name: clean(name), character: clean(character ?? "") || null };
        if (part.name !== "" && !byName.has(part.name)) byName.set(part.name, part);
      }
      return [...byName.values()].slice(0, maximumCast);
    },
    crew(text: string): { directors: string[]; writers: string[] } {
      const people = read(text, crew);
      const namesOf = (isWanted: (job: string) => boolean) =>
        distinct(people.filter(({ job }) => isWanted(job)).map(({ name }) => name));
      return { directors: namesOf((job) => job === "Director"), writers: namesOf((job) => writingJobs.has(job)) };
    },
  };
}

export type TmdbCells = ReturnType<typeof createTmdbCells>;

const clean = (text: string) => text.replace(/\s+/g, " ").trim();
const distinct = (names: readonly string[]) => [...new Set(names.map(clean).filter((name) => name !== ""))];
