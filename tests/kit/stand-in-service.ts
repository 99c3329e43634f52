// A local server in the place of a service: answers by path, and misbehaves as told.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Answer = (request: IncomingMessage, response: ServerResponse, url: URL) => void;

export interface StandInService {
  readonly baseUrl: string;
  /** Path and query of each request so far, with its headers. */
  readonly requests: readonly { readonly url: URL; readonly headers: IncomingMessage["headers"] }[];
  close(): Promise<void>;
}

/** `answer` is asked for every request. */
export async function startStandIn(answer: Answer): Promise<StandInService> {
  const requests: { url: URL; headers: IncomingMessage["headers"] }[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url!, "http://localhost");
    requests.push({ url, headers: request.headers });
    answer(request, response, url);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export const json =
  (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Answer =>
  (_request, response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
  };

/** Each request in turn; the last answer stays. */
export function inTurn(...answers: readonly Answer[]): Answer {
  let next = 0;
  return (...call) => answers[Math.min(next++, answers.length - 1)]!(...call);
}

export const brokenJson: Answer = (_request, response) => void response.end('{"id": 862, "title": "Toy S');

export const cutOff: Answer = (_request, response) => {
  response.writeHead(200, { "content-length": "1000" }).write('{"id":');
  response.destroy();
};

/** Megabyte after megabyte. */
export const endless: Answer = (_request, response) => {
  const megabyte = Buffer.alloc(1_000_000, " ");
  const write = () => {
    while (!response.destroyed && response.write(megabyte));
  };
  response.on("drain", write);
  write();
};

/** Never answers. */
export const silent: Answer = () => {};
