// What the specs and the process that serves the API tell each other.

/** The page origin that the API under test lets in. */
export const siteOrigin = "http://site.example:3000";

export type ToApi = "count" | "close";

export type FromApi =
  | { readonly type: "ready"; readonly url: string }
  | { readonly type: "counted"; readonly statements: number };
