import { type Kysely, sql } from "kysely";
import type { Tables } from "../tables/tables.ts";

/** After movies changed: counts their words anew and makes the word indexes quick to read. */
export async function refreshSearchWords(transaction: Kysely<Tables>): Promise<void> {
  await sql`delete from search_words`.execute(transaction);
  await sql`
    insert into search_words (word, rarity, is_name)
    select words.word, ln(1 + (select count(*) from movies)::real / words.ndoc), names.word is not null
    from ts_stat('select search from movies') as words
    left join ts_stat('select name_words from movies') as names on names.word = words.word`.execute(transaction);
  // bulk writes leave a pending list that every search would read; PGlite has no autovacuum to merge it
  for (const index of ["movies_search", "movies_name_words", "search_words_trigrams"]) {
    await sql`select gin_clean_pending_list(${index}::regclass)`.execute(transaction);
  }
  await sql`analyze search_words`.execute(transaction);
}
