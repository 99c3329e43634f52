// `npm run import`
import { run } from "./run.mjs";

run("scripts/src/import/main.ts");
