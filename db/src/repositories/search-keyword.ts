// The query of a search by words.
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Tables } from "../tables/tables.ts";
import { selectMoviesWithTotals } from "./movie-columns.ts";
import { type MovieFilter, matchesFilter } from "./movie-filter.ts";
import { compactTitle, type SearchPlan, type SearchSlot } from "./search-plan.ts";

/** Where the words were found; TITLE_START: the title begins with the query, or is it. */
export type KeywordMatch = "TITLE_START" | "TITLE" | "PERSON" | "KEYWORD";

/** Relevance by the place of a word, 0 to 1. */
interface Places {
  readonly title: number;
  readonly person: number;
  readonly other: number;
}

/** One way to search: which movies, and what they score. */
export interface KeywordTier {
  readonly slots: readonly SearchSlot[];
  readonly found: RawBuilder<unknown>;
  readonly places: Places;
}

const sameTitle = 1;
const nearlySameTitle = 0.9;
const titleStart = 0.8;
/** What popularity can add or take: less than any of the steps to a title. */
const popularityShare = 0.1;

/** Movies that have every word, or begin with the query's title: where the words are decides. */
export function everyWord({ slots, inNamesOnly, title }: SearchPlan): KeywordTier {
  const column = inNamesOnly ? sql`name_words` : sql`search`;
  const conditions = [sql`compact_title ^@ ${compactTitle(title)}`];
  if (slots.every(({ words }) => words.length > 0)) {
    const last = slots.at(-1)!;
    const others = slots.slice(0, -1);
    conditions.push(sql`${column} @@ ${tsQuery(slots)}`);
    if (last.beginsIn === "NAMES") {
      const hasOthers = others.length > 0 ? sql`${column} @@ ${tsQuery(others)} and` : sql``;
      conditions.push(sql`${hasOthers} name_words @@ ${tsQuery([last], "AB")}`);
    }
  }
  const all = 2 ** slots.length - 1;
  return {
    slots,
    found: sql`select id, ${all}::integer as slots from movies where ${sql.join(conditions, sql` or `)}`,
    places: { title: 0.7, person: 0.65, other: 0.35 },
  };
}

/** Movies that have any of the words, in singular or plural: how many and how rare decides, hardly where. */
export function anyWord(plan: SearchPlan): KeywordTier {
  const slots = plan.slots.map((slot) => ({ ...slot, words: slot.words.flatMap(inBothNumbers) }));
  const each = slots.flatMap((slot, index) => {
    if (slot.words.length === 0) return [];
    const inNames = slot.beginsIn === "NAMES" ? sql`or name_words @@ ${tsQuery([slot], "AB")}` : sql``;
    return [sql`select id, ${2 ** index}::integer as slot from movies where search @@ ${tsQuery([slot])} ${inNames}`];
  });
  return {
    slots,
    found: sql`select id, bit_or(slot) as slots from (${sql.join(each, sql` union all `)}) as one group by id`,
    places: { title: 0.4, person: 0.4, other: 0.35 },
  };
}

const inBothNumbers = (word: string): string[] => [word, word.endsWith("s") ? word.slice(0, -1) : `${word}s`];

/**
 * Best first. Relevance is 1 for the very title, .9 save article and spaces, .8 for a title that begins so; else the mean of the words' places
 * (missing: 0), weighted by their rarity. Score = relevance · (.9 + .1 · popularity),
 * popularity = ln(1 + ratings) / ln(1 + ratings of the most rated movie).
 */
export function keywordQuery(
  kysely: Kysely<Tables>,
  title: string,
  { slots, found, places }: KeywordTier,
  { filter, limit }: { filter: MovieFilter; limit: number },
) {
  const asked = compactTitle(title);
  const rarities = slots.reduce((sum, { rarity }) => sum + rarity, 0);
  const weighted = slots.map(({ rarity }, index) => sql`${rarity / rarities}::real * places[${sql.lit(index + 1)}]`);
  const relevance = sql`
    case when normalized_title = ${title} then ${sameTitle}::real
      when compact_title = ${asked} then ${nearlySameTitle}::real
      when compact_title ^@ ${asked} then ${titleStart}::real
      else ${sql.join(weighted, sql` + `)} end`;
  const popularity = sql`ln(1 + rating_count) / ln(2 + (select max(rating_count) from movie_totals))`;
  const match = sql<KeywordMatch>`
    case when compact_title ^@ ${asked} then 'TITLE_START'
      when ${places.title}::real <= all (places) then 'TITLE'
      when ${places.person}::real <= all (places) then 'PERSON' else 'KEYWORD' end`;
  // `offset 0`: each place is looked up once, not wherever it is used
  const placed = selectMoviesWithTotals(kysely)
    .innerJoin(sql<{ id: number; slots: number }>`(${found})`.as("found"), (join) =>
      join.onRef("found.id", "=", "movies.id"),
    )
    .select(["movies.id", "movies.normalizedTitle", "movies.compactTitle", "movieTotals.ratingCount"])
    .select(sql`array[${sql.join(slots.map((slot, index) => placeOf(slot, 2 ** index, places)))}]`.as("places"))
    .where((eb) => matchesFilter(eb, filter))
    .offset(0);
  return kysely
    .selectFrom(placed.as("placed"))
    .select("id as movieId")
    .select(
      sql<number>`(${relevance}) * (${1 - popularityShare}::real + ${popularityShare}::real * ${popularity})`.as(
        "score",
      ),
    )
    .select(match.as("matchedBy"))
    .orderBy("score", "desc")
    .orderBy("id")
    .limit(limit);
}

function placeOf(slot: SearchSlot, bit: number, places: Places): RawBuilder<unknown> {
  if (slot.words.length === 0) return sql`0::real`;
  return sql`case when movies.name_words @@ ${tsQuery([slot], "A")} then ${places.title}::real
    when movies.name_words @@ ${tsQuery([slot], "B")} then ${places.person}::real
    when found.slots & ${bit} > 0 then ${places.other}::real else 0 end`;
}

/** Each slot's words: "seven & samu:*"; with weights, only where the text has them: "seven:A & samu:*A". */
function tsQuery(slots: readonly SearchSlot[], weights = ""): RawBuilder<unknown> {
  const texts = slots.map(({ words, beginsIn }) => {
    const label = beginsIn === "ALL" || (beginsIn && weights) ? `:*${weights}` : weights && `:${weights}`;
    return `(${words.map((word) => word + label).join(" | ")})`;
  });
  return sql`to_tsquery('simple', ${texts.join(" & ")})`;
}
