// Relay ids: base64url of "Type:stable key".

export type NodeType = "Movie" | "Viewer" | "Rating" | "Genre" | "Person" | "Review" | "Recommendation" | "List";

export function toGlobalId(type: NodeType, key: string): string {
  return Buffer.from(`${type}:${key}`).toString("base64url");
}

export interface GlobalId {
  readonly type: string;
  readonly key: string;
}

/** Null for a text that is not a global id in its one spelling. */
export function findGlobalId(id: string): GlobalId | null {
  const text = Buffer.from(id, "base64url").toString();
  const colon = text.indexOf(":");
  if (colon < 1 || Buffer.from(text).toString("base64url") !== id) return null;
  return { type: text.slice(0, colon), key: text.slice(colon + 1) };
}

/** The key of an id of this type; null for any other text. */
export function findKey(type: NodeType, id: string): string | null {
  const parsed = findGlobalId(id);
  return parsed?.type === type ? parsed.key : null;
}
