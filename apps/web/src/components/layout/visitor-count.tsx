"use client";
import { useVisitorCount } from "../../client/use-visitor-count.ts";

/** How many people are here now, live. */
export function VisitorCount() {
  const count = useVisitorCount();
  if (count === null) return <span className="w-6 sm:w-28" />;
  const words = count === 1 ? "person here" : "people here";
  return (
    <p
      className="figures flex min-w-6 items-center justify-end gap-1.5 text-13 text-velvet sm:min-w-28"
      title={`${count} ${words} now`}
    >
      <span aria-hidden="true" className="size-2 rounded-full bg-velvet" />
      <span>
        <span key={count} className="tick">
          {count}
        </span>
        <span className="sr-only sm:not-sr-only"> {words}</span>
      </span>
    </p>
  );
}
