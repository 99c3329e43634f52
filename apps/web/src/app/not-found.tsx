import type { Metadata } from "next";
import Link from "next/link";
import { SearchForm } from "../components/layout/search-form.tsx";
import { Button } from "../components/ui/button.tsx";

export const metadata: Metadata = { title: "Not in this program" };

export default function NotFound() {
  return (
    <section className="page flex flex-col items-start gap-6 py-16">
      <h1 className="title text-40 md:text-57">This film is not in the program</h1>
      <p className="max-w-[60ch] text-19">
        There is no page at this address. Look for the film by its title, or by what you remember of it.
      </p>
      <SearchForm className="w-full max-w-md" />
      <Button asChild kind="outline">
        <Link href="/">To the home page</Link>
      </Button>
    </section>
  );
}
