import type { MovieRow } from "@matinee/db";
import type { PageInfo } from "@matinee/graphql-types";

/** A movie's genres come without their counts. */
export interface GenreParent {
  readonly slug: string;
  readonly name: string;
  readonly movieCount?: number;
}

/** The whole list is only counted where a client asks. */
export interface MovieConnectionParent {
  readonly totalCount: number | (() => Promise<number>);
  readonly pageInfo: PageInfo;
  readonly edges: readonly { readonly cursor: string; readonly node: MovieRow }[];
}
