import type { Database } from "@matinee/db";
import { type Enrichment, type EnrichmentOptions, startEnrichment } from "@matinee/workflows";
import type { Logger } from "pino";
import type { ApiConfig } from "./config.ts";

/** Servers that stand in for the services. */
export type EnrichmentStandIns = Pick<EnrichmentOptions, "clients">;

/** The configured services, asked in the background; null when that is switched off. */
export function startConfiguredEnrichment(
  database: Database,
  { enrichment, tmdbKey, omdbKey, contact }: ApiConfig,
  log: Logger,
  standIns: EnrichmentStandIns = {},
): Enrichment | null {
  if (!enrichment) return null;
  return startEnrichment(database, {
    ...{ tmdbKey, omdbKey, contact },
    ...standIns,
    onState({ name, status, message }) {
      if (status === "STOPPED") log.warn(message);
      else log.info({ service: name, status }, message ?? "Pictures and texts");
    },
    onError: (err) => log.error({ err }, "What a service tells could not be stored"),
  });
}
