// GraphiQL at GET /graphql for browsers, from our own files.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply } from "fastify";

const builtFolder = fileURLToPath(new URL("../../dist/playground", import.meta.url));

// The editor makes its styles at run time and its workers from blobs.
const playgroundPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "worker-src 'self' blob:",
  "connect-src 'self' ws: wss:",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const missingPage = `<!doctype html>
<html lang="en">
<title>Matinee GraphQL</title>
<p>The playground is not built yet. Run <code>npm run build --workspace apps/api</code>, then load this page again.
The API itself answers here by POST.</p>
</html>
`;

/** Serves the assets and returns what answers a browser that opens the GraphQL path. */
export async function servePlayground(http: FastifyInstance): Promise<(reply: FastifyReply) => FastifyReply> {
  if (existsSync(builtFolder)) {
    await http.register(fastifyStatic, {
      root: join(builtFolder, "assets"),
      prefix: "/playground/assets/",
      immutable: true,
      maxAge: "365d",
    });
  }
  return (reply) => {
    const page = join(builtFolder, "index.html");
    const built = existsSync(page);
    return reply
      .code(built ? 200 : 503)
      .header("content-security-policy", playgroundPolicy)
      .header("cache-control", "no-cache")
      .type("text/html; charset=utf-8")
      .send(built ? readFileSync(page, "utf8") : missingPage);
  };
}
