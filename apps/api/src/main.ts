// Runs the API with the options of the environment until it is told to end.
import { DatabaseError } from "@matinee/db";
import { ConfigError, readConfig } from "./config.ts";
import { startApi } from "./start-api.ts";

/** Open requests get this long to finish. */
const closeWithinMilliseconds = 10_000;

try {
  const api = await startApi({ config: readConfig(process.env) });

  let isClosing = false;
  const close = () => {
    if (isClosing) return;
    isClosing = true;
    setTimeout(() => process.exit(1), closeWithinMilliseconds).unref();
    api.close().then(
      () => process.exit(0),
      (error) => fail(error),
    );
  };
  process.on("SIGINT", close);
  process.on("SIGTERM", close);
} catch (error) {
  fail(error);
}

function fail(error: unknown): never {
  const isExpected = error instanceof ConfigError || error instanceof DatabaseError;
  if (isExpected) console.error(error.message);
  else if ((error as NodeJS.ErrnoException).code === "EADDRINUSE") {
    console.error("Another program listens at the API's port; end it, or choose another with PORT.");
  } else console.error(error);
  process.exit(1);
}
