import Link from "next/link";
import { Button } from "../ui/button.tsx";

const eras = [
  { slug: "old", name: "Older ones", years: "before 1990" },
  { slug: "new", name: "Newer ones", years: "1990 and after" },
  { slug: "any", name: "Any of them", years: "a hundred years of film" },
];

/** The first question: from which years the films shall come. */
export function EraChoice() {
  return (
    <section className="page py-8 md:py-14">
      <h1 className="title max-w-[18ch] text-40 sm:text-57">Which films do you go to see?</h1>
      <p className="mt-4 max-w-[60ch] text-19">
        Rate a few that you know, five are enough. Then five films follow that you would probably love.
      </p>
      <ul className="mt-8 border-b border-hairline">
        {eras.map(({ slug, name, years }) => (
          <li key={slug} className="border-t border-hairline">
            <Link href={`/onboarding?era=${slug}`} className="group flex flex-wrap items-baseline gap-x-6 py-5">
              <span className="title text-33 group-hover:underline sm:text-40">{name}</span>
              <span className="text-quiet">{years}</span>
            </Link>
          </li>
        ))}
      </ul>
      <Button asChild kind="quiet" className="mt-6 px-0">
        <Link href="/for-you">Skip this, show me what everyone likes</Link>
      </Button>
    </section>
  );
}
