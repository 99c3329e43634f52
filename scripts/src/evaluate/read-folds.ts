// From the named files to what engines are fitted and judged on.
import { type Audience, readCatalog, readFilms, readRatingTable, sampler, samplerAudience } from "@matinee/datasets";
import type { Dataset } from "@matinee/engines";
import {
  datasetOf,
  type Fold,
  foldOf,
  foldOfTables,
  type Protocol,
  protocols,
  type Split,
  stratifiedSplit,
  type Task,
} from "@matinee/evaluation";
import { bundled } from "../command/data-options.ts";
import type { ReportShare } from "../progress/progress.ts";
import { EvaluateError } from "./evaluate-error.ts";
import type { FileSource, ProtocolSource, Source } from "./options.ts";

export interface Folds {
  readonly task: Task;
  readonly count: number;
  /** Made one by one, so that they are not all in memory. */
  readonly folds: Iterable<Fold>;
  /** Splits training ratings as the test was split off: for validation. */
  validationOf(training: Dataset): Fold;
}

/** Throws DatasetError for files that cannot be read and EvaluateError for data that cannot be split as asked. */
export async function readFolds(source: Source, seed: number, report: ReportShare): Promise<Folds> {
  return source.kind === "files" ? foldOfFiles(source, seed) : foldsOfProtocol(source, seed, report);
}

async function foldOfFiles({ train, test, task, catalog }: FileSource, seed: number): Promise<Folds> {
  const [training, tested] = [await readRatingTable(train), await readRatingTable(test)];
  const fold = foldOfTables(training, tested, catalog === undefined ? undefined : await readFilms(catalog));
  return {
    task,
    count: 1,
    folds: [fold],
    validationOf: (dataset) => explained(() => foldOf(dataset, stratifiedSplit(dataset, { testShare: 0.2, seed }))),
  };
}

async function foldsOfProtocol(
  { protocol: name, data, splits, minimumVotes }: ProtocolSource,
  seed: number,
  report: ReportShare,
): Promise<Folds> {
  const protocol: Protocol = protocols[name];
  const isSampler = data[0] === bundled;
  const catalog = isSampler ? sampler() : await readCatalog(data, { onProgress: ({ share }) => report(share) });
  const dataset = datasetOf(catalog);
  const planted = name === "planted-tastes" ? plantedOdds(samplerAudience(), dataset) : undefined;
  const split = (of: Dataset, draw: number) => explained(() => protocol.split(of, { seed: seed + draw, minimumVotes }));
  const drawn = Array.from({ length: splits }, (_, draw) => split(dataset, draw)).flat();
  return {
    task: protocol.task,
    count: drawn.length,
    folds: foldsOf(dataset, drawn, planted),
    validationOf: (training) => explained(() => foldOf(training, split(training, 0)[0]!)),
  };
}

function* foldsOf(dataset: Dataset, splits: readonly Split[], planted?: Float32Array): Generator<Fold> {
  for (const split of splits) yield { ...explained(() => foldOf(dataset, split)), ...(planted && { planted }) };
}

function plantedOdds(audience: Audience, { userCount, itemCount }: Dataset): Float32Array {
  const planted = new Float32Array(userCount * itemCount);
  for (let user = 0; user < userCount; user++) planted.set(audience.plantedOdds(user), user * itemCount);
  return planted;
}

/** What `split` makes; where the data does not allow it, the reason as an expected failure. */
function explained<Result>(split: () => Result): Result {
  try {
    return split();
  } catch (error) {
    if (error instanceof RangeError) throw new EvaluateError(error.message);
    throw error;
  }
}
