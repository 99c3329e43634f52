// Asks a service for JSON: no more at once and in a second than it allows, again where that may help, never for ever.
import { setTimeout as wait } from "node:timers/promises";
import PQueue from "p-queue";
import pRetry from "p-retry";
import type { z } from "zod";
import { ServiceError } from "./service-error.ts";

export interface JsonServiceOptions {
  /** As named in messages: "TMDB". */
  readonly name: string;
  /** "https://api.themoviedb.org/3" */
  readonly baseUrl: string;
  /** Sent with every request; `query` may hold the key. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly concurrency: number;
  readonly requestsPerSecond: number;
  /** Until the whole answer is there. */
  readonly timeoutMilliseconds?: number;
  /** Before the first repetition; doubled for each further one. */
  readonly firstDelayMilliseconds?: number;
}

export interface JsonRequest<Schema extends z.ZodType> {
  /** Behind the base url: "/movie/862". */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly schema: Schema;
  readonly signal?: AbortSignal | undefined;
}

export interface JsonService {
  /**
   * The answer, or null for 404.
   * @throws ServiceError when it cannot be had, the signal's reason when that aborted
   */
  get<Schema extends z.ZodType>(request: JsonRequest<Schema>): Promise<z.infer<Schema> | null>;
}

const repetitions = 4;
const longestDelay = 60_000;
/** Far more than any answer has. */
const maximumBytes = 8_000_000;
/** Whoever asks us to wait longer than this is left alone. */
const longestRetryAfter = 120_000;

/** A failure that may pass: no connection, a timeout, 429 or 5xx. */
class Passing extends Error {
  readonly waitMilliseconds: number;
  constructor(message: string, waitMilliseconds = 0) {
    super(message);
    this.waitMilliseconds = waitMilliseconds;
  }
}

export function openJsonService(options: JsonServiceOptions): JsonService {
  const { name, concurrency, requestsPerSecond, firstDelayMilliseconds = 1_000 } = options;
  const queue = new PQueue({ concurrency, interval: 1_000, intervalCap: requestsPerSecond, strict: true });

  async function getOnce<Schema extends z.ZodType>(request: JsonRequest<Schema>): Promise<z.infer<Schema> | null> {
    const { status, headers, text } = await fetchText(options, request);
    if (status === 404) return null;
    // MediaWiki says so with status 200 when its databases lag
    if (status === 429 || headers.has("retry-after")) throw tooMany(name, headers.get("retry-after"));
    if (status >= 500) throw new Passing(`${name} answered with status ${status}`);
    if (status !== 200) throw refusal(name, status, text);
    return parseAnswer(name, request, text);
  }

  return {
    get: (request) =>
      pRetry(() => queue.add(() => getOnce(request), request.signal ? { signal: request.signal } : {}), {
        retries: repetitions,
        minTimeout: firstDelayMilliseconds,
        maxTimeout: longestDelay,
        randomize: true,
        ...(request.signal && { signal: request.signal }),
        shouldRetry: ({ error }) => error instanceof Passing,
        async onFailedAttempt({ error, retriesLeft }) {
          if (!(error instanceof Passing)) return;
          if (retriesLeft === 0)
            throw new ServiceError("UNAVAILABLE", `${error.message}; tried ${repetitions + 1} times.`);
          if (error.waitMilliseconds > 0) {
            await wait(error.waitMilliseconds, undefined, request.signal ? { signal: request.signal } : {});
          }
        },
      }),
  };
}

async function fetchText(
  { name, baseUrl, headers, query, timeoutMilliseconds = 15_000 }: JsonServiceOptions,
  request: JsonRequest<z.ZodType>,
): Promise<{ status: number; headers: Headers; text: string }> {
  const url = new URL(baseUrl + request.path);
  for (const [key, value] of Object.entries({ ...query, ...request.query })) url.searchParams.set(key, value);
  const timeout = AbortSignal.timeout(timeoutMilliseconds);
  const signal = request.signal ? AbortSignal.any([request.signal, timeout]) : timeout;
  try {
    const response = await fetch(url, { headers: { accept: "application/json", ...headers }, signal });
    return { status: response.status, headers: response.headers, text: await readText(name, response) };
  } catch (error) {
    if (error instanceof ServiceError) throw error;
    // what fetch throws names the address, which may hold the key
    request.signal?.throwIfAborted();
    const reason = timeout.aborted ? `within ${timeoutMilliseconds / 1000} s` : "or broke off";
    throw new Passing(`${name} did not answer ${reason}`);
  }
}

async function readText(name: string, { body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const part of body ?? []) {
    text += decoder.decode(part, { stream: true });
    if (text.length > maximumBytes) throw new ServiceError("BAD_ANSWER", `${name} answered with more than 8 MB.`);
  }
  return text + decoder.decode();
}

function parseAnswer<Schema extends z.ZodType>(
  name: string,
  { path, schema }: JsonRequest<Schema>,
  text: string,
): z.infer<Schema> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // an answer that was cut on its way may be whole the next time
    throw new Passing(`${name} answered ${path} with broken JSON`);
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [{ path: where, message }] = parsed.error.issues as [z.core.$ZodIssue];
  throw new ServiceError("BAD_ANSWER", `${name} answered ${path} in another form (${where.join(".")}: ${message}).`);
}

function refusal(name: string, status: number, text: string): ServiceError {
  if (status !== 401 && status !== 403) {
    return new ServiceError("BAD_ANSWER", `${name} answered with status ${status}.`);
  }
  // OMDb says with the same status that its key is used up for the day
  if (/limit reached/i.test(text)) return new ServiceError("LIMIT_REACHED", `${name} allows no more requests today.`);
  return new ServiceError("UNAUTHORIZED", `${name} refuses the key; check it or leave it out.`);
}

function tooMany(name: string, retryAfter: string | null): Error {
  const waitMilliseconds = readRetryAfter(retryAfter);
  if (waitMilliseconds <= longestRetryAfter) return new Passing(`${name} was asked too often`, waitMilliseconds);
  return new ServiceError(
    "LIMIT_REACHED",
    `${name} allows no more for ${Math.ceil(waitMilliseconds / 60_000)} minutes.`,
    waitMilliseconds / 1_000,
  );
}

/** Milliseconds from now, of seconds or a date; 0 where neither. */
function readRetryAfter(text: string | null): number {
  if (text === null) return 0;
  const milliseconds = /^\d+$/.test(text.trim()) ? Number(text) * 1_000 : Date.parse(text) - Date.now();
  return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : 0;
}
