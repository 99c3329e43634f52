import "server-only";
import { HttpLink, type OperationVariables, type TypedDocumentNode } from "@apollo/client";
import { CombinedGraphQLErrors } from "@apollo/client/errors";
import { ApolloClient, InMemoryCache, registerApolloClient } from "@apollo/client-integration-nextjs";
import { cookies } from "next/headers";
import { getServerApiUrl } from "./api-address.ts";

const patience = 8_000;

// One client per request: it speaks for this visitor and nothing of it outlives the answer.
const { getClient } = registerApolloClient(async () => {
  const visitorCookies = (await cookies()).toString();
  return new ApolloClient({
    cache: new InMemoryCache(),
    link: new HttpLink({
      uri: `${getServerApiUrl()}/graphql`,
      headers: { cookie: visitorCookies },
      fetch: (input, init) => fetch(input, { ...init, cache: "no-store", signal: AbortSignal.timeout(patience) }),
    }),
  });
});

/** What the API answers to this visitor, or null when it does not answer. Throws when it refuses the operation. */
export async function ask<Data, Variables extends OperationVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data | null> {
  const client = await getClient();
  try {
    const { data } = await client.query<Data, OperationVariables>({ query, variables });
    return data ?? null;
  } catch (error) {
    if (CombinedGraphQLErrors.is(error)) throw error;
    console.error(`The API at ${getServerApiUrl()} does not answer:`, error);
    return null;
  }
}
