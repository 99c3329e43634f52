import { type ApiConfig, readConfig } from "../../apps/api/src/config.ts";
import { siteOrigin } from "./api-process.messages.ts";

/** Options of an API for specs, on a free port and with nothing asked on the internet; `options` go before. */
export function testConfig(folder: string, options: Readonly<Record<string, string>> = {}): ApiConfig {
  return readConfig({
    PORT: "0",
    LOG_LEVEL: "error",
    MATINEE_FOLDER: folder,
    SITE_URL: siteOrigin,
    MATINEE_ENRICHMENT: "off",
    MATINEE_EMBEDDINGS: "distilled",
    ...options,
  });
}
