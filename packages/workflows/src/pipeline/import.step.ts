import type { Catalog } from "@matinee/datasets";
import type { Database } from "@matinee/db";
import { findCatalogInfo } from "../catalog-info.ts";
import { importCatalog } from "../import/import-catalog.ts";
import { WorkflowError } from "../workflow-error.ts";
import type { PipelineStep } from "./step.types.ts";

/** Films and ratings to bring in, read only when they are not there yet. */
export interface CatalogSource {
  readonly fingerprint: string;
  readonly read: (onProgress: (share: number) => void) => Promise<Catalog>;
}

interface ImportOutput {
  readonly name: string;
  readonly fingerprint: string;
  readonly movieCount: number;
  readonly ratingCount: number;
}

/** Share of the step that reading the files is. */
const readingShare = 0.3;

/** Brings in the source, or a newer state of it; without a source takes what the database holds. */
export function importStep(database: Database, source: CatalogSource | undefined): PipelineStep<ImportOutput> {
  return {
    name: "import",
    async inputs() {
      const fingerprint = source?.fingerprint ?? (await findCatalogInfo(database))?.fingerprint;
      if (fingerprint) return { catalog: fingerprint };
      throw new WorkflowError("The database holds no films and ratings yet, and none were named to import.");
    },
    isThere: async ({ fingerprint }) => (await findCatalogInfo(database))?.fingerprint === fingerprint,
    async run({ onProgress, signal }) {
      const held = await findCatalogInfo(database);
      if (!source || held?.fingerprint === source.fingerprint) return describe(held!);
      const catalog = await source.read((share) => onProgress(readingShare * share));
      const info = await importCatalog(database, catalog, {
        onProgress: (share) => onProgress(readingShare + (1 - readingShare) * share),
        ...(signal && { signal }),
      });
      return describe(info);
    },
  };
}

const describe = ({ name, fingerprint, movieCount, ratingCount }: ImportOutput): ImportOutput => ({
  name,
  fingerprint,
  movieCount,
  ratingCount,
});
