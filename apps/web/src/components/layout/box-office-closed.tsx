import { RetryButton } from "./retry-button.tsx";

/** What a page shows when the API does not answer. */
export function BoxOfficeClosed() {
  return (
    <section className="page flex flex-col items-start gap-4 py-16">
      <h1 className="title text-40 md:text-57">The box office is closed</h1>
      <p className="max-w-[60ch] text-19">
        Matinee’s API does not answer, so there are no films to show right now. Try again in a moment; if you run
        Matinee yourself, see whether the API is started.
      </p>
      <RetryButton />
    </section>
  );
}
