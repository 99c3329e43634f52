// Who is asking, found out once per request and only when something depends on it.
import type { Era } from "@matinee/db";
import type { Session } from "../../identity/identity.ts";
import type { Services } from "../../services.ts";

/** A guest has no `viewerId`. */
export interface ViewerParent {
  readonly viewerId: number | null;
  readonly accountId: string;
  readonly isAnonymous: boolean;
  readonly era: Era;
  readonly recommendationsVersion: number;
}

export interface KnownViewer extends ViewerParent {
  readonly viewerId: number;
}

export function isKnown(viewer: ViewerParent): viewer is KnownViewer {
  return viewer.viewerId !== null;
}

export interface ViewerAccess {
  get(): Promise<ViewerParent>;
  /** Null for a guest. */
  findKnown(): Promise<KnownViewer | null>;
  /** The bearer token of the request's session; null for a guest. */
  findToken(): Promise<string | null>;
  /** From here on the request belongs to this session. */
  signIn(session: Session): Promise<KnownViewer>;
  /** Reads the viewer again after a write. */
  reload(): Promise<ViewerParent>;
}

export const guest: ViewerParent = {
  viewerId: null,
  accountId: "guest",
  isAnonymous: true,
  era: "ANY",
  recommendationsVersion: 0,
};

export function createViewerAccess({ identity, repositories }: Services, headers: Headers): ViewerAccess {
  let session: Promise<Session | null> | undefined;
  let viewer: Promise<KnownViewer | null> | undefined;

  const findSession = () => (session ??= identity.findSession(headers));
  const load = async (): Promise<KnownViewer | null> => {
    const found = await findSession();
    if (!found) return null;
    const { accountId, isAnonymous } = found;
    const row =
      (await repositories.viewers.findByAccountId(accountId)) ??
      (await repositories.viewers.createForAccount(accountId));
    return {
      viewerId: row.id,
      accountId,
      isAnonymous,
      era: row.era,
      recommendationsVersion: row.recommendationsVersion,
    };
  };
  const findKnown = () => (viewer ??= load());

  return {
    findKnown,
    get: async () => (await findKnown()) ?? guest,
    findToken: async () => (await findSession())?.token ?? null,
    async signIn(begun) {
      session = Promise.resolve(begun);
      viewer = load();
      return (await viewer)!;
    },
    reload: async () => {
      viewer = load();
      return (await viewer) ?? guest;
    },
  };
}
