// The one place where errors become answers: what a client may read passes, the rest is masked and logged once.
import { randomUUID } from "node:crypto";
import { DatabaseError } from "@matinee/db";
import { RecommendationInputError } from "@matinee/recommender";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Logger } from "pino";
import { ApiError } from "../modules/errors/api-error.ts";

const masked = "INTERNAL_SERVER_ERROR";

/**
 * The error as the client gets it. Syntax, validation, wrong variables and ApiError keep their message; anything else is
 * logged in full with the request id and answered with that id alone.
 */
export function formatError(error: GraphQLError, requestId: string, log: Logger): GraphQLFormattedError {
  const place = {
    ...(error.locations ? { locations: error.locations } : {}),
    ...(error.path ? { path: error.path } : {}),
  };
  const readable = findReadable(error);
  if (readable) return { ...readable, ...place };
  log.error({ requestId, err: error.originalError ?? error, path: error.path }, "A field failed");
  return {
    message: `Something went wrong here; the log has it under request ${requestId}.`,
    extensions: { code: masked, requestId },
    ...place,
  };
}

function findReadable(error: GraphQLError): Pick<GraphQLFormattedError, "message" | "extensions"> | null {
  const cause = error.originalError ?? null;
  if (
    cause instanceof RecommendationInputError ||
    (cause instanceof DatabaseError && cause.code === "INVALID_CURSOR")
  ) {
    return { message: cause.message, extensions: { code: "BAD_USER_INPUT" } };
  }
  if (cause instanceof ApiError || error instanceof ApiError) {
    return { message: error.message, extensions: { code: error.extensions.code } };
  }
  // What has no path failed before execution: the document or its variables, which the client wrote.
  if (error.path !== undefined || (cause !== null && !(cause instanceof GraphQLError))) return null;
  // Apollo gives each validation error its own code and keeps ours in the cause.
  const code = cause?.extensions.code ?? error.extensions.code ?? "GRAPHQL_VALIDATION_FAILED";
  return code === masked ? null : { message: error.message, extensions: { code } };
}

export function newRequestId(): string {
  return randomUUID();
}
