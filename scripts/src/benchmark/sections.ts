// Every section, in the order they run.
import type { BenchmarkSection } from "./benchmark.types.ts";
import { bprSection } from "./sections/bpr.section.ts";
import { descentSection } from "./sections/descent.section.ts";
import { easeSection } from "./sections/ease.section.ts";
import { gibbsSection } from "./sections/gibbs.section.ts";
import { ialsSection } from "./sections/ials.section.ts";
import { importSection } from "./sections/import.section.ts";
import { largeSection } from "./sections/large.section.ts";
import { neighborsSection } from "./sections/neighbors.section.ts";
import { searchSection } from "./sections/search.section.ts";
import { servingSection } from "./sections/serving.section.ts";

export const sections: readonly BenchmarkSection[] = [
  ialsSection,
  bprSection,
  easeSection,
  descentSection,
  gibbsSection,
  importSection,
  largeSection,
  neighborsSection,
  searchSection,
  servingSection,
];
