// What a search looks for: the words that count, how rare each is, and what a misspelled one may mean.
import { type Kysely, sql } from "kysely";
import type { Tables } from "../tables/tables.ts";
import { editDistance } from "./edit-distance.ts";
import { isFunctionWord } from "./function-words.ts";

export interface SearchSlot {
  /** Any of these words will do; none when the word is unknown and resembles no other. */
  readonly words: readonly string[];
  /** Where the word may go on ("samu" finds "samurai"): everywhere only while it is no word by itself. */
  readonly beginsIn: "NAMES" | "ALL" | null;
  /** As in `search_words`; of a beginning that is no word, that of the commonest one that begins so. */
  readonly rarity: number;
}

export interface SearchPlan {
  readonly slots: readonly SearchSlot[];
  /** Nothing but function words: these are worth looking for in names only ("It", "Her", "Up"). */
  readonly inNamesOnly: boolean;
  /** The whole query, spelled right as far as known. */
  readonly title: string;
}

/** A movie's slots are kept as bits of an integer. */
const maximumSlots = 30;
/** Shorter last words are taken as they are: nearly every movie has a word that begins so. */
const shortestBeginning = 3;
const shortestCorrected = 3;
const maximumCorrections = 4;

/** As the column `compact_title`. */
export const compactTitle = (title: string): string => title.replace(/^(the|a|an) /, "").replaceAll(" ", "");

/** `terms`: normalized as the stored texts are. No slots when it has no words. */
export async function planSearch(kysely: Kysely<Tables>, terms: string): Promise<SearchPlan> {
  const typed = terms.match(/[\p{L}\p{N}]+/gu) ?? [];
  const meaningful = typed.filter((word) => !isFunctionWord(word));
  const inNamesOnly = meaningful.length === 0;
  const words = [...new Set(inNamesOnly ? typed : meaningful)].slice(0, maximumSlots);
  if (words.length === 0) return { slots: [], inNamesOnly, title: "" };

  const lastTyped = typed.at(-1)!;
  const mayGoOn = !inNamesOnly && lastTyped === words.at(-1) && lastTyped.length >= shortestBeginning;
  const beginning = mayGoOn ? lastTyped : null;
  let title = typed.join(" ");
  const { rows } = await raritiesQuery(words, beginning, title).execute(kysely);
  const known = new Map(rows.map(({ word, rarity }) => [word, rarity]));
  const highest = Math.max(1, ...known.values());
  const slots: SearchSlot[] = [];
  for (const word of words) {
    const rarity = known.get(word) ?? (word === beginning ? known.get(anyBeginning) : undefined);
    if (rarity !== undefined) {
      const beginsIn = word !== beginning ? null : known.has(word) ? "NAMES" : "ALL";
      slots.push({ words: [word], beginsIn, rarity });
      continue;
    }
    const corrections = known.has(knownTitle) ? [] : await findCorrections(kysely, word);
    slots.push({ words: corrections, beginsIn: null, rarity: highest });
    if (corrections[0]) title = ` ${title} `.replace(` ${word} `, ` ${corrections[0]} `).trim();
  }
  return { slots, inNamesOnly, title };
}

/** Stand for all words that begin with the last one, and for a title that begins with all of them ("spiderman"). */
const anyBeginning = "*";
const knownTitle = "=";

const raritiesQuery = (words: readonly string[], beginning: string | null, title: string) => sql<{
  word: string;
  rarity: number;
}>`
  select word, rarity from search_words where word = any(${words}::text[])
  union all
  select ${anyBeginning}, min(rarity) from search_words where word ^@ ${beginning}::text having count(*) > 0
  union all
  select ${knownTitle}, 0 where exists (select from movies where compact_title ^@ ${compactTitle(title)})`;

/** Words of titles and people that differ by one typing error, or two in a long word: the nearest, common ones first. */
async function findCorrections(kysely: Kysely<Tables>, word: string): Promise<string[]> {
  if (word.length < shortestCorrected) return [];
  const reach = word.length > 5 ? 2 : 1;
  const { rows } = await resemblingQuery(word, reach).execute(kysely);
  const found = rows.map((row) => ({ word: row.word, distance: editDistance(row.word, word) }));
  const nearest = Math.min(reach, ...found.map(({ distance }) => distance));
  return found
    .filter(({ distance }) => distance === nearest)
    .slice(0, maximumCorrections)
    .map((correction) => correction.word);
}

// short words share few trigrams with their misspellings, but mostly the first letter
const resemblingQuery = (word: string, reach: number) => sql<{ word: string }>`
  select word from (
    select word, rarity, is_name from search_words where word ^@ ${word.slice(0, 1)}
    union
    select word, rarity, is_name from search_words where ${word} <% word
  ) as resembling
  where is_name and length(word) between ${word.length - reach} and ${word.length + reach}
  order by rarity, word`;
