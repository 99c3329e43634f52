import { Navigation } from "./navigation.tsx";
import { SearchForm } from "./search-form.tsx";
import { ThemeToggle } from "./theme-toggle.tsx";
import { VisitorCount } from "./visitor-count.tsx";
import { Wordmark } from "./wordmark.tsx";

/** The masthead of the program. */
export function SiteHeader() {
  return (
    <header className="border-b-3 border-double border-ink">
      <div className="page flex flex-wrap items-center gap-x-3 pt-3 pb-2 sm:gap-x-8">
        <Wordmark />
        <Navigation />
        <SearchForm className="order-last w-full md:order-none md:ml-auto md:w-auto md:max-w-80 md:flex-1" />
        <div className="-mr-3 ml-auto flex items-center sm:gap-2 md:ml-0">
          <VisitorCount />
          <ThemeToggle />
        </div>
      </div>
    </header>
  );
}
