import { HomePageDocument } from "@matinee/api-client";
import { chooseHero } from "../components/home/choose-hero.ts";
import { EmptyCatalog } from "../components/home/empty-catalog.tsx";
import { HomeHero } from "../components/home/home-hero.tsx";
import { HomeRow } from "../components/home/home-row.tsx";
import { Invitation } from "../components/home/invitation.tsx";
import { BoxOfficeClosed } from "../components/layout/box-office-closed.tsx";
import { ask } from "../server/ask.ts";

export default async function HomePage() {
  const data = await ask(HomePageDocument, {});
  if (!data) return <BoxOfficeClosed />;
  const { ratingCount } = data.viewer;
  const chosen = chooseHero(data.home.sections);
  if (!chosen) return <EmptyCatalog />;
  return (
    <>
      <HomeHero pick={chosen.hero} isPersonal={ratingCount > 0} />
      <Invitation ratingCount={ratingCount} />
      {chosen.rows.map((section) => (
        <HomeRow key={section.key} section={section} isPersonal={ratingCount > 0} />
      ))}
    </>
  );
}
