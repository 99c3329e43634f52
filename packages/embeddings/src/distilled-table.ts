// The file of static token vectors: how it lies on disk. Int8 rows, then float32 scales,
// then float32 weights, little-endian as the machines that Node runs on.

export const dimensions = 384;
/** The ids below (padding, [CLS], unused ones) never come out of a text and have no row. */
export const firstToken = 999;

export interface DistilledTable {
  /** `tokenCount × 384`, row-major; row r belongs to token id `firstToken + r`. */
  readonly rows: Int8Array;
  /** A row times its scale is the token's vector, the mean of texts already taken off. */
  readonly scales: Float32Array;
  /** SIF weight of each token, a / (a + share of the token in texts), in (0, 1]. */
  readonly weights: Float32Array;
}

/** The rows of a text's tokens, in the order of the text. */
export function listRows(tokens: readonly number[]): number[] {
  return tokens.filter((token) => token >= firstToken).map((token) => token - firstToken);
}

/** What `distilled-minilm.json` tells about the table beside it. */
export interface DistilledMetadata {
  readonly name: string;
  readonly dimensions: number;
  readonly firstToken: number;
  readonly tokenCount: number;
  readonly recipe: string;
  readonly weightParameter: number;
  /** How it was fitted: for the record. */
  readonly ridge: object;
  readonly textCount: number;
  readonly textTokenCount: number;
  /** SHA-256, hex. */
  readonly modelHash: string;
  readonly vocabularyHash: string;
  readonly tableHash: string;
}

/** Each row of `vectors` (`n × 384`) rounded to steps of its own largest value / 127; the error is at most half a step. */
export function quantizeRows(vectors: Float32Array): Pick<DistilledTable, "rows" | "scales"> {
  const count = vectors.length / dimensions;
  const rows = new Int8Array(vectors.length);
  const scales = new Float32Array(count);
  for (let row = 0; row < count; row++) {
    const offset = row * dimensions;
    let largest = 0;
    for (let d = 0; d < dimensions; d++) largest = Math.max(largest, Math.abs(vectors[offset + d]));
    scales[row] = largest / 127;
    if (largest === 0) continue;
    for (let d = 0; d < dimensions; d++) rows[offset + d] = Math.round((vectors[offset + d] / largest) * 127);
  }
  return { rows, scales };
}

export function writeTable({ rows, scales, weights }: DistilledTable): Uint8Array {
  return Buffer.concat(
    [rows, scales, weights].map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)),
  );
}

/** Throws RangeError when the length does not fit the token count. */
export function readTable(bytes: Uint8Array<ArrayBuffer>, tokenCount: number): DistilledTable {
  const rowBytes = tokenCount * dimensions;
  const expected = rowBytes + 8 * tokenCount;
  if (bytes.length !== expected) throw new RangeError(`The table has ${bytes.length} bytes instead of ${expected}.`);
  // Copied, because a view must begin at a multiple of four; by the buffer, because a Buffer's own slice copies nothing.
  const readFloats = (start: number) =>
    new Float32Array(bytes.buffer.slice(bytes.byteOffset + start, bytes.byteOffset + start + 4 * tokenCount));
  return {
    rows: new Int8Array(bytes.buffer, bytes.byteOffset, rowBytes),
    scales: readFloats(rowBytes),
    weights: readFloats(rowBytes + 4 * tokenCount),
  };
}
