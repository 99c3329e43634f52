// Apollo Server over the schema: limits, masked errors, drain.
import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import { fastifyApolloDrainPlugin } from "@as-integrations/fastify";
import type { FastifyInstance } from "fastify";
import { GraphQLError, type GraphQLSchema } from "graphql";
import type { Logger } from "pino";
import type { ApiContext } from "../context.ts";
import { formatError, newRequestId } from "./errors.ts";
import { extentRule, maximumTokens } from "./validation.ts";

export interface GraphqlServerOptions {
  readonly schema: GraphQLSchema;
  readonly http: FastifyInstance;
  readonly log: Logger;
  readonly introspection: boolean;
}

export function createGraphqlServer({
  schema,
  http,
  log,
  introspection,
}: GraphqlServerOptions): ApolloServer<ApiContext> {
  return new ApolloServer<ApiContext>({
    schema,
    introspection,
    csrfPrevention: true,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    maxRecursiveSelections: true,
    parseOptions: { maxTokens: maximumTokens },
    validationRules: [extentRule],
    persistedQueries: false,
    formatError: (formatted, error) => {
      const cause =
        error instanceof GraphQLError ? error : new GraphQLError(formatted.message, { originalError: error as Error });
      return formatError(cause, requestIdOf(cause) ?? newRequestId(), log);
    },
    logger: log,
    stopOnTerminationSignals: false,
    plugins: [ApolloServerPluginLandingPageDisabled(), fastifyApolloDrainPlugin(http), nameRequests],
  });
}

const requestIds = new WeakMap<GraphQLError, string>();
const requestIdOf = (error: GraphQLError) => requestIds.get(error);

/** Apollo formats errors without their request, so each error is told its request's id before. */
const nameRequests: ApolloServerPlugin<ApiContext> = {
  requestDidStart: async () => ({
    didEncounterErrors: async ({ errors, contextValue }) => {
      for (const error of errors) requestIds.set(error, contextValue.requestId);
    },
  }),
};
