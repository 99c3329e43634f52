// What a row of the start page is made of. To add one, write a file beside this and name it in `home-sections.ts`.
import type { DescribedMovie, RankedList, RankedMovie, Snapshot, ViewerProfile } from "@matinee/recommender";
import type { Services } from "../../services.ts";

/** What a section may look at. */
export interface HomeView {
  readonly services: Services;
  readonly snapshot: Snapshot;
  readonly profile: ViewerProfile;
  /** What the recommender would answer without a wish: long, made once for all rows that begin with it. */
  readonly recommended: RankedList;
}

export interface SectionDraft {
  /** A sentence about the movies, without a full stop. */
  readonly title: string;
  /** One sentence: why the viewer sees the row. */
  readonly reason: string;
  /** Best first; more than are shown, because other rows may have taken some. */
  readonly candidates: readonly RankedMovie[];
  /** Adds predictions and explanations to those that are shown. */
  describe(shown: readonly RankedMovie[]): readonly DescribedMovie[];
}

export interface HomeSectionDefinition {
  readonly key: string;
  /** Null where there is nothing to say to this viewer. */
  draft(view: HomeView): Promise<SectionDraft | null>;
}
