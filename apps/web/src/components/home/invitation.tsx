import Link from "next/link";
import { Button } from "../ui/button.tsx";

const enough = 5;

/** Asks a visitor who has told little yet to rate a few films. */
export function Invitation({ ratingCount }: { readonly ratingCount: number }) {
  if (ratingCount >= enough) return null;
  return (
    <section className="border-t border-hairline bg-raised">
      <div className="page flex flex-wrap items-center justify-between gap-4 py-6">
        <p className="title text-23">
          {ratingCount === 0
            ? "Rate five films, and this program becomes yours."
            : `${enough - ratingCount} more ${enough - ratingCount === 1 ? "rating" : "ratings"}, and this program becomes yours.`}
        </p>
        <Button asChild>
          <Link href="/onboarding">Rate films, under a minute</Link>
        </Button>
      </div>
    </section>
  );
}
