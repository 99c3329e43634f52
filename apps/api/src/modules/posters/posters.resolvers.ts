import type { Resolvers } from "../../generated/resolver-types.ts";
import { posterOf } from "./poster-address.ts";

export const postersResolvers: Resolvers = {
  Movie: {
    poster: (movie, _arguments, { services }) => posterOf(movie, services.apiUrl),
  },
};
