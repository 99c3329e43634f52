// `npm run report`
import { run } from "./run.mjs";

run("scripts/src/report/main.ts");
