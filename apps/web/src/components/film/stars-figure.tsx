import { formatFigure, positionOnScale } from "../../format/stars.ts";
import { classNames } from "../ui/class-names.ts";

interface StarsFigureProps {
  readonly stars: number;
  readonly interval: { readonly low: number; readonly high: number; readonly level: number } | null;
  /** Amber where it is the visitor's own prediction, ink where it is everyone's mean. */
  readonly of: "you" | "everyone";
  readonly size?: "small" | "large";
}

/** Stars as a figure with the interval as a thin whisker on the scale from ½ to 5. */
export function StarsFigure({ stars, interval, of, size = "small" }: StarsFigureProps) {
  const width = size === "large" ? 96 : 72;
  const at = (value: number) => 3 + positionOnScale(value) * (width - 6);
  const figure = formatFigure(stars);
  const range = interval ? `, probably between ${formatFigure(interval.low)} and ${formatFigure(interval.high)}` : "";
  return (
    <span
      role="img"
      aria-label={`${of === "you" ? "Predicted for you" : "Mean of all ratings"}: ${figure} stars${range}`}
      className={classNames("figures inline-flex items-center gap-2", of === "you" ? "text-amber" : "text-ink")}
    >
      <span className={classNames("font-display font-semibold", size === "large" ? "text-40" : "text-19")}>
        {figure}
      </span>
      <svg width={width} height="12" viewBox={`0 0 ${width} 12`} aria-hidden="true" className="shrink-0">
        <line x1="0" x2={width} y1="6" y2="6" className="stroke-hairline" />
        {interval && (
          <path
            d={`M${at(interval.low)} 3v6M${at(interval.low)} 6H${at(interval.high)}M${at(interval.high)} 3v6`}
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
          />
        )}
        <circle cx={at(stars)} cy="6" r="3" fill="currentColor" />
      </svg>
    </span>
  );
}
