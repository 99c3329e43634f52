// `npm start`
import { run } from "./run.mjs";

run("scripts/src/start/main.ts");
