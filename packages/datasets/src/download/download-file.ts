import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { DatasetError } from "../dataset.types.ts";

export interface DownloadLimits {
  /** Until the answer's headers are here: name lookup, connection and encryption included. */
  readonly connectMilliseconds: number;
  /** Between two pieces of the content. */
  readonly stallMilliseconds: number;
  /** For all of it. */
  readonly totalMilliseconds: number;
}

export const defaultLimits: DownloadLimits = {
  connectMilliseconds: 5_000,
  stallMilliseconds: 20_000,
  totalMilliseconds: 300_000,
};

export interface DownloadRequest {
  readonly url: string;
  readonly target: string;
  readonly maximumBytes: number;
  /** Looks at the finished file before it takes the target's name; throws a DatasetError when it is not right. */
  verify(path: string): Promise<void>;
  onProgress(share: number): void;
  readonly limits: DownloadLimits;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Downloads beside the target and renames at the end, so that the target is whole or not there at all.
 * @throws DatasetError with the reason; the signal's reason when it was aborted
 */
export async function downloadFile(request: DownloadRequest): Promise<void> {
  const { url, target, limits, signal } = request;
  const host = new URL(url).host;
  const part = `${target}.${process.pid}.part`;
  const timer = new AbortController();
  let reason = `${host} did not answer within ${limits.connectMilliseconds / 1000} s`;
  const give = (milliseconds: number) => setTimeout(() => timer.abort(), milliseconds);
  const total = setTimeout(() => {
    reason = `the download from ${host} took longer than ${limits.totalMilliseconds / 1000} s`;
    timer.abort();
  }, limits.totalMilliseconds);
  let patience = give(limits.connectMilliseconds);
  const onPiece = () => {
    clearTimeout(patience);
    reason = `${host} sent nothing for ${limits.stallMilliseconds / 1000} s`;
    patience = give(limits.stallMilliseconds);
  };
  try {
    const response = await fetch(url, { signal: AbortSignal.any([timer.signal, ...(signal ? [signal] : [])]) });
    onPiece();
    if (!response.ok || !response.body) throw new DatasetError(`${host} answered ${response.status} for ${url}`);
    const body = Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]);
    await pipeline(body, counted(request, expectedBytes(response), onPiece), createWriteStream(part));
    clearTimeout(patience);
    await request.verify(part);
    await rename(part, target);
  } catch (error) {
    await rm(part, { force: true });
    signal?.throwIfAborted();
    throw timer.signal.aborted ? new DatasetError(reason) : explainedDownload(error, host);
  } finally {
    clearTimeout(patience);
    clearTimeout(total);
  }
}

/** Null where the length is unknown or counts compressed bytes. */
function expectedBytes({ headers }: Response): number | null {
  const length = headers.get("content-length");
  return length === null || headers.get("content-encoding") ? null : Number(length);
}

function counted({ url, maximumBytes, onProgress }: DownloadRequest, expected: number | null, onPiece: () => void) {
  return async function* (pieces: AsyncIterable<Uint8Array>) {
    let received = 0;
    for await (const piece of pieces) {
      onPiece();
      received += piece.length;
      if (received > maximumBytes)
        throw new DatasetError(`${url} is larger than the ${maximumBytes} bytes it may have`);
      onProgress(Math.min(1, received / (expected ?? maximumBytes)));
      yield piece;
    }
    if (expected !== null && received !== expected) {
      throw new DatasetError(`${url} broke off after ${received} of ${expected} bytes`);
    }
  };
}

function explainedDownload(error: unknown, host: string): DatasetError {
  if (error instanceof DatasetError) return error;
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  if (code === "ENOTFOUND" || code === "EAI_AGAIN")
    return new DatasetError(`${host} cannot be found, there is no internet`);
  if (code === "ECONNREFUSED") return new DatasetError(`${host} refuses the connection`);
  if (code === "ENOSPC") return new DatasetError("the disk is full");
  if (code === "EACCES" || code === "EROFS") return new DatasetError("the data folder may not be written");
  if (code.startsWith("UND_ERR") || code === "ECONNRESET") return new DatasetError(`${host} broke off the connection`);
  return new DatasetError(`${host} could not be read (${cause instanceof Error ? cause.message : String(cause)})`);
}
