// What one request carries: who asks, and loaders that ask the database once for a whole list.
import { createLoaders, type Loaders } from "./loaders.ts";
import { createViewerAccess, type ViewerAccess } from "./modules/viewer/viewer-access.ts";
import type { Services } from "./services.ts";

export interface ApiContext {
  readonly requestId: string;
  readonly services: Services;
  readonly loaders: Loaders;
  readonly viewer: ViewerAccess;
  /** Sends values for Set-Cookie with the answer; does nothing on a socket. */
  readonly setCookies: (values: readonly string[]) => void;
}

export interface RequestParts {
  readonly requestId: string;
  readonly headers: Headers;
  readonly setCookies: (values: readonly string[]) => void;
}

export function createContext(services: Services, { requestId, headers, setCookies }: RequestParts): ApiContext {
  const viewer = createViewerAccess(services, headers);
  return { requestId, services, loaders: createLoaders(services, viewer), viewer, setCookies };
}
