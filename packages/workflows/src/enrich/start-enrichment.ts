// Asks services on the internet for what files lack: pictures, trailers, texts, people, what critics say.
import { type Database, type EnrichmentProgress, enrichmentsRepository } from "@matinee/db";
import { openOmdb } from "./clients/omdb.client.ts";
import { type ClientOptions, openTmdb } from "./clients/tmdb.client.ts";
import { openWikipedia } from "./clients/wikipedia.client.ts";
import type { Enricher, ServiceState } from "./job/enricher.types.ts";
import { gentleWriter, type Write } from "./job/gentle-writer.ts";
import { omdbEnricher } from "./job/omdb.enricher.ts";
import { defaultPauses, type Pauses, runService } from "./job/run-service.ts";
import { tmdbEnricher } from "./job/tmdb.enricher.ts";
import { wikipediaEnricher } from "./job/wikipedia.enricher.ts";

export interface EnrichmentOptions {
  /** A TMDB API key or read access token; without it TMDB is not asked. */
  readonly tmdbKey?: string | undefined;
  /** Without it OMDb is not asked. */
  readonly omdbKey?: string | undefined;
  /** Where whoever runs this can be reached: Wikimedia's policy asks programs for it. */
  readonly contact: string;
  /** Told of every change of a service's state. */
  readonly onState: (state: ServiceState) => void;
  /** Told what went wrong here, not at a service; the job goes on later. */
  readonly onError: (error: unknown) => void;
  /** For servers that stand in for the services. */
  readonly clients?: Readonly<Partial<Record<"tmdb" | "omdb" | "wikipedia", ClientOptions>>> | undefined;
  readonly pauses?: Pauses | undefined;
}

export interface ServiceProgress extends ServiceState, EnrichmentProgress {}

export interface Enrichment {
  /** Each service in use, and how far it has come. */
  progress(): Promise<readonly ServiceProgress[]>;
  /** Ends what is under way; the next start goes on from there. */
  close(): Promise<void>;
}

/** Begins at once, beside everything else, and never rejects. */
export function startEnrichment(database: Database, options: EnrichmentOptions): Enrichment {
  const { onState, onError, pauses = defaultPauses } = options;
  const enrichments = enrichmentsRepository(database.kysely);
  const closing = new AbortController();
  const states = new Map<string, ServiceState>();

  const work = async (enricher: Enricher) => {
    const { service, name } = enricher;
    const setState = (status: ServiceState["status"], message: string | null) => {
      const before = states.get(service);
      if (before?.status === status && before.message === message) return;
      const state = { service, name, status, message };
      states.set(service, state);
      onState(state);
    };
    setState("WORKING", null);
    await runService(enricher, { enrichments, pauses, signal: closing.signal, onStatus: setState, onError });
  };
  const works = listEnrichers(database, gentleWriter(closing.signal), options).map((enricher) => work(enricher));
  return {
    progress: () =>
      Promise.all(
        [...states.values()].map(async (state) => ({ ...state, ...(await enrichments.progress(state.service)) })),
      ),
    async close() {
      closing.abort();
      await Promise.all(works);
    },
  };
}

function listEnrichers(
  database: Database,
  write: Write,
  { tmdbKey, omdbKey, contact, clients = {} }: EnrichmentOptions,
): Enricher[] {
  return [
    ...(tmdbKey ? [tmdbEnricher(openTmdb(tmdbKey, clients.tmdb), database, write)] : []),
    ...(omdbKey ? [omdbEnricher(openOmdb(omdbKey, clients.omdb), database, write)] : []),
    wikipediaEnricher(openWikipedia(contact, clients.wikipedia), database, write),
  ];
}
