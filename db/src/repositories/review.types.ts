import type { ReviewSentiment } from "../tables/review.tables.ts";

/** What a classifier made of a text. */
export interface JudgedText {
  readonly text: string;
  readonly sentiment: ReviewSentiment;
  /** 0 to 1. */
  readonly positiveProbability: number;
  /** Hash of the model. */
  readonly judgedBy: string;
}

export interface ReviewRow extends JudgedText {
  readonly id: number;
  readonly movieId: number;
  /** Null for a review from elsewhere. */
  readonly viewerId: number | null;
  readonly source: string;
  readonly author: string | null;
  readonly halfStars: number | null;
  readonly writtenAt: Date | null;
  readonly sortedAt: Date;
  readonly updatedAt: Date;
}

/** Where the next page begins: the last review of the one before. */
export type ReviewPosition = Pick<ReviewRow, "sortedAt" | "id">;

export interface ReviewPageRequest {
  readonly first: number;
  readonly after?: ReviewPosition | undefined;
}

export interface ReviewPage {
  readonly reviews: readonly ReviewRow[];
  readonly hasNextPage: boolean;
}

export interface ReviewSummaryRow {
  readonly movieId: number;
  readonly count: number;
  readonly positiveCount: number;
}

/** What a viewer wrote here. */
export interface NewReview extends JudgedText {
  readonly viewerId: number;
  readonly movieId: number;
  readonly writtenAt: Date;
}

/** A review from elsewhere. */
export interface ImportedReview extends JudgedText {
  readonly movieId: number;
  readonly source: string;
  readonly sourceKey: string;
  readonly author: string | null;
  readonly halfStars: number | null;
  readonly writtenAt: Date | null;
}

/** A review of a film that is imported with it. */
export interface CatalogReview extends Omit<ImportedReview, "movieId"> {
  /** Index into the import's movies. */
  readonly movie: number;
}

export interface ReviewImportCounts {
  readonly added: number;
  /** Known before, and different now. */
  readonly changed: number;
}
