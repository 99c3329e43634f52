// Which ratings are staged: a line for each chunk, written with it.
import { createHash } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { Tables } from "../tables/tables.ts";
import type { CatalogImport, ImportFinding } from "./import.types.ts";

export interface Staging {
  readonly id: number;
  /** Chunks that are there. */
  readonly chunkCount: number;
  readonly isComplete: boolean;
}

/** Takes up what an attempt at the same import left; else drops it and begins. */
export async function openLedger(transaction: Kysely<Tables>, catalog: CatalogImport): Promise<Staging[]> {
  const films = identifyFilms(catalog);
  const wanted = catalog.ratings.map(({ source, fingerprint }) => ({ source, fingerprint: `${fingerprint} ${films}` }));
  const { rows: left } = await leftSql.execute(transaction);
  const isSame =
    left.length === wanted.length &&
    left.every(
      ({ source, fingerprint, ledgerRows, stagedRows }, position) =>
        source === wanted[position]!.source &&
        fingerprint === wanted[position]!.fingerprint &&
        ledgerRows === stagedRows,
    );
  if (isSame) {
    return left.map(({ id, chunkCount, state }) => ({ id, chunkCount, isComplete: state === "staged" }));
  }
  await transaction.deleteFrom("ratingImports").where("state", "<>", "imported").execute();
  await sql`truncate staged_ratings`.execute(transaction);
  if (wanted.length === 0) return [];
  const begun = await transaction.insertInto("ratingImports").values(wanted).returning("id").execute();
  return begun.map(({ id }) => ({ id, chunkCount: 0, isComplete: false }));
}

/** Staged ratings name films by their place in the import. */
function identifyFilms({ movies }: CatalogImport): string {
  const hash = createHash("sha256");
  for (const { keys } of movies) hash.update(JSON.stringify(keys));
  return hash.digest("hex");
}

// a server that crashed has emptied the staging table, but not the ledger
const leftSql = sql<{
  id: number;
  source: string;
  fingerprint: string;
  state: string;
  chunkCount: number;
  ledgerRows: number;
  stagedRows: number;
}>`
  select id, source, fingerprint, state,
    (select count(*) from rating_chunks where import_id = rating_imports.id) as chunk_count,
    (select coalesce(sum(rows), 0) from rating_chunks where import_id = rating_imports.id) as ledger_rows,
    coalesce(staged.rows, 0) as staged_rows
  from rating_imports
  left join (select import_id, count(*) as rows from staged_ratings group by import_id) as staged on import_id = id
  where state <> 'imported' order by id`;

/** What the chunks reported, added up by rule, and how many ratings are staged. */
export async function readLedger(
  transaction: Kysely<Tables>,
): Promise<{ findings: ImportFinding[]; stagedRows: number }> {
  const chunks = await chunksQuery(transaction).execute();
  const byRule = new Map<string, ImportFinding>();
  for (const { rule, count, examples } of chunks.flatMap(({ findings }) => findings)) {
    const known = byRule.get(rule);
    byRule.set(rule, {
      rule,
      count: count + (known?.count ?? 0),
      examples: [...(known?.examples ?? []), ...examples].slice(0, 3),
    });
  }
  return { findings: [...byRule.values()], stagedRows: chunks.reduce((sum, { rows }) => sum + rows, 0) };
}

const chunksQuery = (kysely: Kysely<Tables>) =>
  kysely
    .selectFrom("ratingChunks")
    .innerJoin("ratingImports", "ratingImports.id", "importId")
    .select(["rows", "findings"])
    .where("state", "<>", "imported")
    .orderBy("importId")
    .orderBy("index");

/** The staged ratings are stored: what is staged goes, its record stays. */
export async function closeLedger(transaction: Kysely<Tables>): Promise<void> {
  await sql`truncate staged_ratings, staged_movies, staged_viewers`.execute(transaction);
  await transaction
    .updateTable("ratingImports")
    .set({ state: "imported", finishedAt: new Date() })
    .where("state", "=", "staged")
    .execute();
}
