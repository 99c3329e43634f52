import { describe, expect, it } from "vitest";
import { averageInWords, becauseYouLike, becauseYouRated, starsInWords } from "./reason-text.ts";

const alien = { title: "Alien", stars: 5 };
const aliens = { title: "Aliens", stars: 5 };
const heat = { title: "Heat", stars: 4.5 };

describe("reasons in words", () => {
  it("names films and stars", () => {
    expect(becauseYouRated([alien])).toBe("Because you gave Alien 5 stars");
    expect(becauseYouRated([alien, aliens])).toBe("Because you gave Alien and Aliens 5 stars");
    expect(becauseYouRated([alien, heat, aliens])).toBe("Because you gave Alien and Aliens 5 stars and Heat 4½ stars");
    expect(becauseYouLike([alien, aliens, heat])).toBe("Because you like Alien, Aliens, and Heat");
  });

  it("says stars and averages", () => {
    expect([0.5, 1, 1.5, 4].map(starsInWords)).toEqual(["½ star", "1 star", "1½ stars", "4 stars"]);
    expect(averageInWords(4.26, 1329)).toBe("Viewers give it 4.3 on average (1,329 ratings)");
    expect(averageInWords(3, 1)).toBe("Viewers give it 3.0 on average (1 rating)");
  });
});
