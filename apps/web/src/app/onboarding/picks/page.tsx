import { ForYouPageDocument } from "@matinee/api-client";
import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { BoxOfficeClosed } from "../../../components/layout/box-office-closed.tsx";
import { PicksList } from "../../../components/onboarding/picks-list.tsx";
import { Button } from "../../../components/ui/button.tsx";
import { ask } from "../../../server/ask.ts";

export const metadata: Metadata = { title: "Five films for you" };

export default async function PicksPage() {
  const data = await ask(ForYouPageDocument, { strategy: "AUTO", first: 5 });
  if (!data) return <BoxOfficeClosed />;
  if (data.viewer.ratingCount === 0) redirect("/onboarding");
  return (
    <section className="page py-8 md:py-14">
      <h1 className="title text-40 sm:text-57">Five films for you</h1>
      <p className="mt-3 mb-8 max-w-[60ch] text-19">{data.viewer.recommendations.routedBecause}</p>
      <PicksList picks={data.viewer.recommendations.edges.map((edge) => edge.node)} />
      <div className="flex flex-wrap gap-3 border-t border-hairline pt-6">
        <Button asChild>
          <Link href="/for-you">More for you</Link>
        </Button>
        <Button asChild kind="outline">
          <Link href="/">To the home page</Link>
        </Button>
      </div>
    </section>
  );
}
