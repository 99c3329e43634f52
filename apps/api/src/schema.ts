// The executable schema: the merged SDL with every module's resolvers.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { makeExecutableSchema } from "@graphql-tools/schema";
import type { GraphQLSchema } from "graphql";
import { catalogResolvers } from "./modules/catalog/catalog.resolvers.ts";
import { dataResolvers } from "./modules/data/data.resolvers.ts";
import { enrichmentResolvers } from "./modules/enrichment/enrichment.resolvers.ts";
import { homeResolvers } from "./modules/home/home.resolvers.ts";
import { movieResolvers } from "./modules/movie/movie.resolvers.ts";
import { nodeResolvers } from "./modules/node/node.resolvers.ts";
import { onboardingResolvers } from "./modules/onboarding/onboarding.resolvers.ts";
import { peopleResolvers } from "./modules/people/people.resolvers.ts";
import { postersResolvers } from "./modules/posters/posters.resolvers.ts";
import { ratingsResolvers } from "./modules/ratings/ratings.resolvers.ts";
import { recommendationsResolvers } from "./modules/recommendations/recommendations.resolvers.ts";
import { reviewsResolvers } from "./modules/reviews/reviews.resolvers.ts";
import { searchResolvers } from "./modules/search/search.resolvers.ts";
import { tasteResolvers } from "./modules/taste/taste.resolvers.ts";
import { trendingResolvers } from "./modules/trending/trending.resolvers.ts";
import { viewerResolvers } from "./modules/viewer/viewer.resolvers.ts";
import { visitorsResolvers } from "./modules/visitors/visitors.resolvers.ts";

const sdlPath = fileURLToPath(import.meta.resolve("@matinee/graphql-types/schema.graphql"));

export function createSchema(): GraphQLSchema {
  return makeExecutableSchema({
    typeDefs: readFileSync(sdlPath, "utf8"),
    resolvers: [
      catalogResolvers,
      dataResolvers,
      enrichmentResolvers,
      homeResolvers,
      movieResolvers,
      nodeResolvers,
      onboardingResolvers,
      peopleResolvers,
      postersResolvers,
      ratingsResolvers,
      recommendationsResolvers,
      reviewsResolvers,
      searchResolvers,
      tasteResolvers,
      trendingResolvers,
      viewerResolvers,
      visitorsResolvers,
    ],
    resolverValidationOptions: { requireResolversToMatchSchema: "error" },
  });
}
