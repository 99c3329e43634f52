// The way of a newcomer through the site, in a real browser over the real API.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningMatinee, startMatinee } from "../kit/matinee.ts";
import { hasBrowser, launchBrowser } from "./chromium.ts";

describe.skipIf(!hasBrowser)("site (needs Chromium)", () => {
  let folder: string;
  let matinee: RunningMatinee;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "matinee-e2e-"));
    [matinee, browser] = await Promise.all([startMatinee(folder), launchBrowser()]);
    page = await (await browser.newContext({ baseURL: matinee.siteUrl })).newPage();
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await matinee?.interrupt();
    await rm(folder, { recursive: true, force: true });
  });

  async function listProgram(): Promise<string[]> {
    const films = page.locator("ol > li[data-film]");
    await films.first().waitFor();
    return films.evaluateAll((items) => items.map((item) => item.getAttribute("data-film") ?? ""));
  }

  it("opens on one film with a reason, and rows under sentences", async () => {
    await page.goto("/");
    expect(await page.locator("h1").innerText()).not.toBe("");
    expect(await page.locator("section h2").count()).toBeGreaterThanOrEqual(2);
    expect(await page.context().cookies()).toEqual([]);
  });

  it("takes five ratings, by pointer and keys, and answers with five films and why", async () => {
    await page.getByRole("link", { name: /Rate films, under a minute/ }).click();
    await page.getByRole("link", { name: /Any of them/ }).click();
    const sliders = page.getByRole("slider");
    await sliders.first().waitFor();
    for (const position of [0, 1, 2, 3]) await sliders.nth(position).click({ position: { x: 120, y: 20 } });
    await sliders.nth(4).focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowLeft");
    expect(await sliders.nth(0).getAttribute("aria-valuetext")).toBe("4½ stars");
    expect(await sliders.nth(4).getAttribute("aria-valuetext")).toBe("4½ stars");
    await page.getByRole("button", { name: "Show my films" }).click();
    await page.waitForURL("**/onboarding/picks");
    const picks = page.locator("main ol > li");
    expect(await picks.count()).toBe(5);
    expect(await picks.getByRole("img", { name: /Predicted for you/ }).count()).toBe(5);
  });

  it("changes the list for you when a film is rated there", async () => {
    await page.getByRole("link", { name: "More for you" }).click();
    await page.waitForURL("**/for-you");
    const before = await listProgram();
    const rated = before[1]!;
    await page
      .locator(`li[data-film="${rated}"]`)
      .getByRole("slider")
      .click({ position: { x: 134, y: 20 } });
    await page.locator(`li[data-film="${rated}"]`).waitFor({ state: "detached" });
    const after = await listProgram();
    expect(after).not.toContain(rated);
    expect(after).toHaveLength(before.length);
  });

  it("remembers the rating on the film's page and finds the film by its title", async () => {
    const slug = (await listProgram())[0]!;
    await page.goto(`/movies/${slug}`);
    const name = await page.locator("h1").innerText();
    await page.getByRole("slider").focus();
    await page.keyboard.press("End");
    await page.getByText("5 stars", { exact: true }).first().waitFor();
    await page.locator("#announcements", { hasText: "saved" }).waitFor({ state: "attached" });
    await page.reload();
    expect(await page.getByRole("slider").getAttribute("aria-valuetext")).toBe("5 stars");
    await page.goto(`/search?q=${encodeURIComponent(name)}`);
    expect(await page.locator("main ol > li h2").allInnerTexts()).toContain(name);
  });
});
