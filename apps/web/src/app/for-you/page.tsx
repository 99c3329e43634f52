import { ForYouPageDocument } from "@matinee/api-client";
import type { Metadata } from "next";
import { ForYouHeader } from "../../components/for-you/for-you-header.tsx";
import { Program } from "../../components/for-you/program.tsx";
import { readStrategy } from "../../components/for-you/strategies.ts";
import { BoxOfficeClosed } from "../../components/layout/box-office-closed.tsx";
import { ask } from "../../server/ask.ts";

export const metadata: Metadata = { title: "For you" };

interface ForYouPageProps {
  readonly searchParams: Promise<{ readonly strategy?: string | string[] }>;
}

export default async function ForYouPage({ searchParams }: ForYouPageProps) {
  const strategy = readStrategy((await searchParams).strategy);
  const data = await ask(ForYouPageDocument, { strategy, first: 20 });
  if (!data) return <BoxOfficeClosed />;
  const { ratingCount, recommendations } = data.viewer;
  return (
    <div className="page py-8 md:py-14">
      <ForYouHeader strategy={strategy} ratingCount={ratingCount} routedBecause={recommendations.routedBecause} />
      <Program picks={recommendations.edges.map((edge) => edge.node)} isPersonal={ratingCount > 0} />
    </div>
  );
}
