import { Progress as RadixProgress } from "radix-ui";

interface ProgressProps {
  readonly value: number;
  readonly max: number;
  readonly label: string;
}

/** How far along the visitor is, as a line. */
export function Progress({ value, max, label }: ProgressProps) {
  return (
    <RadixProgress.Root
      value={value}
      max={max}
      aria-label={label}
      getValueLabel={(current, most) => `${current} of ${most}`}
      className="h-1 w-full overflow-hidden bg-hairline"
    >
      <RadixProgress.Indicator
        className="h-full origin-left bg-amber-fill motion-safe:transition-transform motion-safe:duration-200"
        style={{ transform: `scaleX(${value / max})` }}
      />
    </RadixProgress.Root>
  );
}
