import type { SearchPageQuery } from "@matinee/api-client";
import Link from "next/link";
import { Button } from "../ui/button.tsx";
import { SearchResult } from "./search-result.tsx";

interface SearchResultsProps {
  readonly query: string;
  readonly search: SearchPageQuery["search"];
}

/** What was found, with what matched; further results are a link. */
export function SearchResults({ query, search: { totalCount, pageInfo, edges } }: SearchResultsProps) {
  if (edges.length === 0) {
    return (
      <p className="max-w-[60ch] text-19">
        Nothing in the program matches. Try fewer or other words, or part of the title.
      </p>
    );
  }
  const further = new URLSearchParams({ q: query, after: pageInfo.endCursor ?? "" });
  return (
    <>
      <p className="figures text-quiet">
        {totalCount === 1 ? "1 film" : `${totalCount.toLocaleString("en-US")} films`}, best match first
      </p>
      <ol>
        {edges.map((edge) => (
          <li key={edge.node.id}>
            <SearchResult edge={edge} />
          </li>
        ))}
      </ol>
      {pageInfo.hasNextPage && (
        <Button asChild kind="outline" className="self-start">
          <Link href={`/search?${further}`}>More films</Link>
        </Button>
      )}
    </>
  );
}
