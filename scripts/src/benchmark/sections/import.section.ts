// Millions of ratings into a Postgres server: undisturbed, then killed on the way and taken up again.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { createScratchDatabase } from "@matinee/db";
import type { BenchmarkContext, BenchmarkSection } from "../benchmark.types.ts";
import { movieLens25M } from "../simulated-ratings.ts";

const program = fileURLToPath(new URL("../programs/import-large.ts", import.meta.url));
const killedAt = 0.6;
const work = `${movieLens25M.ratings / 1e6} M simulated ratings of ${movieLens25M.items} films, committed and indexed`;

export const importSection: BenchmarkSection = {
  name: "import",
  description: "25 M simulated ratings into a new database of the Postgres server at --database-url",
  async run({ databaseUrl, report }) {
    if (databaseUrl === undefined) return console.error("  left out: it needs --database-url");
    const whole = await withNewDatabase(databaseUrl, (url) => runImport(url));
    report(toMeasurement("undisturbed", whole));
    const resumed = await withNewDatabase(databaseUrl, async (url) => {
      await runImport(url, killedAt);
      return runImport(url);
    });
    if (whole?.checksum !== resumed?.checksum) throw new Error("After the kill the database holds other ratings.");
    report(toMeasurement(`resumed after a kill at ${killedAt * 100} % of the ratings`, resumed));
  },
};

interface ImportLine {
  readonly stage?: string;
  readonly share?: number;
  readonly seconds: number;
  readonly ratingCount?: number;
  readonly peakMegabytes?: number;
  /** Of all stored ratings. */
  readonly checksum?: string;
}

interface ImportResult extends ImportLine {
  /** When the last rating was staged. */
  readonly stagedSeconds: number;
}

function toMeasurement(by: string, result: ImportResult | undefined): Parameters<BenchmarkContext["report"]>[0] {
  if (!result) throw new Error("The import ended without a result.");
  const { seconds, ratingCount = 0, peakMegabytes = 0, stagedSeconds } = result;
  const figures = { ratingsASecond: ratingCount / seconds, stagedSeconds, peakMegabytes };
  return { work, by, milliseconds: 1000 * seconds, figures };
}

/** Undefined when it was killed, once that share of the ratings was staged. */
async function runImport(url: string, killAt = Number.POSITIVE_INFINITY): Promise<ImportResult | undefined> {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", program, url], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let stagedSeconds = 0;
  let last: ImportLine | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    last = JSON.parse(line) as ImportLine;
    if (last.stage !== "staging") continue;
    stagedSeconds = last.seconds;
    if (last.share! >= killAt) child.kill("SIGKILL");
  }
  return last?.checksum === undefined ? undefined : { ...last, stagedSeconds };
}

async function withNewDatabase<Result>(serverUrl: string, run: (url: string) => Promise<Result>): Promise<Result> {
  const { url, drop } = await createScratchDatabase(serverUrl);
  try {
    return await run(url);
  } finally {
    await drop();
  }
}
