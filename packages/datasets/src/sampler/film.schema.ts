// One film as it is written in films/*.json; the README tells how to add one.
import { z } from "zod";
import { genres } from "../genres/genres.ts";

const name = z.string().trim().min(1);

export const filmSchema = z.strictObject({
  title: name,
  /** Only where it differs from the title; other scripts in Latin letters. */
  originalTitle: name.optional(),
  year: z.int().min(1888).max(2100),
  runtimeMinutes: z.int().min(1).max(900),
  /** Only where certain. */
  imdbId: z
    .string()
    .regex(/^tt\d{7,8}$/)
    .optional(),
  /** How widely seen, our own judgment: 1 known to film lovers, 5 known to nearly everyone. */
  renown: z.int().min(1).max(5),
  countries: z.array(name).min(1),
  /** The main language first; a silent film has that of its intertitles. */
  languages: z.array(name).min(1),
  directors: z.array(name).min(1),
  /** The screenplay first, then the author of the book. */
  writers: z.array(name).max(6),
  /** The leading parts first; without a character where people appear as themselves or only a voice tells. */
  cast: z.array(z.strictObject({ name, character: name.optional() })).max(6),
  /** Slugs, the most telling first. */
  genres: z
    .array(z.enum(genres.map((genre) => genre.slug)))
    .min(1)
    .max(6),
  themes: z
    .array(z.string().regex(/^[a-z][a-z-]*( [a-z-]+){0,2}$/))
    .min(3)
    .max(6),
  overview: name,
});

export type SamplerFilm = z.infer<typeof filmSchema>;
