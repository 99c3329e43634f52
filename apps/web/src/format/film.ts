// Facts of a film as people read them.

/** "1 h 57 min", "52 min". */
export function formatRuntime(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** "1,204 ratings", "1 rating", "no ratings yet". */
export function formatRatingCount(count: number): string {
  if (count === 0) return "no ratings yet";
  return `${count.toLocaleString("en-US")} ${count === 1 ? "rating" : "ratings"}`;
}

/** Names as a sentence has them: "Ethan Coen and Joel Coen". */
export function listNames(people: readonly { readonly name: string }[]): string {
  return new Intl.ListFormat("en", { type: "conjunction" }).format(people.map((person) => person.name));
}

/** A search for the film's trailer on YouTube. */
export function trailerSearchUrl(film: { readonly title: string; readonly year: number | null }): string {
  const terms = [film.title, film.year, "trailer"].filter((term) => term !== null).join(" ");
  return `https://www.youtube.com/results?${new URLSearchParams({ search_query: terms })}`;
}
