import type { ReadProgress, SourceCatalog } from "./dataset.types.ts";
import { detectLayout } from "./layouts/detect-layout.ts";
import { ml1mLayout } from "./layouts/ml-1m.layout.ts";
import { ml100kLayout } from "./layouts/ml-100k.layout.ts";
import { movielensCsvLayout } from "./layouts/movielens-csv.layout.ts";
import { createFindings } from "./readers/findings.ts";
import { createReading } from "./readers/reading.ts";
import { openSource } from "./source/open-source.ts";

const layouts = [movielensCsvLayout, ml100kLayout, ml1mLayout];

export interface ReadCatalogOptions {
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export async function readCatalog(path: string, options: ReadCatalogOptions = {}): Promise<SourceCatalog> {
  const source = await openSource(path);
  try {
    const { layout, files, folderNames } = detectLayout(source, layouts);
    const names = [...layout.required, ...layout.optional];
    const totalBytes = names.reduce((sum, name) => sum + (files.get(name)?.size ?? 0), 0);
    const reading = createReading(totalBytes, options);
    const findings = createFindings();
    const content = await layout.read({ files, folderNames, reading, findings });
    return { ...content, fingerprint: reading.fingerprint(), findings: findings.list() };
  } finally {
    source.close();
  }
}
