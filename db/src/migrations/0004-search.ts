import { type QueryExecutorProvider, sql } from "kysely";

/** What searching by words needs: small columns beside the full text, and the words there are. */
export async function createSearch(database: QueryExecutorProvider): Promise<void> {
  await sql`drop index movies_title_trigrams`.execute(database);
  // without a leading article and without spaces: "spiderman" is to find "Spider-Man", "godfather" "The Godfather"
  await sql`
    alter table movies
      add compact_title text collate "C" not null generated always as
        (replace(regexp_replace(normalized_title, '^(the|a|an) ', ''), ' ', '')) stored,
      add name_words tsvector not null generated always as (ts_filter(search, '{a,b}')) stored`.execute(database);
  await sql`create index movies_compact_title on movies (compact_title)`.execute(database);
  await sql`create index movies_name_words on movies using gin (name_words)`.execute(database);
  await sql`
    create table search_words (
      word text collate "C" primary key,
      rarity real not null,
      is_name boolean not null
    )`.execute(database);
  await sql`create index search_words_trigrams on search_words using gin (word gin_trgm_ops)`.execute(database);
  // as every import does from here on
  await sql`
    insert into search_words
    select word, ln(1 + (select count(*) from movies)::real / ndoc), word in (select word from ts_stat('select name_words from movies'))
    from ts_stat('select search from movies')`.execute(database);
  await sql`analyze movies, search_words`.execute(database);
}
