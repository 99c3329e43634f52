// How a column's JavaScript type differs between reading and writing. Both drivers read the same types.
import type { ColumnType } from "kysely";

/** jsonb: read as a value, written as JSON text (the two drivers would encode arrays differently). */
export type Json<Value> = ColumnType<Value, string, string>;

/** timestamptz with a default of now(). */
export type CreatedAt = ColumnType<Date, Date | undefined, Date>;
