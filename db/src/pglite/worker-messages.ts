// What the main thread and the PGlite worker say to each other.

export interface WorkerOptions {
  /** Absent: in memory. */
  readonly folder: string | undefined;
  readonly loadDataDir: Blob | undefined;
}

export type WorkerRequest = { readonly id: number } & (
  | {
      readonly kind: "query";
      readonly sql: string;
      readonly parameters: readonly unknown[];
      readonly blob?: ArrayBuffer;
    }
  | { readonly kind: "dump" }
  | { readonly kind: "close" }
);

export interface WorkerResult {
  readonly columns: readonly string[];
  /** Values in the order of `columns`: arrays cost the structured clone less than objects. */
  readonly rows: readonly (readonly unknown[])[];
  readonly affectedRows: number | undefined;
  /** What a COPY sent out, or the dump. */
  readonly blob: Blob | undefined;
}

/** An error's own fields, which a structured clone would drop; never a statement's parameters. */
export interface WorkerError {
  readonly message: string;
  /** PGlite itself broke, not the statement: nothing more can be asked of this worker. */
  readonly fatal: boolean;
  readonly fields: Readonly<Record<string, unknown>>;
}

export type WorkerMessage =
  | { readonly kind: "ready" }
  | { readonly kind: "failed"; readonly error: WorkerError }
  | { readonly kind: "result"; readonly id: number; readonly result: WorkerResult }
  | { readonly kind: "error"; readonly id: number; readonly error: WorkerError }
  | { readonly kind: "notification"; readonly channel: string; readonly payload: string };
