import { Navigation } from "./navigation.tsx";
import { SearchForm } from "./search-form.tsx";
import { ThemeToggle } from "./theme-toggle.tsx";
import { VisitorCount } from "./visitor-count.tsx";
import { Wordmark } from "./wordmark.tsx";

/** The masthead of the program. */
export function SiteHeader() {
  return (
    <header className="border-b-3 border-double border-ink">
      <div className="page grid grid-cols-[auto_1fr_auto] items-center gap-x-6 pt-3 pb-2 md:grid-cols-[auto_auto_1fr_auto]">
        <Wordmark />
        <Navigation />
        <SearchForm className="col-span-full row-start-2 md:col-span-1 md:row-start-1 md:max-w-md md:justify-self-end md:w-full" />
        <div className="flex items-center gap-2 justify-self-end">
          <VisitorCount />
          <ThemeToggle />
        </div>
      </div>
    </header>
  );
}
