// Puts the API together and takes it apart again.
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import { type Database, openDatabase } from "@matinee/db";
import type { FastifyRequest } from "fastify";
import { type Logger, pino } from "pino";
import type { ApiConfig } from "./config.ts";
import { createContext } from "./context.ts";
import { startEmbedderUpgrade } from "./meaning/embedder-upgrade.ts";
import { servePosters } from "./modules/posters/poster.route.ts";
import { attachPresence } from "./modules/visitors/presence.socket.ts";
import { createSchema } from "./schema.ts";
import { newRequestId } from "./server/errors.ts";
import { createGraphqlServer } from "./server/graphql-server.ts";
import { createGraphqlSockets } from "./server/graphql-sockets.ts";
import { serveHealth } from "./server/health.route.ts";
import { createHttpServer, maximumBodyBytes } from "./server/http-server.ts";
import { createOriginCheck } from "./server/origins.ts";
import { servePlayground } from "./server/playground.route.ts";
import { routeUpgrades } from "./server/upgrade-router.ts";
import type { EnrichmentStandIns } from "./start-enrichment.ts";
import { startServices } from "./start-services.ts";

const graphqlPath = "/graphql";
const presencePath = "/socket.io/";

export interface StartApiOptions {
  readonly config: ApiConfig;
  /** An open database, which stays open when the API closes. Without it the configured one is opened and closed. */
  readonly database?: Database;
  /** In the places of services on the internet. */
  readonly standIns?: EnrichmentStandIns;
}

export interface RunningApi {
  /** Where it listens, for example "http://127.0.0.1:4000". */
  readonly url: string;
  /** Finishes what is being answered, closes sockets, then the database. */
  close(): Promise<void>;
}

export async function startApi({ config, database: given, standIns }: StartApiOptions): Promise<RunningApi> {
  const log = pino({ level: config.logLevel, base: null });
  const database = given ?? (await openConfiguredDatabase(config, log));
  const { services, close: closeServices } = await startServices(database, config, log, standIns);
  const isAllowedOrigin = createOriginCheck(config.allowedOrigins, () => services.apiUrl);
  const http = await createHttpServer(log, config.allowedOrigins);
  const schema = createSchema();

  const sockets = createGraphqlSockets({
    schema,
    log,
    introspection: config.introspection,
    maximumBytes: maximumBodyBytes,
    createContext: (headers) => createContext(services, { requestId: newRequestId(), headers, setCookies: () => {} }),
  });
  const closePresence = attachPresence({
    http: http.server,
    path: presencePath,
    presence: services.presence,
    bus: services.bus,
    allowedOrigins: config.allowedOrigins,
    isAllowedOrigin,
    onError: (err) => log.error({ err }, "Visitors could not be told the figures"),
  });
  const stopRouting = routeUpgrades(http.server, {
    graphqlPath,
    graphqlSockets: sockets.server,
    presencePath,
    isAllowedOrigin,
  });
  http.addHook("preClose", async () => {
    stopRouting();
    await Promise.all([sockets.close(), closePresence()]);
  });

  const apollo = createGraphqlServer({ schema, http, log, introspection: config.introspection });
  await apollo.start();
  const showPlayground = await servePlayground(http);
  const answer = fastifyApolloHandler(apollo, {
    context: async (request, reply) =>
      createContext(services, {
        requestId: request.id,
        headers: toHeaders(request),
        setCookies: (values) => void reply.header("set-cookie", values),
      }),
  });
  http.route({
    method: ["GET", "POST"],
    url: graphqlPath,
    handler: (request, reply) => (wantsPage(request) ? showPlayground(reply) : answer.call(http, request, reply)),
  });
  servePosters(http, services.repositories);
  serveHealth(http, database, services.snapshots);

  await http.listen({ port: config.port, host: config.host });
  const { port, address } = http.server.address() as AddressInfo;
  // With port 0 only now is it known where posters are.
  if (config.apiUrl === undefined) services.apiUrl = `http://localhost:${port}`;
  const url = `http://${address.includes(":") ? `[${address}]` : address}:${port}`;
  log.info(`The API answers at ${url}${graphqlPath}`);
  const { embeddings: choice, modelsFolder, revision } = config;
  const upgrade = startEmbedderUpgrade({ database, choice, modelsFolder, revision, log });
  return {
    url,
    async close() {
      await upgrade.close();
      await apollo.stop();
      await closeServices();
      if (!given) await database.close();
    },
  };
}

function openConfiguredDatabase({ databaseUrl, folder }: ApiConfig, log: Logger): Promise<Database> {
  const place = databaseUrl ? { url: databaseUrl } : { folder: resolve(folder, "database") };
  return openDatabase({ ...place, onNotice: (notice) => log.warn(notice) });
}

function wantsPage({ method, headers }: FastifyRequest): boolean {
  return method === "GET" && headers.accept?.includes("text/html") === true;
}

function toHeaders({ headers }: FastifyRequest): Headers {
  const { cookie, authorization } = headers;
  return new Headers({ ...(cookie ? { cookie } : {}), ...(authorization ? { authorization } : {}) });
}
