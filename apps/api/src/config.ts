// Every option of the API, read and checked here and nowhere else.
import { hostname } from "node:os";
import { join, resolve } from "node:path";
import type { EmbedderChoice } from "@matinee/embeddings";
import { z } from "zod";
import packageJson from "../package.json" with { type: "json" };

/** A bad option: one sentence that names it. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

const port = z.coerce.number("must be a number").int("must be whole").min(0).max(65_535);
const origin = z
  .url("must be a URL such as http://localhost:3000")
  .refine((text) => /^https?:/.test(text), "must begin with http:// or https://")
  .transform((text) => new URL(text).origin);
const onOff = z
  .enum(["on", "off", "true", "false", "1", "0"], "must be on or off")
  .transform((text) => ["on", "true", "1"].includes(text));
const originList = z
  .string()
  .transform((text) => text.split(",").map((part) => part.trim()))
  .pipe(z.array(origin));

const schema = z.object({
  /** Where the API listens; 0 takes a free port. */
  PORT: port.default(4000),
  /** The address it listens at; 0.0.0.0 for every network. */
  HOST: z.string().min(1).default("127.0.0.1"),
  /** The API's own address as browsers see it: begins the urls of posters. Default: http://localhost:PORT. */
  API_URL: origin.optional(),
  /** The site's address as browsers see it. */
  SITE_URL: origin.default("http://localhost:3000"),
  /** Origins whose pages may call the API with cookies, separated by commas. Default: the site, also by address and host name. */
  CORS_ORIGINS: originList.optional(),
  /** A Postgres with pgvector; without it the embedded database in MATINEE_FOLDER. */
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: "must be a URL such as postgres://user@host/database" })
    .optional(),
  /** Holds the embedded database and the generated secret. */
  MATINEE_FOLDER: z.string().min(1).default(".matinee"),
  /** Where MiniLM is, or is downloaded to. Default: models in MATINEE_FOLDER. */
  MATINEE_MODELS: z.string().min(1).optional(),
  /** auto takes MiniLM as soon as it is at hand; distilled stays with the built-in table and downloads nothing. */
  MATINEE_EMBEDDINGS: z.enum(["auto", "distilled"], "must be auto or distilled").default("auto"),
  /** Stands in the record of models that the API trains. Default: the version. */
  MATINEE_REVISION: z.string().min(1).default(packageJson.version),
  /** Signs sessions. Default: made once and kept in MATINEE_FOLDER. */
  AUTH_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  /** Whether services on the internet are asked for pictures and texts that files lack. */
  MATINEE_ENRICHMENT: onOff.default(true),
  /** An API key or a read access token of themoviedb.org; without it TMDB is not asked. */
  TMDB_API_KEY: z
    .string()
    .trim()
    .regex(
      /^(?:[0-9a-f]{32}|[\w-]+\.[\w-]+\.[\w-]+)$/i,
      "must be an API key, 32 characters, or a read access token of three parts",
    )
    .optional(),
  /** A key of omdbapi.com; without it OMDb is not asked. */
  OMDB_API_KEY: z.string().trim().regex(/^\w+$/, "must be letters and digits").optional(),
  /** A page or e-mail address of whoever runs this: Wikipedia asks programs to send one. Default: SITE_URL. */
  MATINEE_CONTACT: z
    .string()
    .regex(/^[!-'*-~]+$/, "must be an address without spaces")
    .optional(),
  /** Whether clients may ask for the schema. */
  INTROSPECTION: onOff.default(true),
  /** The least important messages to log. */
  LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error", "silent"], "must be trace, debug, info, warn, error or silent")
    .default("warn"),
});

/** Never repeated in a message. */
const secrets = new Set(["AUTH_SECRET", "DATABASE_URL", "TMDB_API_KEY", "OMDB_API_KEY"]);

export interface ApiConfig {
  readonly port: number;
  readonly host: string;
  readonly apiUrl: string | undefined;
  readonly siteUrl: string;
  readonly allowedOrigins: readonly string[];
  readonly databaseUrl: string | undefined;
  readonly folder: string;
  readonly modelsFolder: string;
  readonly embeddings: EmbedderChoice;
  readonly revision: string;
  readonly authSecret: string | undefined;
  readonly enrichment: boolean;
  readonly tmdbKey: string | undefined;
  readonly omdbKey: string | undefined;
  readonly contact: string;
  readonly introspection: boolean;
  readonly logLevel: string;
}

/** Reads the options from `environment`; an empty value counts as not given. Throws ConfigError. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): ApiConfig {
  const given = Object.fromEntries(
    Object.keys(schema.shape)
      .map((name) => [name, environment[name]] as const)
      .filter(([, value]) => value !== undefined && value !== ""),
  );
  const result = schema.safeParse(given);
  if (!result.success) {
    const issue = result.error.issues[0]!;
    const name = String(issue.path[0]);
    const shown = secrets.has(name) ? "" : ` "${given[name]}"`;
    throw new ConfigError(`The option ${name}${shown} is not valid: it ${describe(issue.message)}.`);
  }
  const options = result.data;
  return {
    port: options.PORT,
    host: options.HOST,
    apiUrl: options.API_URL,
    siteUrl: options.SITE_URL,
    allowedOrigins: options.CORS_ORIGINS ?? originsOf(options.SITE_URL),
    databaseUrl: options.DATABASE_URL,
    folder: options.MATINEE_FOLDER,
    modelsFolder: resolve(options.MATINEE_MODELS ?? join(options.MATINEE_FOLDER, "models")),
    embeddings: options.MATINEE_EMBEDDINGS,
    revision: options.MATINEE_REVISION,
    authSecret: options.AUTH_SECRET,
    enrichment: options.MATINEE_ENRICHMENT,
    tmdbKey: options.TMDB_API_KEY,
    omdbKey: options.OMDB_API_KEY,
    contact: options.MATINEE_CONTACT ?? options.SITE_URL,
    introspection: options.INTROSPECTION,
    logLevel: options.LOG_LEVEL,
  };
}

function describe(message: string): string {
  return message.startsWith("must") ? message : `is refused (${message})`;
}

/** The origin of a url, also under each name that this machine has. */
export function originsOf(address: string): string[] {
  const { origin, protocol, port } = new URL(address);
  const suffix = port ? `:${port}` : "";
  const names = ["localhost", "127.0.0.1", hostname().toLowerCase()];
  return [...new Set([origin, ...names.map((name) => `${protocol}//${name}${suffix}`)])];
}
