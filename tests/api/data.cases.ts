// What the API tells of the stored data.
import { describe, expect, it } from "vitest";
import { askData } from "./api-client.ts";

const report = `
  {
    dataReport {
      movieCount viewerCount ratingCount density
      ratingHistogram { stars count }
      expectations { name description severity passed observed expected }
      treatments { rule before after }
    }
  }`;

export function dataCases(url: () => string): void {
  describe("the data report", () => {
    it("counts what was imported", async () => {
      const { movieCount, viewerCount, ratingCount, density, ratingHistogram } = (await askData(url(), report))
        .dataReport;
      expect(density).toBeCloseTo(ratingCount / (movieCount * viewerCount), 10);
      expect(ratingHistogram.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(ratingCount);
    });

    it("tells every expectation with what was found; those that are hard hold", async () => {
      const { expectations } = (await askData(url(), report)).dataReport;
      expect(expectations.length).toBeGreaterThan(20);
      expect(expectations).toContainEqual({
        name: "stars",
        description: "Ratings lie between half a star and five stars, in half steps.",
        severity: "HARD",
        passed: true,
        observed: "0.5 stars to 5 stars",
        expected: "0.5 stars to 5 stars",
      });
      const broken = (each: { severity: string; passed: boolean }) => each.severity === "HARD" && !each.passed;
      expect(expectations.filter(broken)).toEqual([]);
    });
  });
}
