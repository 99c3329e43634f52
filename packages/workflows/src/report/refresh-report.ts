import { catalogRepository, type Database, dataReportRepository } from "@matinee/db";
import { checkData } from "../validate/check-data.ts";
import type { DataReport } from "./data-report.types.ts";
import { makeReport } from "./make-report.ts";

/**
 * Measures what is stored and keeps the report with the newest import. Undefined where nothing was imported yet.
 * @param treatments what the import did about outliers and missing values, where it is known
 */
export async function refreshDataReport(
  database: Database,
  treatments: DataReport["treatments"] = [],
): Promise<DataReport | undefined> {
  const { kysely } = database;
  const held = await catalogRepository(kysely).latestImport();
  if (!held) return undefined;
  const reports = dataReportRepository(kysely);
  const report = {
    ...makeReport(await reports.measure()),
    expectations: await checkData(database, { withTotals: true, importId: held.id }),
    treatments,
  };
  await reports.store(held.id, report);
  return report;
}

/** Measures only where the newest import has no report. */
export async function ensureDataReport(database: Database): Promise<void> {
  const held = await catalogRepository(database.kysely).latestImport();
  const latest = await dataReportRepository(database.kysely).latest<DataReport>();
  if (held && latest?.importId !== held.id) await refreshDataReport(database);
}
