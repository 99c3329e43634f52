import type { Strategy } from "@matinee/api-client";
import Link from "next/link";
import { strategies } from "./strategies.ts";

/** How the films are chosen; each way has its own address. */
export function StrategySwitch({ current }: { readonly current: Strategy }) {
  return (
    <nav aria-label="How the films are chosen" className="-mx-1 overflow-x-auto px-1">
      <ul className="flex gap-5 whitespace-nowrap">
        {strategies.map(({ strategy, slug, name }) => (
          <li key={slug}>
            <Link
              href={slug === "auto" ? "/for-you" : `/for-you?strategy=${slug}`}
              scroll={false}
              aria-current={strategy === current ? "true" : undefined}
              className="inline-flex min-h-11 items-center border-b-2 border-transparent text-quiet hover:text-ink aria-[current]:border-ink aria-[current]:text-ink"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
