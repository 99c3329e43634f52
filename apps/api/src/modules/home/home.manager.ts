import { randomUUID } from "node:crypto";
import { recommend } from "@matinee/recommender";
import { toGlobalId } from "../node/global-id.ts";
import type { RecommendationParent } from "../recommendations/recommendations.manager.ts";
import type { HomeView } from "./home-section.ts";
import { homeSections } from "./home-sections.ts";
import { mixSections } from "./mix-sections.ts";

export interface HomeSectionParent {
  readonly key: string;
  readonly title: string;
  readonly reason: string;
  readonly items: readonly RecommendationParent[];
}

/** Most of a list is well known, so it must be long for rows that look for what is not. */
const recommendedLength = 600;

/** All rows that have something to say to the viewer. */
export async function listHomeSections(asked: Omit<HomeView, "recommended">): Promise<HomeSectionParent[]> {
  const recommended = recommend(asked.snapshot, asked.profile, { strategy: "AUTO", limit: recommendedLength });
  const view = { ...asked, recommended };
  const drafts = await Promise.all(
    homeSections.map(async ({ key, draft }) => {
      const drafted = await draft(view);
      return drafted && { key, ...drafted };
    }),
  );
  return mixSections(drafts.filter((draft) => draft !== null)).map(({ row, shown }) => {
    const listId = randomUUID();
    const items = row.describe(shown).map((item, index) => ({
      ...item,
      rank: index + 1,
      id: toGlobalId("Recommendation", `${listId}:${index + 1}`),
    }));
    return { key: row.key, title: row.title, reason: row.reason, items };
  });
}
