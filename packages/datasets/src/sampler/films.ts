// All films of the sampler, in order of year.
import { readFileSync } from "node:fs";
import { z } from "zod";
import { filmSchema, type SamplerFilm } from "./film.schema.ts";

/** The files of `films/`, by the years they hold. */
export const filmFiles = [
  "1900-1929",
  "1930-1939",
  "1940-1944",
  "1945-1949",
  "1950-1954",
  "1955-1959",
  "1960-1964",
  "1965-1969",
  "1970-1974",
  "1975-1979",
  "1980-1984",
  "1985-1989",
  "1990-1994",
  "1995-1999",
  "2000-2004",
  "2005-2009",
  "2010-2014",
  "2015-2019",
  "2020-2025",
] as const;

export const films: readonly SamplerFilm[] = filmFiles.flatMap((years) =>
  z.array(filmSchema).parse(JSON.parse(readFileSync(new URL(`./films/${years}.json`, import.meta.url), "utf8"))),
);
