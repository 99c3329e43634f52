// Which services the API asks for pictures and texts, for the start table.
interface ServiceProgress {
  readonly name: string;
  readonly status: string;
  readonly foundCount: number;
  readonly movieCount: number;
}

const query = "{ enrichment { name status foundCount movieCount } }";

/** "TMDB: 3,120 of 9,742 films; Wikipedia: 12 of 40 films". Never rejects: the table is shown all the same. */
export async function describeServices(apiUrl: string): Promise<string> {
  try {
    const response = await fetch(`${apiUrl}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query }),
      signal: AbortSignal.timeout(5_000),
    });
    const { data } = (await response.json()) as { data: { enrichment: readonly ServiceProgress[] } };
    return data.enrichment.map(describe).join("; ") || "of the data alone (MATINEE_ENRICHMENT is off)";
  } catch {
    return "unknown (the API did not say in time)";
  }
}

function describe({ name, status, foundCount, movieCount }: ServiceProgress): string {
  if (status === "STOPPED") return `${name}: the key is refused`;
  const count = (value: number) => value.toLocaleString("en-US");
  return `${name}: ${count(foundCount)} of ${count(movieCount)} films`;
}
