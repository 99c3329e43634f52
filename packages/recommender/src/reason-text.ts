// Reasons in the viewer's words.

export interface NamedRating {
  readonly title: string;
  readonly stars: number;
}

const conjunction = new Intl.ListFormat("en-US");

/** "Because you gave Alien and Aliens 5 stars and Heat 4½ stars": films of equal stars are named together. */
export function becauseYouRated(films: readonly NamedRating[]): string {
  const byStars = Map.groupBy(films, ({ stars }) => stars);
  const groups = Array.from(byStars, ([stars, group]) => `${listTitles(group)} ${starsInWords(stars)}`);
  return `Because you gave ${conjunction.format(groups)}`;
}

/** "Because you like Alien, Aliens and Heat" */
export function becauseYouLike(films: readonly NamedRating[]): string {
  return `Because you like ${listTitles(films)}`;
}

/** "Viewers give it 4.3 on average (329 ratings)" */
export function averageInWords(stars: number, ratingCount: number): string {
  const ratings = ratingCount === 1 ? "1 rating" : `${ratingCount.toLocaleString("en-US")} ratings`;
  return `Viewers give it ${stars.toFixed(1)} on average (${ratings})`;
}

/** "5 stars", "4½ stars", "1 star", "½ star" */
export function starsInWords(stars: number): string {
  const whole = Math.floor(stars);
  const figure = `${whole === 0 ? "" : whole}${stars === whole ? "" : "½"}`;
  return `${figure} ${stars <= 1 ? "star" : "stars"}`;
}

function listTitles(films: readonly NamedRating[]): string {
  return conjunction.format(films.map(({ title }) => title));
}
