// LISTEN on a connection of its own, restored when it is lost.
import pg from "pg";

export interface Listener {
  listen(channel: string, handler: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

const retryMs = [100, 500, 1_000, 2_000, 5_000];

export function postgresListener(config: pg.ClientConfig, onNotice: (notice: string) => void): Listener {
  const handlers = new Map<string, Set<(payload: string) => void>>();
  let connected: Promise<pg.Client> | undefined;
  let retry: NodeJS.Timeout | undefined;
  let closed = false;

  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client(config);
    client.on("error", () => undefined); // "end" follows
    client.on("notification", ({ channel, payload }) => {
      handlers.get(channel)?.forEach((handler) => void handler(payload ?? ""));
    });
    await client.connect();
    client.on("end", () => restore(0));
    for (const channel of handlers.keys()) await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    return client;
  };
  const restore = (attempt: number): void => {
    if (closed) return;
    if (attempt === 0) onNotice("The connection that listens for notices was lost; connecting again.");
    connected = undefined;
    retry = setTimeout(
      () => {
        connected ??= connect();
        connected.catch(() => restore(attempt + 1));
      },
      retryMs[Math.min(attempt, retryMs.length - 1)],
    );
    retry.unref();
  };

  return {
    async listen(channel, handler) {
      const own = (payload: string): void => handler(payload);
      const known = handlers.get(channel);
      if (known) known.add(own);
      else handlers.set(channel, new Set([own]));
      connected ??= connect();
      const client = await connected.catch((error) => {
        connected = undefined;
        throw error;
      });
      await client.query(`listen ${pg.escapeIdentifier(channel)}`);
      return async () => {
        handlers.get(channel)?.delete(own);
        if (closed || handlers.get(channel)?.size !== 0) return;
        handlers.delete(channel);
        await (await connected)?.query(`unlisten ${pg.escapeIdentifier(channel)}`);
      };
    },
    async close() {
      closed = true;
      clearTimeout(retry);
      const client = await connected?.catch(() => undefined);
      await client?.end();
    },
  };
}
