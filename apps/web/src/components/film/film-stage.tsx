import type { ReactNode } from "react";

interface FilmStageProps {
  readonly poster: ReactNode;
  readonly heading: ReactNode;
  readonly children: ReactNode;
  /** On which side the poster stands where there is room. */
  readonly posterSide: "left" | "right";
}

/** One film as the subject of the page: a large poster beside it, a small one beside its title on a phone. */
export function FilmStage({ poster, heading, children, posterSide }: FilmStageProps) {
  const isLeft = posterSide === "left";
  const textColumns = isLeft ? "md:col-start-5 md:col-end-13" : "md:col-start-1 md:col-end-8 xl:col-end-9";
  return (
    <div className="page grid grid-cols-[7rem_minmax(0,1fr)] gap-x-5 gap-y-5 py-8 sm:grid-cols-[10rem_minmax(0,1fr)] md:grid-cols-12 md:grid-rows-[auto_1fr] md:gap-x-10 md:py-14">
      <div
        className={`md:row-span-2 md:row-start-1 ${isLeft ? "md:col-start-1 md:col-end-5" : "md:col-start-8 md:col-end-13 md:justify-self-end xl:col-start-9"} w-full md:max-w-96`}
      >
        {poster}
      </div>
      <div className={`flex flex-col gap-3 md:row-start-1 md:gap-5 ${textColumns}`}>{heading}</div>
      <div className={`col-span-full flex flex-col gap-5 md:row-start-2 ${textColumns}`}>{children}</div>
    </div>
  );
}
