import { z } from "zod";
import type { SourceViewer } from "../dataset.types.ts";
import type { Findings } from "../readers/findings.ts";
import { createBadLines } from "./bad-lines.ts";
import type { RowSink } from "./text-rows.ts";

/** Viewers while their file is read; every layout adds to it by the same rules. */
export interface ViewerList extends RowSink {
  add(fields: Readonly<Record<keyof typeof viewerSchema.shape, string>>, line: number): void;
  /** Facts by viewer id; without `viewers` where nothing was added. */
  finish(): { viewers?: ReadonlyMap<string, SourceViewer> };
}

const viewerSchema = z.object({
  id: z.string().regex(/^[1-9]\d{0,9}$/, "id is not a whole number above 0"),
  age: z.coerce
    .number("age is not 1 to 120")
    .int("age is not 1 to 120")
    .min(1, "age is not 1 to 120")
    .max(120, "age is not 1 to 120"),
  sex: z.enum(["F", "M"], "sex is neither F nor M"),
  occupation: z.string().min(1, "unknown occupation"),
});

export function createViewerList(file: string, findings: Findings): ViewerList {
  const viewers = new Map<string, SourceViewer>();
  const badLines = createBadLines(file, "viewer", findings);
  return {
    addBadLine(rule, line, detail) {
      badLines.count();
      badLines.skip(rule, line, detail);
    },
    add(fields, line) {
      badLines.count();
      const checked = viewerSchema.safeParse(fields);
      if (!checked.success)
        return badLines.skip(checked.error.issues[0].message, line, Object.values(fields).join(", "));
      const { id, ...facts } = checked.data;
      if (!viewers.has(id)) viewers.set(id, facts);
    },
    finish() {
      badLines.check();
      return viewers.size > 0 ? { viewers } : {};
    },
  };
}
