import { Shuffle } from "lucide-react";
import Link from "next/link";
import { Button } from "../ui/button.tsx";
import { Progress } from "../ui/progress.tsx";

const enough = 5;

interface QuestionnaireBarProps {
  readonly ratedCount: number;
  readonly isBusy: boolean;
  readonly failure: string | null;
  readonly onReshuffle: () => void;
  readonly onFinish: () => void;
}

function describeProgress(ratedCount: number): string {
  if (ratedCount === 0) return "Five ratings are enough";
  if (ratedCount < enough) return `${ratedCount} of ${enough} rated`;
  return `${ratedCount} rated, enough to choose well`;
}

/** How far along the visitor is and where to go from here; it stays in view. */
export function QuestionnaireBar({ ratedCount, isBusy, failure, onReshuffle, onFinish }: QuestionnaireBarProps) {
  return (
    <div className="sticky bottom-0 z-10 bg-paper shadow-float">
      <Progress value={Math.min(enough, ratedCount)} max={enough} label="Films rated" />
      <div className="page flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2 sm:py-3">
        <p aria-live="polite" className="figures text-13 sm:text-16">
          {failure ?? describeProgress(ratedCount)}
        </p>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {ratedCount === 0 && (
            <Button asChild kind="quiet">
              <Link href="/for-you">Skip</Link>
            </Button>
          )}
          <Button kind="outline" onClick={onReshuffle} disabled={isBusy} className="px-3 sm:px-5">
            <Shuffle size={18} strokeWidth={1.5} aria-hidden="true" />
            Other films
          </Button>
          <Button onClick={onFinish} disabled={isBusy || ratedCount === 0} className="px-3 sm:px-5">
            Show my films
          </Button>
        </div>
      </div>
    </div>
  );
}
