// How values arrive in JavaScript: the same from both drivers. By the types' object ids (pg_type.oid).

const text = (value: string): string => value;
const utcDate = (value: string): Date => new Date(`${value}Z`);

/** What neither driver does by itself, or only one of them. Counts and sums stay exact up to 2^53. */
export const typeParsers: Readonly<Record<number, (value: string) => unknown>> = {
  20: Number, // int8
  1700: Number, // numeric
  1082: text, // date
  1114: utcDate, // timestamp without time zone
};
