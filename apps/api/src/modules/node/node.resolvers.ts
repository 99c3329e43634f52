import type { Resolvers } from "../../generated/resolver-types.ts";
import { findReview } from "../reviews/reviews.manager.ts";
import { findGlobalId } from "./global-id.ts";

export const nodeResolvers: Resolvers = {
  Query: {
    node: async (_parent, { id }, { services, loaders, viewer }) => {
      const parsed = findGlobalId(id);
      if (parsed?.type === "Movie") return loaders.movieByGlobalId(id);
      if (parsed?.type === "Person") return loaders.personByKey(parsed.key);
      if (parsed?.type === "Review") return findReview(services, id);
      if (parsed?.type === "Genre") {
        const genres = await services.repositories.genres.list();
        return genres.find(({ slug }) => slug === parsed.key) ?? null;
      }
      if (parsed?.type !== "Viewer" && parsed?.type !== "Rating") return null;
      // Viewers and their ratings are shown to themselves only.
      const asking = await viewer.get();
      if (parsed.type === "Viewer") return parsed.key === asking.accountId ? asking : null;
      const prefix = `${asking.accountId}:`;
      if (!parsed.key.startsWith(prefix)) return null;
      const [movie] = await services.repositories.movies.listByKeys([parsed.key.slice(prefix.length)]);
      const rating = movie ? await loaders.viewerRating(movie.id) : null;
      return rating && { ...rating, accountId: asking.accountId };
    },
  },
  Node: {
    __resolveType: (parent) => {
      if ("sentiment" in parent) return "Review";
      if ("halfStars" in parent) return "Rating";
      if ("recommendationsVersion" in parent) return "Viewer";
      if ("title" in parent) return "Movie";
      return "slug" in parent ? "Genre" : "Person";
    },
  },
};
