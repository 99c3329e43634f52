// GraphiQL over this API: queries by HTTP with the site's cookie, subscriptions by WebSocket on the same path.
import "graphiql/setup-workers/vite";
import "graphiql/style.css";
import "./playground.css";
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { createClient } from "graphql-ws";
import { createRoot } from "react-dom/client";
import { exampleTabs } from "./example-tabs.ts";

const path = "/graphql";
const wsClient = createClient({ url: `${location.origin.replace(/^http/, "ws")}${path}`, lazy: true });
const fetcher = createGraphiQLFetcher({ url: path, wsClient, fetch: (url, init) => fetch(url, init) });

const root = document.getElementById("playground");
if (root) {
  createRoot(root).render(
    <GraphiQL fetcher={fetcher} defaultTabs={exampleTabs} visiblePlugin="Documentation Explorer" />,
  );
}
