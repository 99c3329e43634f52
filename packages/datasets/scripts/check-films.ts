// Compares the sampler's films with MovieLens's catalog and Wikipedia's list and prints every difference that nobody has
// looked at: node packages/datasets/scripts/check-films.ts --catalog ml-25m-catalog.zip --wikipedia wikipedia-movies.json.gz
import { parseArgs } from "node:util";
import { readFilms } from "../src/read-catalog.ts";
import { type Comparison, compareWithMovieLens, compareWithWikipedia } from "../src/sampler/check/compare-films.ts";
import { openDifferences } from "../src/sampler/check/looked-at.ts";
import { films } from "../src/sampler/films.ts";

const { catalog, wikipedia } = parseArgs({
  options: { catalog: { type: "string" }, wikipedia: { type: "string" } },
}).values;
if (!catalog || !wikipedia) throw new Error("Name --catalog and --wikipedia.");

function print(name: string, { found, notFound, differences }: Comparison): void {
  const open = openDifferences(differences);
  const counts = `${found} films found, ${notFound.length} not, ${differences.length} differences, ${open.length} not looked at`;
  console.log(`${name}: ${counts}`);
  for (const { film, fact, other } of open) console.log(`  ${film}: ${fact}: ${other}`);
  if (open.length > 0) process.exitCode = 1;
}

print("MovieLens", compareWithMovieLens(films, (await readFilms([catalog])).movies));
print("Wikipedia", compareWithWikipedia(films, (await readFilms([wikipedia])).movies));
