// What people type, and the bundled films that any of them means.
import { normalizeText, sampler } from "@matinee/datasets";

export interface SearchQuery {
  readonly kind: "title" | "typo" | "person" | "mixed" | "description";
  readonly query: string;
  readonly expected: readonly string[];
}

const list = (kind: SearchQuery["kind"], queries: Readonly<Record<string, readonly string[]>>): SearchQuery[] =>
  Object.entries(queries).map(([query, expected]) => ({ kind, query, expected }));

const { movies } = sampler();

/** Titles of all films that someone directed, wrote or plays in. */
function filmsOf(name: string): string[] {
  const isMeant = (other: string) => normalizeText(other) === normalizeText(name);
  return movies
    .filter(({ directors, writers, cast }) =>
      [...directors, ...writers, ...cast.map((part) => part.name)].some(isMeant),
    )
    .map(({ title }) => title);
}

export const searchQueries: readonly SearchQuery[] = [
  ...list("title", {
    alien: ["Alien"],
    godfather: ["The Godfather"],
    "the thing": ["The Thing"],
    M: ["M"],
    ran: ["Ran"],
    "fellowship of the ring": ["The Lord of the Rings: The Fellowship of the Ring"],
    "blade run": ["Blade Runner"],
    "la vita e bella": ["Life Is Beautiful"],
    cityofgod: ["City of God"],
  }),
  ...list("typo", {
    matrx: ["The Matrix"],
    "seven samuri": ["Seven Samurai"],
    "jurasic park": ["Jurassic Park"],
    "shawshenk redemption": ["The Shawshank Redemption"],
    casablnca: ["Casablanca"],
    cubrick: filmsOf("Stanley Kubrick"),
  }),
  ...list("person", {
    "de niro": filmsOf("Robert De Niro"),
    hitchcock: filmsOf("Alfred Hitchcock"),
    "sigourney weaver": filmsOf("Sigourney Weaver"),
    miyazaki: filmsOf("Hayao Miyazaki"),
    "toshiro mifune": filmsOf("Toshiro Mifune"),
  }),
  ...list("mixed", {
    "scorsese taxi": ["Taxi Driver"],
    "spielberg dinosaurs": ["Jurassic Park"],
    "nolan dreams": ["Inception"],
    "keaton locomotive": ["The General"],
    "julie andrews nanny": ["Mary Poppins"],
  }),
  ...list("description", {
    "a lonely robot on an abandoned earth": ["WALL·E"],
    "shark attacks a beach town": ["Jaws"],
    "toys that come to life": ["Toy Story"],
    "weatherman lives the same day again and again": ["Groundhog Day"],
    "hacker learns the world is a simulation": ["The Matrix"],
    "ship sinks in the ice": ["Titanic"],
    "clownfish searches for his lost son": ["Finding Nemo"],
    "cannibal psychiatrist helps a young agent": ["The Silence of the Lambs"],
    "knight plays chess against death": ["The Seventh Seal"],
    "family alone in a hotel in the mountains in winter": ["The Shining"],
  }),
];
