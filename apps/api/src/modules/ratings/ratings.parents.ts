import type { RatingRow } from "@matinee/db";
import type { PageInfo } from "@matinee/graphql-types";

export interface RatingParent extends RatingRow {
  readonly accountId: string;
}

export interface RatingConnectionParent {
  /** Null for a guest. */
  readonly viewerId: number | null;
  readonly pageInfo: PageInfo;
  readonly edges: readonly { readonly cursor: string; readonly node: RatingParent }[];
}
