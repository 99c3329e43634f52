// From a text to ranked movies: by words, by meaning, or both.
import { normalizeText } from "@matinee/datasets";
import type { MovieFilter } from "@matinee/db";
import type { SearchMode } from "@matinee/graphql-types";
import type { Services } from "../../services.ts";
import { ApiError } from "../errors/api-error.ts";
import { type FoundMovie, fuse } from "./fuse.ts";

const maximumLength = 200;
const foundPerWay = 200;

export interface SearchRequest {
  readonly query: string;
  readonly mode: SearchMode;
  readonly filter: MovieFilter;
}

export interface SearchEdgeParent {
  readonly cursor: string;
  readonly found: FoundMovie;
}

/** Best first; nothing for a query without a letter or digit. Throws ApiError for one that is too long. */
export async function searchMovies(
  services: Services,
  { query, mode, filter }: SearchRequest,
): Promise<readonly FoundMovie[]> {
  if (query.length > maximumLength) {
    throw new ApiError("BAD_USER_INPUT", `\`query\` has more than ${maximumLength} characters.`);
  }
  const terms = normalizeText(query);
  if (terms === "") return [];
  const [keyword, semantic] = await Promise.all([
    mode === "SEMANTIC" ? [] : services.repositories.search.searchKeyword({ terms, filter, limit: foundPerWay }),
    mode === "KEYWORD" ? [] : searchByMeaning(services, query, filter),
  ]);
  return fuse(keyword, semantic);
}

async function searchByMeaning({ repositories, snapshots }: Services, query: string, filter: MovieFilter) {
  const { textVectors } = snapshots.get();
  if (!textVectors) return [];
  const vector = await textVectors.embedder.embed([query]);
  // Without a known word the vector is all zeros, and near to nothing.
  if (vector.every((component) => component === 0)) return [];
  return repositories.search.searchSemantic({ modelId: textVectors.modelId, vector, filter, limit: foundPerWay });
}
