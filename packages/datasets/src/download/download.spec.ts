import { readdir, readFile, writeFile } from "node:fs/promises";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { DatasetError, type ReadProgress } from "../dataset.types.ts";
import { temporaryFolder } from "../testing/write-source.ts";
import { type DefaultDataOptions, downloadData } from "./default-data.ts";
import type { DownloadLimits } from "./download-file.ts";
import type { RemoteFile } from "./obtain-file.ts";

const content = "the right content";
const limits = { connectMilliseconds: 20_000, stallMilliseconds: 20_000, totalMilliseconds: 40_000 };
// Only where nothing comes; elsewhere a busy machine may take its time.
const impatient = { ...limits, connectMilliseconds: 400 };
const stalling = { ...limits, stallMilliseconds: 400 };

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const remote = (name: string, url: string): RemoteFile => ({
  name,
  url: `${url}/${name}`,
  maximumBytes: 1_000,
  async verify(path) {
    if ((await readFile(path, "utf8")) !== content) throw new DatasetError(`${name} is not the expected file.`);
  },
});

async function download(
  listener: RequestListener,
  options: DefaultDataOptions = {},
  folder?: string,
  within: DownloadLimits = limits,
) {
  const url = await serve(listener);
  const into = join(folder ?? (await temporaryFolder()), "data");
  const result = await downloadData(into, remote("set.zip", url), remote("list.json", url), within, options);
  return { result, host: new URL(url).host, url, files: await readdir(into) };
}

describe("a download", () => {
  it("puts both files into the folder and reports progress", async () => {
    const steps: ReadProgress[] = [];
    const { result, files } = await download((_, response) => response.end(content), {
      onProgress: (progress) => steps.push(progress),
    });
    expect(result).toMatchObject({ status: "ready", reason: null });
    expect(files).toEqual(["list.json", "set.zip"]);
    expect(steps).toContainEqual({ step: "Downloading set.zip", share: 1 });
  });

  it("keeps what is there and right, and replaces what is not", async () => {
    const folder = await temporaryFolder();
    const asked: (string | undefined)[] = [];
    const listener: RequestListener = (request, response) => {
      asked.push(request.url);
      response.end(content);
    };
    await download(listener, {}, folder);
    await writeFile(join(folder, "data", "list.json"), "half");
    expect((await download(listener, {}, folder)).result.status).toBe("ready");
    expect(asked).toEqual(["/set.zip", "/list.json", "/list.json"]);
  });

  it("is still ready with the ratings alone", async () => {
    const { result } = await download((request, response) => {
      response.statusCode = request.url === "/set.zip" ? 200 : 404;
      response.end(content);
    });
    expect(result).toMatchObject({ status: "ready", wikipediaPath: null });
    expect(result.reason).toMatch(/answered 404/);
  });

  const faults: readonly (readonly [string, RequestListener, (host: string, url: string) => string])[] = [
    ["a wrong content", (_, response) => response.end("another content"), () => "set.zip is not the expected file"],
    [
      "a broken connection",
      (_, response) => {
        response.setHeader("content-length", content.length);
        response.write(content.slice(0, 4), () => response.destroy());
      },
      (host) => `${host} broke off the connection`,
    ],
    [
      "a truncated content",
      (_, response) => response.end(content.slice(0, 4)),
      () => "set.zip is not the expected file",
    ],
    [
      "an error page",
      (_, response) => {
        response.statusCode = 404;
        response.end("not here");
      },
      (host, url) => `${host} answered 404 for ${url}/set.zip`,
    ],
    [
      "far too much",
      (_, response) => response.end("x".repeat(2_000)),
      (_, url) => `${url}/set.zip is larger than the 1000 bytes it may have`,
    ],
  ];

  it.each(faults)("says why it has nothing after %s, and leaves nothing behind", async (_case, listener, reason) => {
    const { result, host, url, files } = await download(listener);
    expect(result).toEqual({ status: "unavailable", reason: reason(host, url) });
    expect(files).toEqual([]);
  });

  it("gives up when no answer comes, or when it stops", async () => {
    const silent = await download(() => {}, {}, undefined, impatient);
    expect(silent.result).toEqual({ status: "unavailable", reason: `${silent.host} did not answer within 0.4 s` });
    const stopped = await download((_, response) => response.write("the"), {}, undefined, stalling);
    expect(stopped.result).toEqual({ status: "unavailable", reason: `${stopped.host} sent nothing for 0.4 s` });
  });

  it("says so when the host refuses or does not exist", async () => {
    const folder = await temporaryFolder();
    const to = (url: string) => downloadData(folder, remote("set.zip", url), remote("list.json", url), limits, {});
    expect(await to("http://127.0.0.1:9")).toMatchObject({ reason: expect.stringMatching(/127\.0\.0\.1:9 /) });
    expect(await to("http://nowhere.invalid")).toMatchObject({ status: "unavailable" });
  });

  it("stops when asked to", async () => {
    const controller = new AbortController();
    const stopped = download(() => controller.abort(new Error("stopped")), { signal: controller.signal });
    await expect(stopped).rejects.toThrow("stopped");
  });
});
