import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { miniLmFiles, miniLmModel } from "@matinee/embeddings";
import { describe, expect, it, onTestFinished } from "vitest";
import { downloadMiniLm } from "./download-minilm.ts";

const patient = { connectMilliseconds: 20_000, stallMilliseconds: 20_000, totalMilliseconds: 40_000 };
const impatient = { ...patient, connectMilliseconds: 400, stallMilliseconds: 400 };

const contentOf = (file: string) => `the content of ${file}`;
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const names = Object.keys(miniLmFiles);
const files = Object.fromEntries(names.map((name) => [name, sha256(contentOf(name))]));
const modelHash = files["onnx/model_quantized.onnx"];

/** A hub that serves the files, but for what `fault` answers itself. */
async function hub(fault: (name: string) => RequestListener | undefined = () => undefined) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const name = request.url!.slice(1);
    asked.push(name);
    const answer = fault(name) ?? ((_, response) => response.end(contentOf(name)));
    answer(request, response);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { host, asked, source: { url: `http://${host}`, files } };
}

async function modelsFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "matinee-models-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(join(folder, miniLmModel), { recursive: true });
  return entries.filter((entry) => entry !== "onnx").sort();
}

const onlyModel = (listener: RequestListener) => (name: string) => (name.endsWith(".onnx") ? listener : undefined);

describe("downloadMiniLm", () => {
  it("gets every file once, tells how far it is, and names the model by its hash", async () => {
    const folder = await modelsFolder();
    const { source, asked } = await hub();
    const progress: string[] = [];
    const onProgress = (file: string, share: number) => void (share === 1 && progress.push(file));
    expect(await downloadMiniLm(folder, { source, onProgress })).toEqual({ hash: modelHash });
    expect(await downloadMiniLm(folder, { source })).toEqual({ hash: modelHash });
    expect(asked).toEqual(names);
    expect(progress).toEqual(names);
    expect(await listFiles(folder)).toEqual(names.toSorted());
  });

  it("leaves a whole model of another make alone", async () => {
    const folder = await modelsFolder();
    const { source, asked } = await hub();
    await downloadMiniLm(folder, { source });
    await writeFile(join(folder, miniLmModel, "onnx/model_quantized.onnx"), "our own");
    expect(await downloadMiniLm(folder, { source })).toEqual({ hash: sha256("our own") });
    expect(asked).toHaveLength(names.length);
  });

  it.each<[string, RequestListener, RegExp]>([
    [
      "is missing",
      (_, response) => response.writeHead(404).end("not here"),
      /answered 404 for .*model_quantized\.onnx$/,
    ],
    [
      "is another one",
      (_, response) => response.end("wrong bytes"),
      /^onnx\/model_quantized\.onnx is not the published/,
    ],
    [
      "is cut off",
      (_, response) => {
        response.setHeader("content-length", 1_000);
        response.write("half", () => response.destroy());
      },
      /broke off the connection$/,
    ],
    ["does not come", () => {}, /did not answer within 0\.4 s$/],
    ["stops coming", (_, response) => response.write("half"), /sent nothing for 0\.4 s$/],
  ])(
    "says why it has no model when the file %s; the next attempt goes on from there",
    async (_case, listener, reason) => {
      const folder = await modelsFolder();
      const broken = await hub(onlyModel(listener));
      const result = await downloadMiniLm(folder, { source: broken.source, limits: impatient });
      expect(result).toEqual({ reason: expect.stringMatching(reason) });
      expect(await listFiles(folder)).toEqual(names.filter((name) => !name.endsWith(".onnx")).sort());
      const mended = await hub();
      expect(await downloadMiniLm(folder, { source: mended.source, limits: patient })).toEqual({ hash: modelHash });
      expect(mended.asked).toEqual(["onnx/model_quantized.onnx"]);
    },
  );

  it("stops when asked to, leaving no half file", async () => {
    const folder = await modelsFolder();
    const controller = new AbortController();
    const { source } = await hub(onlyModel(() => controller.abort(new Error("stopped"))));
    await expect(downloadMiniLm(folder, { source, signal: controller.signal })).rejects.toThrow("stopped");
    expect(await listFiles(folder)).toEqual(names.filter((name) => !name.endsWith(".onnx")).sort());
  });
});
