// `npm run evaluate-sentiment`
import { run } from "./run.mjs";

run("scripts/src/evaluate-sentiment/main.ts");
