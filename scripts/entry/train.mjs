// `npm run train`
import { run } from "./run.mjs";

run("scripts/src/train/main.ts");
