import type { ApolloClient } from "@apollo/client";
import { SignInAnonymouslyDocument } from "@matinee/api-client";

const sessions = new WeakMap<ApolloClient, Promise<void>>();

/** Gives a guest a session before their first action; a visitor who has one keeps it. Throws when the API refuses. */
export function ensureSession(client: ApolloClient): Promise<void> {
  const session = sessions.get(client) ?? signIn(client);
  sessions.set(client, session);
  session.catch(() => sessions.delete(client));
  return session;
}

async function signIn(client: ApolloClient): Promise<void> {
  const { data } = await client.mutate({ mutation: SignInAnonymouslyDocument });
  const failure = data?.signInAnonymously.userErrors[0];
  if (failure) throw new Error(failure.message);
}
