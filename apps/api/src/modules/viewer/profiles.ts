// What viewers told us, kept in memory for those who asked last; read again after each write.
import type { ViewerProfile } from "@matinee/recommender";
import { LRUCache } from "lru-cache";
import type { EventBus } from "../../events/event-bus.ts";
import type { Repositories } from "../../services.ts";
import type { ViewerParent } from "./viewer-access.ts";

export interface Profiles {
  get(viewer: ViewerParent): Promise<ViewerProfile>;
}

const guestProfile: ViewerProfile = { ratings: [], dismissed: [], watchlisted: [], era: "ANY" };

interface KeptProfile {
  readonly version: number;
  readonly profile: Promise<ViewerProfile>;
}

/** A profile is kept for one version of the viewer's data, so a write of another process is noticed as well. */
export function createProfiles(
  { ratings, viewers }: Pick<Repositories, "ratings" | "viewers">,
  bus: EventBus,
): Profiles {
  const kept = new LRUCache<number, KeptProfile>({ max: 1_000 });
  bus.subscribe("viewerChanged", ({ viewerId }) => kept.delete(viewerId));

  async function read(viewerId: number, era: ViewerParent["era"]): Promise<ViewerProfile> {
    const [rows, dismissed, watchlisted] = await Promise.all([
      ratings.listByViewer(viewerId),
      viewers.listDismissed(viewerId),
      viewers.listWatchlisted(viewerId),
    ]);
    return {
      ratings: rows.map(({ movieId, halfStars, ratedAt }) => ({
        movieId,
        stars: halfStars / 2,
        ratedAt: ratedAt.getTime() / 1_000,
      })),
      dismissed,
      watchlisted,
      era,
    };
  }

  return {
    async get({ viewerId, era, recommendationsVersion }) {
      if (viewerId === null) return guestProfile;
      const known = kept.get(viewerId);
      if (known?.version === recommendationsVersion) return known.profile;
      const profile = read(viewerId, era);
      kept.set(viewerId, { version: recommendationsVersion, profile });
      profile.catch(() => kept.delete(viewerId));
      return profile;
    },
  };
}
