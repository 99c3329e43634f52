// Fastify with what every answer shares: limits, CORS, security headers, masked failures.
import { randomUUID } from "node:crypto";
import fastifyCors from "@fastify/cors";
import Fastify, { type FastifyError, type FastifyInstance, LogController } from "fastify";
import type { Logger } from "pino";

/** The largest body or socket message, in bytes. */
export const maximumBodyBytes = 256 * 1_024;
const answerWithinMilliseconds = 30_000;

const securityHeaders = {
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "cross-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
} as const;

export async function createHttpServer(log: Logger, allowedOrigins: readonly string[]): Promise<FastifyInstance> {
  const http = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: maximumBodyBytes,
    requestTimeout: answerWithinMilliseconds,
    handlerTimeout: answerWithinMilliseconds,
    genReqId: () => randomUUID(),
    forceCloseConnections: "idle",
  }) as unknown as FastifyInstance;

  http.addHook("onRequest", async (request, reply) => {
    reply.headers({ ...securityHeaders, "x-request-id": request.id });
  });
  await http.register(fastifyCors, {
    origin: [...allowedOrigins],
    credentials: true,
    methods: ["GET", "POST"],
    allowedHeaders: ["content-type", "authorization", "apollo-require-preflight", "x-apollo-operation-name"],
    exposedHeaders: ["x-request-id"],
    maxAge: 86_400,
  });
  http.setErrorHandler<FastifyError>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) log.error({ requestId: request.id, err: error }, "A request failed");
    const message =
      status === 503 ? "The answer took too long." : status < 500 ? error.message : "Something went wrong.";
    return reply
      .code(status)
      .send({ errors: [{ message, extensions: { code: codeOf(status), requestId: request.id } }] });
  });
  http.setNotFoundHandler((request, reply) =>
    reply.code(404).send({ errors: [{ message: `Nothing is served at ${request.url.split("?")[0]}.` }] }),
  );
  return http;
}

function codeOf(status: number): string {
  if (status === 413) return "TOO_LARGE";
  if (status === 503) return "TIMEOUT";
  return status < 500 ? "BAD_REQUEST" : "INTERNAL_SERVER_ERROR";
}
