import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import "./globals.css";
import { ApiProvider } from "../client/api-provider.tsx";
import { SiteFooter } from "../components/layout/site-footer.tsx";
import { SiteHeader } from "../components/layout/site-header.tsx";
import { getBrowserApiUrl } from "../server/api-address.ts";
import { findChosenTheme } from "../server/theme.ts";
import { fontVariables } from "./fonts.ts";

export const metadata: Metadata = {
  title: { default: "Matinee: films for you", template: "%s · Matinee" },
  description: "Rate five films and see which others you would love, and why.",
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbf8f2" },
    { media: "(prefers-color-scheme: dark)", color: "#12100e" },
  ],
};

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const [apiUrl, theme] = await Promise.all([getBrowserApiUrl(), findChosenTheme()]);
  return (
    // The theme may change before React takes over.
    <html lang="en" data-theme={theme} className={fontVariables} suppressHydrationWarning>
      <head>
        <link rel="preconnect" href={apiUrl} />
      </head>
      <body>
        <a
          href="#main"
          className="sr-only z-10 bg-ink px-4 py-3 text-paper focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
        >
          Skip to the films
        </a>
        <ApiProvider apiUrl={apiUrl}>
          <SiteHeader />
          <main id="main" tabIndex={-1} className="outline-none">
            {children}
          </main>
          <SiteFooter />
        </ApiProvider>
        <p id="announcements" aria-live="polite" className="sr-only" />
      </body>
    </html>
  );
}
