/** What every session starts with, on both databases. */
export const sessionSettings: Readonly<Record<string, string>> = {
  // "matirx" resembles a word of "the matrix" by .43
  "pg_trgm.word_similarity_threshold": "0.4",
  timezone: "UTC",
};
