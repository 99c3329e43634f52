import type { ApolloClient } from "@apollo/client";

const clients = new Map<string, Promise<ApolloClient>>();

/** The client of the API at this address. Its code comes with the first action: reading a page needs none of it. */
export function loadApi(apiUrl: string): Promise<ApolloClient> {
  const client = clients.get(apiUrl) ?? makeApi(apiUrl);
  clients.set(apiUrl, client);
  client.catch(() => clients.delete(apiUrl));
  return client;
}

async function makeApi(apiUrl: string): Promise<ApolloClient> {
  const { ApolloClient, HttpLink, InMemoryCache } = await import("@apollo/client");
  return new ApolloClient({
    cache: new InMemoryCache(),
    link: new HttpLink({ uri: `${apiUrl}/graphql`, credentials: "include" }),
  });
}
