// What the terms of services and sites ask to be shown where their data is.
import type { EnrichmentServiceName, enrichmentsRepository } from "@matinee/db";
import type { Attribution } from "@matinee/graphql-types";

const attributions: Readonly<Record<EnrichmentServiceName, Attribution>> = {
  // https://www.themoviedb.org/api-terms-of-use: this sentence, and one of its logos
  tmdb: {
    name: "TMDB",
    url: "https://www.themoviedb.org/",
    notice: "This product uses the TMDB API but is not endorsed or certified by TMDB.",
    logoUrl:
      "https://www.themoviedb.org/assets/2/v4/logos/v2/blue_short-8e7b30f73a4020692ccca9c88bafe5dcb6f8a62a4c6bc55cd9ba82bb2cd95f6c.svg",
    license: null,
  },
  omdb: {
    name: "OMDb API",
    url: "https://www.omdbapi.com/",
    notice: null,
    logoUrl: null,
    license: { name: "CC BY-NC 4.0", url: "https://creativecommons.org/licenses/by-nc/4.0/" },
  },
  wikipedia: {
    name: "Wikipedia",
    url: "https://en.wikipedia.org/",
    notice: null,
    logoUrl: null,
    license: { name: "CC BY-SA 4.0", url: "https://creativecommons.org/licenses/by-sa/4.0/" },
  },
};

export interface Attributions {
  /** Of the sources that something in the database is from; as of a minute ago at most. */
  list(): Promise<readonly Attribution[]>;
}

const freshForMilliseconds = 60_000;

/** Every page shows them: the database is asked once a minute. */
export function createAttributions({ listInUse }: ReturnType<typeof enrichmentsRepository>): Attributions {
  let asked: { readonly at: number; readonly services: ReturnType<typeof listInUse> } | undefined;
  return {
    async list() {
      if (!asked || Date.now() - asked.at > freshForMilliseconds) asked = { at: Date.now(), services: listInUse() };
      const { services } = asked;
      services.catch(() => (asked = undefined));
      return (await services).map((service) => attributions[service]);
    },
  };
}
