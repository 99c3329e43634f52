"use client";
import { HttpLink } from "@apollo/client";
import { ApolloClient, ApolloNextAppProvider, InMemoryCache } from "@apollo/client-integration-nextjs";
import { createContext, type ReactNode, use } from "react";

const ApiUrl = createContext("");

/** The address of the API, for what does not go through Apollo Client. */
export function useApiUrl(): string {
  return use(ApiUrl);
}

export function ApiProvider({ apiUrl, children }: { readonly apiUrl: string; readonly children: ReactNode }) {
  const makeClient = () =>
    new ApolloClient({
      cache: new InMemoryCache(),
      link: new HttpLink({ uri: `${apiUrl}/graphql`, credentials: "include" }),
    });
  return (
    <ApiUrl value={apiUrl}>
      <ApolloNextAppProvider makeClient={makeClient}>{children}</ApolloNextAppProvider>
    </ApiUrl>
  );
}
