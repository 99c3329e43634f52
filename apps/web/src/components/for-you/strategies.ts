import type { Strategy } from "@matinee/api-client";

/** The ways to choose, as the page names them and as the address spells them. */
export const strategies: readonly { readonly strategy: Strategy; readonly slug: string; readonly name: string }[] = [
  { strategy: "AUTO", slug: "auto", name: "Best guess" },
  { strategy: "HYBRID", slug: "hybrid", name: "A blend" },
  { strategy: "COLLABORATIVE", slug: "collaborative", name: "People like you" },
  { strategy: "CONTENT", slug: "content", name: "Films like yours" },
  { strategy: "STATISTICAL", slug: "statistical", name: "Loved by all" },
];

/** The strategy that an address asks for; AUTO for anything else. */
export function readStrategy(value: string | readonly string[] | undefined): Strategy {
  return strategies.find(({ slug }) => slug === value)?.strategy ?? "AUTO";
}
