// Sessions by Better Auth: anonymous accounts, known again by cookie or bearer token.
import type { Database } from "@matinee/db";
import { betterAuth } from "better-auth";
import { getMigrations } from "better-auth/db/migration";
import { anonymous, bearer } from "better-auth/plugins";

export interface Session {
  readonly accountId: string;
  readonly isAnonymous: boolean;
  /** What a bearer sends. */
  readonly token: string;
}

export interface Identity {
  /** The session that a request's cookie or Authorization header names; null without a valid one. */
  findSession(headers: Headers): Promise<Session | null>;
  /** Makes an anonymous account with a session; `cookies` are values for Set-Cookie. */
  signInAnonymously(): Promise<Session & { readonly cookies: readonly string[] }>;
}

export interface IdentityOptions {
  readonly database: Database;
  readonly secret: string;
  /** The API's own address; cookies are Secure when it is https. */
  readonly apiUrl: string;
}

/** Makes the four tables of Better Auth where they are missing. */
export async function openIdentity({ database, secret, apiUrl }: IdentityOptions): Promise<Identity> {
  const auth = betterAuth({
    appName: "Matinee",
    baseURL: apiUrl,
    secret,
    // Better Auth names its columns itself, so our naming plugin must not touch them.
    database: { db: database.kysely.withoutPlugins(), type: "postgres" },
    session: { expiresIn: 365 * 24 * 3_600, updateAge: 24 * 3_600 },
    advanced: {
      cookiePrefix: "matinee",
      useSecureCookies: apiUrl.startsWith("https:"),
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/" },
    },
    plugins: [anonymous(), bearer()],
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
  const { runMigrations } = await getMigrations(auth.options);
  await runMigrations();

  return {
    async findSession(headers) {
      if (!headers.has("cookie") && !headers.has("authorization")) return null;
      const found = await auth.api.getSession({ headers });
      if (!found) return null;
      return { accountId: found.user.id, isAnonymous: found.user.isAnonymous === true, token: found.session.token };
    },
    async signInAnonymously() {
      const { headers, response } = await auth.api.signInAnonymous({ headers: new Headers(), returnHeaders: true });
      if (!response) throw new Error("Better Auth made no anonymous session.");
      return {
        accountId: response.user.id,
        isAnonymous: true,
        token: response.token,
        cookies: headers.getSetCookie(),
      };
    },
  };
}
