"use client";
import { Button } from "../components/ui/button.tsx";

export default function ErrorPage({ retry }: { readonly retry: () => void }) {
  return (
    <section className="page flex flex-col items-start gap-4 py-16">
      <h1 className="title text-40 md:text-57">The film tore</h1>
      <p className="max-w-[60ch] text-19">
        Something went wrong while this page was made. Try again; if it stays like this, the log of the site says more.
      </p>
      <Button onClick={retry}>Try again</Button>
    </section>
  );
}
