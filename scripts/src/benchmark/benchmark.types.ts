// What `npm run benchmark` is made of: sections of measurements, each comparable with the others of its group.

export interface Measurement {
  /** What was done, e.g. "iALS epoch, 3 CG steps, k = 64". Measurements of one work are compared with each other. */
  readonly work: string;
  /** Who did it: "plain", "SIMD, 1 thread", "SIMD, 2 threads", or a peer's name. The first of a work is the base of its ratios. */
  readonly by: string;
  /** Median of the runs. */
  readonly milliseconds: number;
  /** Other figures of the same run, e.g. peak megabytes. */
  readonly figures?: Readonly<Record<string, number>>;
}

export interface BenchmarkContext {
  /** Path of a Python with the peers installed; without one, peers are left out. */
  readonly python?: string;
  /** Address of a Postgres server on which databases may be made; without one, what needs it is left out. */
  readonly databaseUrl?: string;
  /** Runs per measurement; the median counts. */
  readonly runs: number;
  readonly report: (measurement: Measurement) => void;
}

/** One file below `sections`, named after it. */
export interface BenchmarkSection {
  readonly name: string;
  readonly description: string;
  run(context: BenchmarkContext): Promise<void>;
}
