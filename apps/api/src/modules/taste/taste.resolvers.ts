import type { Resolvers } from "../../generated/resolver-types.ts";
import { readLimit } from "../node/paging.ts";
import { isKnown } from "../viewer/viewer-access.ts";
import { findTasteNeighbors } from "./taste-neighbors.ts";
import { readDecades, readGenres, readPeople, readThemes } from "./taste-profile.ts";

export const tasteResolvers: Resolvers = {
  Viewer: {
    tasteProfile: async (viewer, _arguments, { services }) => ({
      ratings: (await services.profiles.get(viewer)).ratings,
    }),
    tasteNeighbors: async (viewer, { limit }, { services }) => {
      const count = readLimit(limit, 5, "limit", 20);
      return isKnown(viewer) ? findTasteNeighbors(services, viewer, count) : [];
    },
  },
  TasteProfile: {
    genres: (profile, _arguments, { loaders }) => readGenres(profile, loaders),
    decades: (profile, _arguments, { loaders }) => readDecades(profile, loaders),
    themes: (profile, _arguments, { loaders }) => readThemes(profile, loaders),
    people: (profile, _arguments, { loaders }) => readPeople(profile, loaders),
  },
  TasteNeighbor: {
    sharedMovies: ({ sharedMovieIds }, _arguments, { loaders }) =>
      Promise.all(sharedMovieIds.map((movieId) => loaders.getMovie(movieId))),
    suggests: ({ suggestedMovieIds }, _arguments, { loaders }) =>
      Promise.all(suggestedMovieIds.map((movieId) => loaders.getMovie(movieId))),
  },
};
