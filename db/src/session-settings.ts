/** What every session starts with, on both databases. */
export const sessionSettings: Readonly<Record<string, string>> = {
  // "matirx" resembles "matrix" by .43
  "pg_trgm.word_similarity_threshold": "0.4",
  // pages come from memory or a solid-state disk: reading a few by index is cheaper than a whole table
  random_page_cost: "1.1",
  timezone: "UTC",
};
