// Imports simulated ratings of the shape of MovieLens 25M into a Postgres database and prints a line of JSON for each
// stage it comes to, the last with what it took. A program of its own: it can be killed, and the peak of memory is that
// of the whole process.
import { importRepository, migrate, openDatabase, trainingDataRepository } from "@matinee/db";
import { simulatedImport } from "../simulated-import.ts";
import { movieLens25M } from "../simulated-ratings.ts";

const [url, ratings = String(movieLens25M.ratings)] = process.argv.slice(2);
const database = await openDatabase({ url });
await migrate(database);
const catalog = simulatedImport({ ...movieLens25M, ratings: Number(ratings) }, 1);
const startedAt = performance.now();
const secondsSince = () => (performance.now() - startedAt) / 1000;
const { ratingCount, viewerCount } = await importRepository(database.kysely).importCatalog(catalog, {
  onProgress: (stage, done, total) =>
    console.log(JSON.stringify({ stage, share: done / total, seconds: secondsSince() })),
});
const seconds = secondsSince();
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
const { ratings: checksum } = await trainingDataRepository(database.kysely).readFingerprints();
console.log(JSON.stringify({ seconds, ratingCount, viewerCount, peakMegabytes, checksum }));
await database.close();
