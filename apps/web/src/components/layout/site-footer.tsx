import { DataCredits } from "./data-credits.tsx";

const linkStyle = "underline hover:text-ink";

/** Where the data comes from and on which terms. */
export function SiteFooter() {
  return (
    <footer className="mt-auto border-t border-hairline">
      <div className="page flex max-w-none flex-col gap-2 py-8 text-13 text-quiet">
        <p className="max-w-[75ch]">
          Ratings: the{" "}
          <a className={linkStyle} href="https://grouplens.org/datasets/movielens/">
            MovieLens data
          </a>{" "}
          by GroupLens, University of Minnesota, for research and not for commerce; or, where none could be loaded,
          Matinee’s own sample with a simulated audience.
        </p>
        <DataCredits />
      </div>
    </footer>
  );
}
