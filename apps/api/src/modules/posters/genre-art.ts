// Which compositions draw which genre. A new composition is one file and one entry here.
import { actionBurst } from "./compositions/action-burst.ts";
import { adventureRidges } from "./compositions/adventure-ridges.ts";
import { adventureSail } from "./compositions/adventure-sail.ts";
import { animationSoftSolids } from "./compositions/animation-soft-solids.ts";
import { comedyHat } from "./compositions/comedy-hat.ts";
import { comedyTumble } from "./compositions/comedy-tumble.ts";
import { crimeBlinds } from "./compositions/crime-blinds.ts";
import { crimeLongShadow } from "./compositions/crime-long-shadow.ts";
import { documentaryLens } from "./compositions/documentary-lens.ts";
import { dramaStairs } from "./compositions/drama-stairs.ts";
import { dramaWindow } from "./compositions/drama-window.ts";
import { fantasyTowers } from "./compositions/fantasy-towers.ts";
import { horrorClaw } from "./compositions/horror-claw.ts";
import { horrorDoor } from "./compositions/horror-door.ts";
import { musicalStave } from "./compositions/musical-stave.ts";
import { mysteryKeyhole } from "./compositions/mystery-keyhole.ts";
import { romanceDiscs } from "./compositions/romance-discs.ts";
import { romanceMeeting } from "./compositions/romance-meeting.ts";
import { scienceFictionOrbits } from "./compositions/science-fiction-orbits.ts";
import { scienceFictionRise } from "./compositions/science-fiction-rise.ts";
import { warTornBands } from "./compositions/war-torn-bands.ts";
import { westernLowSun } from "./compositions/western-low-sun.ts";
import { westernMesa } from "./compositions/western-mesa.ts";
import type { Composition } from "./poster.types.ts";

interface GenreArt {
  /** Names of the genre in the sources, lower case. */
  readonly names: readonly string[];
  readonly compositions: readonly Composition[];
}

/** The most telling genre first: it leads where a film has several. */
export const genreArt: readonly GenreArt[] = [
  { names: ["western"], compositions: [westernLowSun, westernMesa] },
  { names: ["horror", "slasher"], compositions: [horrorClaw, horrorDoor] },
  { names: ["film-noir", "noir"], compositions: [crimeBlinds, crimeLongShadow] },
  { names: ["sci-fi", "science fiction"], compositions: [scienceFictionOrbits, scienceFictionRise] },
  { names: ["musical", "music"], compositions: [musicalStave] },
  { names: ["documentary"], compositions: [documentaryLens] },
  { names: ["animation", "animated", "children"], compositions: [animationSoftSolids] },
  { names: ["war"], compositions: [warTornBands] },
  { names: ["fantasy"], compositions: [fantasyTowers] },
  { names: ["mystery"], compositions: [mysteryKeyhole] },
  { names: ["crime", "gangster"], compositions: [crimeBlinds, crimeLongShadow] },
  { names: ["romance"], compositions: [romanceDiscs, romanceMeeting] },
  { names: ["adventure"], compositions: [adventureRidges, adventureSail] },
  { names: ["comedy"], compositions: [comedyTumble, comedyHat] },
  { names: ["action", "thriller", "superhero"], compositions: [actionBurst] },
  { names: ["drama"], compositions: [dramaWindow, dramaStairs] },
];

/** The compositions of the film's leading genre; drama's where none is known. */
export function compositionsFor(genres: readonly string[]): readonly Composition[] {
  const named = genres.map((genre) => genre.toLowerCase());
  const leading = genreArt.find(({ names }) => names.some((name) => named.includes(name)));
  return (leading ?? genreArt[genreArt.length - 1]).compositions;
}
