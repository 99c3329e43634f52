// `npm run benchmark`
import { run } from "./run.mjs";

run("scripts/src/benchmark/main.ts");
