import type { QueryExecutorProvider } from "kysely";
import { createCatalog } from "./0001-catalog.ts";
import { createViewers } from "./0002-viewers.ts";
import { createModels } from "./0003-models.ts";
import { createSearch } from "./0004-search.ts";
import { createPipelines } from "./0005-pipelines.ts";
import { createRegistry } from "./0006-registry.ts";
import { createPeople } from "./0007-people.ts";
import { createRatingImports } from "./0008-rating-imports.ts";
import { createReviews } from "./0009-reviews.ts";
import { createEnrichment } from "./0010-enrichment.ts";
import { createViewerVectors } from "./0012-viewer-vectors.ts";
import { createDataReports } from "./0013-data-reports.ts";
import { createVoteRatings } from "./0015-vote-ratings.ts";

export interface Migration {
  /** Never changes once released. */
  readonly name: string;
  readonly up: (database: QueryExecutorProvider) => Promise<void>;
}

/** In the order they run. Add at the end; never edit one that was released. */
export const migrations: readonly Migration[] = [
  { name: "0001-catalog", up: createCatalog },
  { name: "0002-viewers", up: createViewers },
  { name: "0003-models", up: createModels },
  { name: "0004-search", up: createSearch },
  { name: "0005-pipelines", up: createPipelines },
  { name: "0006-registry", up: createRegistry },
  { name: "0007-people", up: createPeople },
  { name: "0013-data-reports", up: createDataReports },
  { name: "0015-vote-ratings", up: createVoteRatings },
  { name: "0008-rating-imports", up: createRatingImports },
  { name: "0009-reviews", up: createReviews },
  { name: "0010-enrichment", up: createEnrichment },
  { name: "0012-viewer-vectors", up: createViewerVectors },
];
