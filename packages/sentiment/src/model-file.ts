// The file of weights: each view's steps behind the one before, compressed by Brotli.
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import { type Combination, type LinearModel, viewShapes } from "./linear-model.ts";

/** What `linear-sentiment.json` tells about the weights beside it. */
export interface ModelMetadata {
  readonly name: string;
  /** SHA-256 (hex) of the file of weights. */
  readonly hash: string;
  /** One for each view. */
  readonly scales: readonly number[];
  readonly combination: Combination;
  readonly sentenceCount: number;
  readonly reviewCount: number;
  readonly seed: number;
}

export function packWeights({ views }: LinearModel): Uint8Array {
  return brotliCompressSync(
    Buffer.concat(views.map(({ steps }) => Buffer.from(steps.buffer, steps.byteOffset, steps.length))),
  );
}

/** Throws RangeError when the length does not fit the views. */
export function readModel({ scales, combination }: ModelMetadata, bytes: Uint8Array): LinearModel {
  const unpacked = brotliDecompressSync(bytes);
  const expected = viewShapes.reduce((sum, { bucketCount }) => sum + bucketCount, 0);
  if (unpacked.length !== expected) throw new RangeError(`The weights are ${unpacked.length} instead of ${expected}.`);
  let start = unpacked.byteOffset;
  const views = viewShapes.map(({ visitFeatures, bucketCount }, index) => {
    const steps = new Int8Array(unpacked.buffer, start, bucketCount);
    start += bucketCount;
    return { visitFeatures, steps, scale: scales[index] };
  });
  return { views, combination };
}
