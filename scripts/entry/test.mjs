// `npm test`
import { run } from "./run.mjs";

run("scripts/src/test/main.ts");
