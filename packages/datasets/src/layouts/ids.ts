// Ids of films as sources write them.

/** "0114709" or "tt0114709" → "tt0114709"; null for anything else. */
export function parseImdbId(text: string): string | null {
  const number = /^(?:tt)?(\d{1,9})$/.exec(text.trim());
  return number && Number(number[1]) > 0 ? `tt${number[1].padStart(7, "0")}` : null;
}

/** "862" or, as tables with gaps write it, "862.0" → 862; null for anything else. */
export function parseTmdbId(text: string): number | null {
  return /^[1-9]\d{0,8}(?:\.0)?$/.test(text.trim()) ? Number(text) : null;
}
