"use client";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useId, useRef } from "react";
import { Button } from "../ui/button.tsx";

interface FilmStripProps {
  readonly heading: ReactNode;
  readonly note?: ReactNode;
  /** The films, each in an `li`. */
  readonly children: ReactNode;
}

/** A row of films under a sentence; it scrolls by touch, wheel, buttons and arrow keys. */
export function FilmStrip({ heading, note, children }: FilmStripProps) {
  const headingId = useId();
  const strip = useRef<HTMLUListElement>(null);

  function turnPage(direction: 1 | -1) {
    const list = strip.current;
    list?.scrollBy({ left: direction * list.clientWidth * 0.85 });
  }

  function moveFocus(event: KeyboardEvent<HTMLUListElement>) {
    if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
    const links = [...event.currentTarget.querySelectorAll<HTMLElement>("li a")];
    const position = links.indexOf(document.activeElement as HTMLElement);
    const next = links[position + (event.key === "ArrowRight" ? 1 : -1)];
    if (position === -1 || !next) return;
    event.preventDefault();
    next.focus();
  }

  return (
    <section aria-labelledby={headingId} className="border-t border-hairline pt-6 pb-10">
      <div className="page flex items-end justify-between gap-4 pb-4">
        <div>
          <h2 id={headingId} className="display title text-23 md:text-28">
            {heading}
          </h2>
          {note && <p className="mt-1 max-w-[65ch] text-quiet">{note}</p>}
        </div>
        <div className="hidden shrink-0 md:flex">
          <Button kind="icon" aria-label="Earlier in this row" onClick={() => turnPage(-1)}>
            <ChevronLeft strokeWidth={1.5} aria-hidden="true" />
          </Button>
          <Button kind="icon" aria-label="Further in this row" onClick={() => turnPage(1)}>
            <ChevronRight strokeWidth={1.5} aria-hidden="true" />
          </Button>
        </div>
      </div>
      <ul ref={strip} onKeyDown={moveFocus} className="strip">
        {children}
      </ul>
    </section>
  );
}
