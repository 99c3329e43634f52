/** What a poster is printed with: a paper, a dark ink for lettering and silhouettes, and two inks of its decade. */
export interface Inks {
  readonly paper: string;
  readonly dark: string;
  readonly first: string;
  readonly second: string;
}

interface PosterArt {
  /** Color of the whole sheet below the shapes. */
  readonly ground: string;
  /** SVG elements on a sheet of 400 × 600. */
  readonly shapes: string;
  readonly lettering: Lettering;
}

/** Where the title stands and the flat color it stands on: shapes keep out of y < 232 for top, of y > 400 for bottom. */
export interface Lettering {
  readonly zone: "top" | "bottom";
  readonly on: string;
  readonly align: "start" | "middle";
}

/** A number in [low, high], the next of a sequence that belongs to one film. */
export type Vary = (low: number, high: number) => number;

/** One way to draw a genre. Pure: the same inks and sequence give the same art. */
export type Composition = (inks: Inks, vary: Vary) => PosterArt;
