// Asks a running API as foreign clients do: by HTTP, with the contract's own documents.
import { readFileSync } from "node:fs";
import { type FragmentDefinitionNode, Kind, type OperationDefinitionNode, parse, print, visit } from "graphql";

const contract = parse(readFileSync(new URL("../contract/operations.graphql", import.meta.url), "utf8"));
const fragments = new Map(
  contract.definitions
    .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
    .map((fragment) => [fragment.name.value, fragment]),
);

/** The text of a contract operation with the fragments it needs. */
export function contractOperation(name: string): string {
  const operation = contract.definitions.find(
    (definition): definition is OperationDefinitionNode =>
      definition.kind === Kind.OPERATION_DEFINITION && definition.name?.value === name,
  );
  if (!operation) throw new Error(`The contract has no operation ${name}.`);
  const needed = new Set<FragmentDefinitionNode>();
  const collect = (node: OperationDefinitionNode | FragmentDefinitionNode) =>
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value)!;
        if (needed.has(fragment)) return;
        needed.add(fragment);
        collect(fragment);
      },
    });
  collect(operation);
  return [operation, ...needed].map(print).join("\n");
}

// biome-ignore lint/suspicious/noExplicitAny: specs read answers of many operations; their expectations are the types
type Data = any;

export interface Answer {
  readonly data: Data;
  readonly errors: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[] | undefined;
  readonly response: Response;
}

export interface Sender {
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Posts a document; `query` may be the name of a contract operation. */
export async function ask(url: string, query: string, variables: object = {}, sender: Sender = {}): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(sender.token ? { authorization: `Bearer ${sender.token}` } : {}),
      ...sender.headers,
    },
    body: JSON.stringify({ query: /^\w+$/.test(query) ? contractOperation(query) : query, variables }),
  });
  return { ...((await response.json()) as Pick<Answer, "data" | "errors">), response };
}

/** The data of an answer that must have no errors. */
export async function askData(...request: Parameters<typeof ask>): Promise<Data> {
  const { data, errors } = await ask(...request);
  if (errors) throw new Error(`The API answered errors: ${JSON.stringify(errors)}`);
  return data;
}

/** A new anonymous viewer's token. */
export async function signIn(url: string): Promise<string> {
  const { signInAnonymously } = await askData(url, "SignInAnonymously");
  return signInAnonymously.token;
}

/** Ids of the best-known movies, which every model knows. */
export async function listKnownMovies(url: string, count: number): Promise<string[]> {
  const data = await askData(
    url,
    "query ($count: Int!) { movies(sort: RATING_COUNT_DESC, first: $count) { edges { node { id } } } }",
    { count },
  );
  return data.movies.edges.map(({ node }: { node: { id: string } }) => node.id);
}
