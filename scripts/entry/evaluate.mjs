// `npm run evaluate`
import { run } from "./run.mjs";

run("scripts/src/evaluate/main.ts");
