import type { ReviewRow } from "@matinee/db";
import type { PageInfo } from "@matinee/graphql-types";

export interface ReviewConnectionParent {
  readonly movieId: number;
  readonly pageInfo: PageInfo;
  readonly edges: readonly { readonly cursor: string; readonly node: ReviewRow }[];
}
