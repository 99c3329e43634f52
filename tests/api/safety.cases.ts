// What must be refused, on HTTP and on sockets alike.
import { createClient } from "graphql-ws";
import { io } from "socket.io-client";
import { describe, expect, it } from "vitest";
import { ask } from "./api-client.ts";
import { siteOrigin } from "./api-process.messages.ts";

const strangerOrigin = "http://stranger.example";
const tooDeep = `{ movie(by: { slug: "x" }) { ${"similar { movie { ".repeat(6)}id${" } }".repeat(6)} } }`;

export function safetyCases(url: () => string): void {
  describe("safety", () => {
    const preflight = (origin: string) =>
      fetch(`${url()}/graphql`, {
        method: "OPTIONS",
        headers: { origin, "access-control-request-method": "POST", "access-control-request-headers": "content-type" },
      });

    it("lets the site's pages in with credentials, and no other page", async () => {
      const allowed = await preflight(siteOrigin);
      expect(allowed.headers.get("access-control-allow-origin")).toBe(siteOrigin);
      expect(allowed.headers.get("access-control-allow-credentials")).toBe("true");
      const refused = await preflight(strangerOrigin);
      expect(refused.headers.get("access-control-allow-origin")).not.toBe(strangerOrigin);
    });

    it("refuses requests that a foreign page can send without a preflight", async () => {
      const response = await fetch(`${url()}/graphql?query=${encodeURIComponent("{ genres { id } }")}`);
      expect(response.status).toBe(400);
      const form = await fetch(`${url()}/graphql`, {
        method: "POST",
        body: "{}",
        headers: { "content-type": "text/plain" },
      });
      expect(form.status).toBeGreaterThanOrEqual(400);
      expect(form.status).toBeLessThan(500);
    });

    const upgrade = (path: string, origin?: string) =>
      new Promise<string>((resolve) => {
        const options = (origin ? { headers: { origin } } : {}) as unknown as string[];
        const socket = new WebSocket(`${url().replace("http", "ws")}${path}`, options);
        socket.onopen = () => {
          socket.close();
          resolve("open");
        };
        socket.onerror = () => resolve("refused");
      });

    it("opens GraphQL sockets for the site and for clients that are no page, and none elsewhere", async () => {
      expect(await upgrade("/graphql", siteOrigin)).toBe("open");
      expect(await upgrade("/graphql", `http://localhost:${new URL(url()).port}`)).toBe("open");
      expect(await upgrade("/graphql", strangerOrigin)).toBe("refused");
      expect(await upgrade("/elsewhere", siteOrigin)).toBe("refused");
    });

    it("refuses presence from a foreign page", async () => {
      const page = io(url(), {
        auth: { visitorId: "visitor-four", path: "/" },
        extraHeaders: { origin: strangerOrigin },
        transports: ["websocket"],
        reconnection: false,
      });
      await new Promise((resolve) => page.once("connect_error", resolve));
      expect(page.connected).toBe(false);
      page.disconnect();
    });

    it.each([
      ["too deep", tooDeep, "TOO_DEEP"],
      ["too long", `{ ${"a: genres { id } ".repeat(1_500)} }`, "GRAPHQL_PARSE_FAILED"],
      ["too many fields", `{ ...a } ${doubling(12)}`, "TOO_MANY_FIELDS"],
      ["unknown", "{ genre { id } }", "GRAPHQL_VALIDATION_FAILED"],
    ])("refuses a document that is %s, without a hint at the schema", async (_name, query, code) => {
      const { errors } = await ask(url(), query);
      expect(errors?.map(({ extensions }) => extensions.code)).toContain(code);
      expect(JSON.stringify(errors)).not.toContain("Did you mean");
      const client = createClient({ url: `${url().replace("http", "ws")}/graphql`, retryAttempts: 0 });
      const overSocket = await new Promise((resolve) => {
        client.subscribe({ query }, { next: resolve, error: resolve, complete: () => resolve("complete") });
      });
      expect(JSON.stringify(overSocket)).toContain(JSON.stringify(errors![0]!.message));
      expect(JSON.stringify(overSocket)).not.toContain("Did you mean");
      await client.dispose();
    });

    it("refuses a body over the limit", async () => {
      const { response, errors } = await ask(url(), `# ${"x".repeat(300_000)}\n{ genres { id } }`);
      expect(response.status).toBe(413);
      expect(errors?.[0]?.extensions.code).toBe("TOO_LARGE");
    });

    it("answers broken variables as the client's mistake and never with a stack", async () => {
      const { errors } = await ask(url(), "Rate", { movieId: {}, stars: "many" });
      expect(errors?.[0]?.extensions).toEqual({ code: "BAD_USER_INPUT" });
    });

    it("sends its safety headers and a request id with every answer", async () => {
      const { response } = await ask(url(), "Genres");
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
      expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(response.headers.get("x-request-id")).toMatch(/^[\da-f-]{36}$/);
    });
  });
}

/** A chain of fragments, each spreading the next twice. */
function doubling(length: number): string {
  const name = (index: number) => String.fromCharCode(97 + index);
  const links = Array.from(
    { length },
    (_, i) => `fragment ${name(i)} on Query { ...${name(i + 1)} ...${name(i + 1)} }`,
  );
  return `${links.join(" ")} fragment ${name(length)} on Query { genres { id } }`;
}
