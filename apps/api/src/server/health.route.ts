// Whether this process can answer: for whoever starts it, and for load balancers.
import { catalogRepository, type Database } from "@matinee/db";
import type { FastifyInstance } from "fastify";
import type { Snapshots } from "../snapshot/snapshots.ts";

/** 200 once the database answers and models are loaded, else 503 with what is missing. */
export function serveHealth(http: FastifyInstance, database: Database, snapshots: Snapshots): void {
  http.get("/health", async (_request, reply) => {
    const isDatabaseUp = await catalogRepository(database.kysely)
      .movieCount()
      .then(
        () => true,
        () => false,
      );
    const isReady = isDatabaseUp && snapshots.isReady();
    return reply
      .code(isReady ? 200 : 503)
      .header("cache-control", "no-store")
      .send({ ready: isReady, database: isDatabaseUp, models: snapshots.isReady() });
  });
}
