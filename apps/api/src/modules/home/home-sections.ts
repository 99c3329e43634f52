// The rows of the start page, top row first. A movie stays in the first row that takes it.
import { becauseYouLikedSection } from "./because-you-liked.section.ts";
import { hiddenGemsSection } from "./hidden-gems.section.ts";
import type { HomeSectionDefinition } from "./home-section.ts";
import { picksSection } from "./picks.section.ts";
import { seventiesSection } from "./seventies.section.ts";
import { topRatedSection } from "./top-rated.section.ts";
import { trendingSection } from "./trending.section.ts";

export const homeSections: readonly HomeSectionDefinition[] = [
  picksSection,
  becauseYouLikedSection,
  trendingSection,
  topRatedSection,
  seventiesSection,
  hiddenGemsSection,
];
