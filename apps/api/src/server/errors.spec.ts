import { DatabaseError } from "@matinee/db";
import { GraphQLError } from "graphql";
import { type Logger, pino } from "pino";
import { describe, expect, it } from "vitest";
import { ApiError } from "../modules/errors/api-error.ts";
import { formatError } from "./errors.ts";

function recordingLog(): { log: Logger; lines: string[] } {
  const lines: string[] = [];
  return { log: pino({}, { write: (line) => void lines.push(line) }), lines };
}

const failedField = (cause: Error) =>
  new GraphQLError(cause.message, { path: ["movie", "title"], originalError: cause });

describe("formatError", () => {
  it("masks what nobody foresaw and logs it once with the request id", () => {
    const { log, lines } = recordingLog();
    const answer = formatError(failedField(new Error('relation "movies" does not exist')), "r-1", log);
    expect(JSON.stringify(answer)).not.toContain("relation");
    expect(answer).toMatchObject({
      extensions: { code: "INTERNAL_SERVER_ERROR", requestId: "r-1" },
      path: ["movie", "title"],
    });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('relation \\"movies\\"');
    expect(lines[0]).toContain("r-1");
  });

  it("masks a broken answer of our own resolvers", () => {
    const { log } = recordingLog();
    const broken = failedField(new GraphQLError("Int cannot represent 3.5"));
    expect(formatError(broken, "r-2", log).extensions?.code).toBe("INTERNAL_SERVER_ERROR");
  });

  it("lets errors for the client through without logging", () => {
    const { log, lines } = recordingLog();
    expect(formatError(failedField(new ApiError("BAD_USER_INPUT", "No.")), "r-3", log)).toMatchObject({
      message: "No.",
      extensions: { code: "BAD_USER_INPUT" },
    });
    expect(formatError(failedField(new DatabaseError("INVALID_CURSOR", "Bad cursor.")), "r-4", log)).toMatchObject({
      extensions: { code: "BAD_USER_INPUT" },
    });
    expect(formatError(new GraphQLError("Unknown field"), "r-5", log)).toMatchObject({
      message: "Unknown field",
      extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
    });
    expect(lines).toEqual([]);
  });
});
