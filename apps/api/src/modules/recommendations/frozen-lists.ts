// Recommended lists as they were first answered, so that their pages do not overlap whatever happens in between.
import { randomUUID } from "node:crypto";
import type { RankedList, Snapshot, ViewerProfile } from "@matinee/recommender";
import { LRUCache } from "lru-cache";

/** A list with what it was made from, which its explanations need. */
export interface FrozenList {
  readonly listId: string;
  /** Whose list it is; null for a list that anyone may page through. */
  readonly viewerId: number | null;
  readonly snapshot: Snapshot;
  readonly profile: ViewerProfile;
  readonly list: RankedList;
}

export interface FrozenLists {
  freeze(made: Omit<FrozenList, "listId">): FrozenList;
  /** Null once the list is forgotten: half an hour after it was last used, or when 2,000 others came since. */
  find(listId: string): FrozenList | null;
}

export function createFrozenLists(): FrozenLists {
  const lists = new LRUCache<string, FrozenList>({ max: 2_000, ttl: 30 * 60_000, updateAgeOnGet: true });
  return {
    freeze(made) {
      const frozen = { ...made, listId: randomUUID() };
      lists.set(frozen.listId, frozen);
      return frozen;
    },
    find: (listId) => lists.get(listId) ?? null,
  };
}
