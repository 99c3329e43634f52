import pg from "pg";
import { typeParsers } from "../type-parsers.ts";

const int8Array = 1016;
const bytea = 17;

/** As `types` of a pg pool: what `pg` does by itself, but for the types where PGlite differs. */
export const poolTypes = {
  getTypeParser(oid: number, format?: "text" | "binary"): (value: string) => unknown {
    const standard = pg.types.getTypeParser(oid, format ?? "text");
    if (format === "binary") return standard as (value: string) => unknown;
    if (oid === int8Array) return (value) => (standard(value) as (string | null)[]).map((item) => item && Number(item));
    if (oid === bytea) return (value) => Uint8Array.from(standard(value) as Buffer);
    return typeParsers[oid] ?? (standard as (value: string) => unknown);
  },
};
