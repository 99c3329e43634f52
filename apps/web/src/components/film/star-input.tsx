"use client";
import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { formatStars } from "../../format/stars.ts";
import { starsAfterKey, starsAtOffset } from "./star-geometry.ts";
import { FiveStars } from "./star-shape.tsx";

interface StarInputProps {
  readonly label: string;
  readonly stars: number | null;
  readonly onRate: (stars: number | null, by: "pointer" | "key") => void;
  readonly onBlur?: () => void;
}

/** Five stars in half steps, by drag, tap and keys: arrows, Page, Home, End; Delete takes the rating back. */
export function StarInput({ label, stars, onRate, onBlur }: StarInputProps) {
  const [draft, setDraft] = useState<number | null>(null);
  const shown = draft ?? stars ?? 0;

  function starsUnder(event: PointerEvent<HTMLDivElement>) {
    const bounds = event.currentTarget.getBoundingClientRect();
    return starsAtOffset(event.clientX - bounds.left, bounds.width);
  }

  function handleKey(event: KeyboardEvent) {
    const next = starsAfterKey(stars, event.key);
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onRate(next, "key");
  }

  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={5}
      aria-valuenow={shown}
      aria-valuetext={shown === 0 ? "Not rated" : formatStars(shown)}
      className="relative h-11 w-35 shrink-0 cursor-pointer touch-pan-y select-none"
      onKeyDown={handleKey}
      onBlur={onBlur}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDraft(starsUnder(event));
      }}
      onPointerMove={(event) => {
        if (event.pointerType === "mouse" || draft !== null) setDraft(starsUnder(event));
      }}
      onPointerUp={(event) => {
        if (event.button === 0) onRate(starsUnder(event), "pointer");
        setDraft(null);
      }}
      onPointerCancel={() => setDraft(null)}
      onPointerLeave={() => setDraft(null)}
    >
      <FiveStars className="absolute inset-y-2 left-0 h-7 w-35 fill-none stroke-outline" />
      <span className="absolute inset-y-2 left-0 h-7 w-35" style={{ clipPath: `inset(0 ${100 - shown * 20}% 0 0)` }}>
        <FiveStars className="h-7 w-35 fill-amber-fill stroke-amber" />
      </span>
    </div>
  );
}
