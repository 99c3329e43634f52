// `npm run pipeline`
import { run } from "./run.mjs";

run("scripts/src/pipeline/main.ts");
