// `npm run models`
import { run } from "./run.mjs";

run("scripts/src/models/main.ts");
