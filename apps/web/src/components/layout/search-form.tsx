import { Search } from "lucide-react";
import { Button } from "../ui/button.tsx";

interface SearchFormProps {
  readonly query?: string;
  readonly className?: string;
}

/** A plain form: the results page answers it, with or without scripts. */
export function SearchForm({ query = "", className }: SearchFormProps) {
  return (
    <search className={className}>
      <form action="/search" className="flex items-center border-b border-outline focus-within:border-ink">
        <input
          type="search"
          name="q"
          defaultValue={query}
          required
          maxLength={200}
          aria-label="Search films"
          placeholder="A title, or a film in your words"
          className="min-h-11 w-full min-w-0 bg-transparent placeholder:text-quiet"
        />
        <Button kind="icon" type="submit" aria-label="Search">
          <Search size={20} strokeWidth={1.5} aria-hidden="true" />
        </Button>
      </form>
    </search>
  );
}
