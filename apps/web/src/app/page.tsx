import { HomePageDocument } from "@matinee/api-client";
import { EmptyCatalog } from "../components/home/empty-catalog.tsx";
import { HomeHero } from "../components/home/home-hero.tsx";
import { HomeRow } from "../components/home/home-row.tsx";
import { Invitation } from "../components/home/invitation.tsx";
import { BoxOfficeClosed } from "../components/layout/box-office-closed.tsx";
import { ask } from "../server/ask.ts";

export default async function HomePage() {
  const data = await ask(HomePageDocument, {});
  if (!data) return <BoxOfficeClosed />;
  const { sections } = data.home;
  const hero = sections[0]?.items[0];
  if (!hero) return <EmptyCatalog />;
  return (
    <>
      <HomeHero pick={hero} />
      <Invitation ratingCount={data.viewer.ratingCount} />
      {sections.map((section, position) => (
        <HomeRow key={section.key} section={position === 0 ? { ...section, items: section.items.slice(1) } : section} />
      ))}
    </>
  );
}
