import { sql } from "kysely";

const silence = "The process ended without a word.";

/** A killed process cannot say that its run has ended: the next one says it, when there was no sign of life for so long. */
export const closeSilentSql = (table: "training_runs" | "pipeline_runs", seconds: number) => sql`
  update ${sql.table(table)} set status = 'failed', error = ${silence}, finished_at = heard_at
  where status = 'running' and heard_at < now() - make_interval(secs => ${seconds})`;
