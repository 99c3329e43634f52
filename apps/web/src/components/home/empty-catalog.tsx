export function EmptyCatalog() {
  return (
    <section className="page flex flex-col items-start gap-4 py-16">
      <h1 className="title text-40 md:text-57">No films yet</h1>
      <p className="max-w-[60ch] text-19">
        The catalog is empty. Start Matinee with <code>npm start</code>, which brings films and ratings in.
      </p>
    </section>
  );
}
