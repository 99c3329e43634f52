const key = "matinee-visitor";

/** A random id that this browser keeps, so that a visitor with three pages open counts once. */
export function getVisitorId(): string {
  try {
    const kept = localStorage.getItem(key);
    if (kept) return kept;
    const made = makeId();
    localStorage.setItem(key, made);
    return made;
  } catch {
    // Storage may be forbidden; then each page counts for itself.
    return makeId();
  }
}

// crypto.randomUUID exists only on secure origins, and a site on a home network is none.
function makeId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
