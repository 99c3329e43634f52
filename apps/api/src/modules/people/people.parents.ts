import type { PersonRow } from "@matinee/db";
import type { PageInfo } from "@matinee/graphql-types";

export interface CastConnectionParent {
  readonly pageInfo: PageInfo;
  readonly edges: readonly { readonly cursor: string; readonly character: string | null; readonly node: PersonRow }[];
}
