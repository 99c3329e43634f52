// Subscriptions (and any other operation) by graphql-transport-ws, under the same rules as HTTP.
import { type DocumentNode, type GraphQLError, type GraphQLSchema, getOperationAST, parse, validate } from "graphql";
import { useServer as serveProtocol } from "graphql-ws/use/ws";
import type { Logger } from "pino";
import { WebSocketServer } from "ws";
import type { ApiContext } from "../context.ts";
import { formatError, newRequestId } from "./errors.ts";
import { allRules, maximumTokens } from "./validation.ts";

export interface GraphqlSocketOptions {
  readonly schema: GraphQLSchema;
  readonly log: Logger;
  readonly introspection: boolean;
  readonly maximumBytes: number;
  readonly createContext: (headers: Headers) => ApiContext;
}

export interface GraphqlSockets {
  readonly server: WebSocketServer;
  close(): Promise<void>;
}

/** What a client may send when it connects: the token that HTTP carries in the header. */
type ConnectionParams = { readonly authorization?: unknown; readonly Authorization?: unknown } | undefined;

export function createGraphqlSockets(options: GraphqlSocketOptions): GraphqlSockets {
  const { schema, log, introspection, maximumBytes, createContext } = options;
  const server = new WebSocketServer({ noServer: true, maxPayload: maximumBytes });
  const rules = allRules(introspection);
  const mask = (errors: readonly GraphQLError[]) => {
    const requestId = newRequestId();
    return errors.map((error) => formatError(error, requestId, log));
  };

  const handle = serveProtocol<ConnectionParams>(
    {
      connectionInitWaitTimeout: 5_000,
      onSubscribe({ connectionParams, extra }, _id, { query, variables, operationName }) {
        const document = parseDocument(query);
        if ("errors" in document) return document.errors;
        const errors = validate(schema, document, rules, { hideSuggestions: true });
        if (errors.length > 0) return errors;
        if (!getOperationAST(document, operationName)) return undefined;
        const headers = readHeaders(extra.request.headers.cookie, connectionParams);
        return {
          schema,
          document,
          variableValues: variables ?? null,
          operationName: operationName ?? null,
          contextValue: createContext(headers),
          hideSuggestions: true,
        };
      },
      onError: (_context, _id, _payload, errors) => mask(errors),
      onNext(_context, _id, _payload, _args, result) {
        return result.errors ? { data: result.data ?? null, errors: mask(result.errors) } : undefined;
      },
    },
    server,
  );
  return {
    server,
    async close() {
      await handle.dispose();
      for (const client of server.clients) client.terminate();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function parseDocument(query: string): DocumentNode | { readonly errors: readonly GraphQLError[] } {
  try {
    return parse(query, { maxTokens: maximumTokens });
  } catch (error) {
    return { errors: [error as GraphQLError] };
  }
}

function readHeaders(cookie: string | undefined, params: ConnectionParams): Headers {
  const headers = new Headers();
  if (cookie) headers.set("cookie", cookie);
  const authorization = params?.authorization ?? params?.Authorization;
  if (typeof authorization === "string") headers.set("authorization", authorization);
  return headers;
}
