import { type Era, OnboardingPageDocument } from "@matinee/api-client";
import type { Metadata } from "next";
import { BoxOfficeClosed } from "../../components/layout/box-office-closed.tsx";
import { EraChoice } from "../../components/onboarding/era-choice.tsx";
import { Questionnaire } from "../../components/onboarding/questionnaire.tsx";
import { ask } from "../../server/ask.ts";

export const metadata: Metadata = { title: "Rate films" };

const eras: Readonly<Record<string, Era>> = { old: "OLD", new: "NEW", any: "ANY" };

interface OnboardingPageProps {
  readonly searchParams: Promise<{ readonly era?: string | string[] }>;
}

export default async function OnboardingPage({ searchParams }: OnboardingPageProps) {
  const { era: slug } = await searchParams;
  const era = typeof slug === "string" ? eras[slug] : undefined;
  if (!era) return <EraChoice />;
  const data = await ask(OnboardingPageDocument, { era });
  if (!data) return <BoxOfficeClosed />;
  return <Questionnaire key={era} era={era} films={data.onboardingMovies} />;
}
