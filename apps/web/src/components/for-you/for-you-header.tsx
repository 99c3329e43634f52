import type { Strategy } from "@matinee/api-client";
import Link from "next/link";
import { Button } from "../ui/button.tsx";
import { StrategySwitch } from "./strategy-switch.tsx";

interface ForYouHeaderProps {
  readonly strategy: Strategy;
  readonly ratingCount: number;
  readonly routedBecause: string;
}

export function ForYouHeader({ strategy, ratingCount, routedBecause }: ForYouHeaderProps) {
  return (
    <header className="flex flex-col gap-4 pb-6">
      <h1 className="title text-40 sm:text-57">
        {ratingCount === 0 ? "Your program starts here" : "Films we would put on for you"}
      </h1>
      {ratingCount === 0 && (
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <p className="max-w-[60ch] text-19">
            You have not rated a film yet, so these are the ones that almost everyone likes. Rate any of them, or start
            with films you know.
          </p>
          <Button asChild>
            <Link href="/onboarding">Rate five films</Link>
          </Button>
        </div>
      )}
      <StrategySwitch current={strategy} />
      <p className="max-w-[65ch] text-quiet">{routedBecause}</p>
    </header>
  );
}
