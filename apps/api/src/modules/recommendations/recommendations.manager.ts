// From a profile to a page of recommendations: freeze a list, describe what the page shows.
import {
  type BlendWeights,
  type DescribedMovie,
  describeMovies,
  favoritesProfile,
  type MovieFilter,
  type RankedMovie,
  type RecommendationExplanation,
  recommend,
  recommendFromFavorites,
  type Strategy,
  type ViewerProfile,
} from "@matinee/recommender";
import { z } from "zod";
import type { Services } from "../../services.ts";
import { ApiError } from "../errors/api-error.ts";
import { toGlobalId } from "../node/global-id.ts";
import { readCursor, toCursor } from "../node/paging.ts";
import type { FrozenList } from "./frozen-lists.ts";

/** How long a list is; its pages end there. */
const listLength = 200;

export interface RecommendationParent extends DescribedMovie {
  readonly id: string;
}

export type RatingContributionParent = RecommendationExplanation["because"][number];

export interface RecommendationConnectionParent {
  readonly frozen: FrozenList;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly cursor: string; readonly node: RecommendationParent }[];
}

export interface ListRequest {
  readonly strategy: Strategy;
  readonly weights?: BlendWeights;
  readonly diversity: number;
  readonly filter?: MovieFilter;
}

export interface PageRequest {
  readonly first: number;
  readonly after: string | null | undefined;
}

/** A page for one viewer; `viewerId` is null for a guest. Throws ApiError when the cursor's list is gone. */
export function pageForViewer(
  { lists, snapshots }: Services,
  viewer: { readonly viewerId: number | null; readonly profile: ViewerProfile },
  request: ListRequest,
  page: PageRequest,
): RecommendationConnectionParent {
  return pageOf(page, viewer.viewerId, lists.find, () => {
    const { snapshot } = snapshots.get();
    const list = recommend(snapshot, viewer.profile, { ...request, limit: listLength });
    return lists.freeze({ viewerId: viewer.viewerId, snapshot, profile: viewer.profile, list });
  });
}

/** A page from favorites alone. */
export function pageFromFavorites(
  { lists, snapshots }: Services,
  movieIds: readonly number[],
  page: PageRequest,
): RecommendationConnectionParent {
  return pageOf(page, null, lists.find, () => {
    const { snapshot } = snapshots.get();
    const list = recommendFromFavorites(snapshot, movieIds, listLength);
    return lists.freeze({ viewerId: null, snapshot, profile: favoritesProfile(movieIds), list });
  });
}

const cursorParts = z.tuple([z.string(), z.number().int().min(1)]);

function pageOf(
  { first, after }: PageRequest,
  viewerId: number | null,
  find: (listId: string) => FrozenList | null,
  make: () => FrozenList,
): RecommendationConnectionParent {
  const cursor = readCursor(after, cursorParts);
  const [listId, start] = cursor ?? [null, 0];
  const frozen = listId === null ? make() : find(listId);
  if (!frozen || frozen.viewerId !== viewerId) {
    throw new ApiError("LIST_EXPIRED", "This list is no longer kept; ask again without `after`.");
  }
  const { items } = frozen.list;
  const edges = describe(frozen, items.slice(start, start + first)).map((node) => ({
    cursor: toCursor([frozen.listId, node.rank]),
    node,
  }));
  return {
    frozen,
    pageInfo: { hasNextPage: start + first < items.length, endCursor: edges.at(-1)?.cursor ?? null },
    edges,
  };
}

/** Predictions and explanations for some items of a frozen list. */
export function describe(frozen: FrozenList, items: readonly RankedMovie[]): RecommendationParent[] {
  return describeMovies(frozen.snapshot, frozen.profile, frozen.list, items).map((described) => ({
    ...described,
    id: toGlobalId("Recommendation", `${frozen.listId}:${described.rank}`),
  }));
}
