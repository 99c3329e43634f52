// Makes the merged schema and the types of it. `npm run generate` in the root runs this; all outputs are committed.
import type { CodegenConfig } from "@graphql-codegen/cli";

const scalars = {
  ID: { input: "string", output: "string" },
  DateTime: { input: "string", output: "string" },
};

const shared = {
  scalars,
  enumsAsTypes: true,
  useTypeImports: true,
  defaultScalarType: "unknown",
};

const config: CodegenConfig = {
  schema: "src/modules/*/*.graphql",
  generates: {
    "../../packages/graphql-types/schema.graphql": {
      plugins: ["schema-ast"],
      config: { includeDirectives: false, sort: true },
    },
    "../../packages/graphql-types/src/generated/schema-types.ts": {
      plugins: ["typescript"],
      config: { ...shared, skipTypename: true, immutableTypes: true },
    },
    "src/generated/resolver-types.ts": {
      plugins: ["typescript", "typescript-resolvers"],
      config: {
        ...shared,
        immutableTypes: true,
        contextType: "../context.ts#ApiContext",
        mappers: {
          CastConnection: "../modules/people/people.parents.ts#CastConnectionParent",
          Genre: "../modules/catalog/catalog.parents.ts#GenreParent",
          HomeSection: "../modules/home/home.manager.ts#HomeSectionParent",
          Movie: "@matinee/db#MovieRow",
          MovieConnection: "../modules/catalog/catalog.parents.ts#MovieConnectionParent",
          Person: "@matinee/db#PersonRow",
          Prediction: "@matinee/recommender#Prediction as PredictionParent",
          Rating: "../modules/ratings/ratings.parents.ts#RatingParent",
          RatingConnection: "../modules/ratings/ratings.parents.ts#RatingConnectionParent",
          RatingContribution: "../modules/recommendations/recommendations.manager.ts#RatingContributionParent",
          Recommendation: "../modules/recommendations/recommendations.manager.ts#RecommendationParent",
          RecommendationConnection:
            "../modules/recommendations/recommendations.manager.ts#RecommendationConnectionParent",
          Review: "@matinee/db#ReviewRow",
          ReviewConnection: "../modules/reviews/reviews.parents.ts#ReviewConnectionParent",
          SearchEdge: "../modules/search/search.manager.ts#SearchEdgeParent",
          Sentiment: "@matinee/db#ReviewRow",
          SimilarMovie: "@matinee/recommender#SimilarMovie as SimilarMovieParent",
          TasteNeighbor: "../modules/taste/taste.parents.ts#TasteNeighborParent",
          TasteProfile: "../modules/taste/taste.parents.ts#TasteProfileParent",
          TrendingEdge: "../modules/trending/trending.manager.ts#TrendingEdgeParent",
          Viewer: "../modules/viewer/viewer-access.ts#ViewerParent",
          VisitorStats: "../modules/visitors/presence.ts#VisitorStatsParent",
        },
      },
    },
  },
};

export default config;
