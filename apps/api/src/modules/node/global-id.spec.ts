import { describe, expect, it } from "vitest";
import { findGlobalId, findKey, toGlobalId } from "./global-id.ts";

describe("global ids", () => {
  it("come back as type and key, also with colons and accents in the key", () => {
    for (const key of ["tt0114709", "a:b", "amélie-2001", ""]) {
      expect(findGlobalId(toGlobalId("Movie", key))).toEqual({ type: "Movie", key });
    }
  });

  it("are refused in another spelling, without a type and of another type", () => {
    const id = toGlobalId("Movie", "tt0114709");
    expect(findGlobalId(`${id}=`)).toBeNull();
    expect(findGlobalId("tt0114709")).toBeNull();
    expect(findGlobalId("")).toBeNull();
    expect(findKey("Viewer", id)).toBeNull();
    expect(findKey("Movie", id)).toBe("tt0114709");
  });
});
