import { SearchPageDocument } from "@matinee/api-client";
import type { Metadata } from "next";
import { BoxOfficeClosed } from "../../components/layout/box-office-closed.tsx";
import { SearchForm } from "../../components/layout/search-form.tsx";
import { SearchResults } from "../../components/search/search-results.tsx";
import { ask } from "../../server/ask.ts";

interface SearchPageProps {
  readonly searchParams: Promise<{ readonly q?: string | string[]; readonly after?: string | string[] }>;
}

function readText(value: string | readonly string[] | undefined): string {
  return typeof value === "string" ? value.trim().slice(0, 200) : "";
}

export async function generateMetadata({ searchParams }: SearchPageProps): Promise<Metadata> {
  const query = readText((await searchParams).q);
  return { title: query ? `“${query}”` : "Search", robots: { index: false } };
}

export default async function SearchPage({ searchParams }: SearchPageProps) {
  const { q, after } = await searchParams;
  const query = readText(q);
  const data = query ? await ask(SearchPageDocument, { query, after: readText(after) || null }) : undefined;
  if (data === null) return <BoxOfficeClosed />;
  return (
    <div className="page flex flex-col gap-6 py-8 md:py-14">
      <h1 className="title text-40 sm:text-57">{query ? `Films for “${query}”` : "Which film?"}</h1>
      {data ? (
        <SearchResults query={query} search={data.search} />
      ) : (
        <>
          <p className="max-w-[60ch] text-19">
            Type a title, or say what you remember or want: “heist that goes wrong”, “lonely astronaut”.
          </p>
          <SearchForm className="w-full max-w-md" />
        </>
      )}
    </div>
  );
}
