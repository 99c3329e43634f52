import { fileURLToPath } from "node:url";

/** What `npm start` runs. */
export const startProgram = fileURLToPath(new URL("../../scripts/entry/start.mjs", import.meta.url));

/** The environment without options of `npm start`: a developer's own must not reach a test, nor tests the internet. */
export function startEnvironment(): NodeJS.ProcessEnv {
  const {
    MATINEE_DATA,
    MATINEE_WIKIPEDIA,
    MATINEE_FOLDER,
    MATINEE_MODELS,
    DATABASE_URL,
    PORT,
    API_PORT,
    HOST,
    ...env
  } = process.env;
  return { ...env, MATINEE_ENRICHMENT: "off", MATINEE_EMBEDDINGS: "distilled" };
}
