import type { FilmTileFragment } from "@matinee/api-client";
import { describe, expect, it } from "vitest";
import { changeTable, dealTable } from "./questionnaire.state.ts";

function film(id: string): FilmTileFragment {
  const poster = { url: `http://localhost/${id}.svg`, source: "GENERATED", alt: id } as const;
  return { id, slug: id, title: id, year: 1990, genres: [], averageRating: 4, ratingCount: 10, poster };
}

const films = ["a", "b", "c"].map(film);
const idsOf = (list: readonly FilmTileFragment[]) => list.map((item) => item.id).join("");

describe("changeTable", () => {
  it("rates, changes and takes back", () => {
    const rated = changeTable(dealTable(films), { kind: "rate", filmId: "a", stars: 4.5 });
    expect(rated.stars).toEqual({ a: 4.5 });
    expect(changeTable(rated, { kind: "rate", filmId: "a", stars: null }).stars).toEqual({});
  });

  it("puts a film from the reserve in the place of one that was not seen", () => {
    const stocked = changeTable(dealTable(films), { kind: "restock", films: [film("b"), film("d")] });
    const table = changeTable(stocked, { kind: "unseen", filmId: "b" });
    expect(idsOf(table.films)).toBe("adc");
    expect(table.reserve).toEqual([]);
  });

  it("closes the gap when the reserve is empty", () => {
    expect(idsOf(changeTable(dealTable(films), { kind: "unseen", filmId: "a" }).films)).toBe("bc");
  });

  it("keeps rated films in place when it reshuffles, and never shows an unseen one again", () => {
    let table = changeTable(dealTable(films), { kind: "rate", filmId: "b", stars: 3 });
    table = changeTable(table, { kind: "unseen", filmId: "c" });
    table = changeTable(table, { kind: "reshuffle", films: ["c", "b", "x", "y"].map(film) });
    expect(idsOf(table.films)).toBe("xb");
    expect(idsOf(table.reserve)).toBe("y");
  });
});
