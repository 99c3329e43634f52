// Users, or items, in a chain of Gibbs sampling: their vectors, and the features that predict these.
import type { Kernels, Matrix, SparseRows } from "@matinee/kernels";
import type { Random } from "../dataset/random.ts";
import type { RatingRows } from "../dataset/rating-rows.ts";
import { drawNormal, drawPrior, type NormalPrior, startPrior } from "./normal-prior.ts";
import type { FeatureBlock } from "./rating-features.ts";

export interface SampledFeatures {
  readonly name: string;
  readonly features: SparseRows;
  readonly scales: Float32Array;
  readonly vectors: Matrix;
  readonly prior: NormalPrior;
}

export interface SampledSide {
  readonly rows: SparseRows;
  /** Where each entry lies in the order of the users' entries. */
  readonly order: Int32Array;
  /** bias and factors: own + prior mean + Σ of its features' vectors. */
  readonly vectors: Matrix;
  readonly own: Matrix;
  readonly prior: NormalPrior;
  readonly blocks: readonly SampledFeatures[];
}

/** Standard deviation of the vectors that a chain starts with. */
const firstDeviation = 0.1;

export interface SideOptions {
  readonly rows: RatingRows;
  readonly order: Int32Array;
  readonly blocks: readonly FeatureBlock[];
  /** Of a vector: bias and factors. */
  readonly columns: number;
}

export function startSide(
  kernels: Kernels,
  { rows, order, blocks, columns }: SideOptions,
  random: Random,
): SampledSide {
  const rowCount = rows.starts.length - 1;
  const own = randomMatrix(kernels, rowCount, columns, random);
  const side = {
    rows: { rows: rowCount, starts: kernels.copyInt32(rows.starts), columns: kernels.copyInt32(rows.columns) },
    order: kernels.copyInt32(order),
    own,
    vectors: kernels.matrix(rowCount, columns),
    prior: startPrior(kernels.float32, columns),
    blocks: blocks.map(({ name, featureCount, starts, columns: members, scales }) => ({
      name,
      features: { rows: featureCount, starts: kernels.copyInt32(starts), columns: kernels.copyInt32(members) },
      scales: kernels.copyFloat32(scales, "scales"),
      vectors: randomMatrix(kernels, featureCount, columns, random),
      prior: startPrior(kernels.float32, columns),
    })),
  };
  side.vectors.values.set(own.values);
  for (const block of side.blocks) addFeatures(side.vectors, block);
  return side;
}

function addFeatures({ values, stride }: Matrix, { features, scales, vectors }: SampledFeatures): void {
  for (let feature = 0; feature < features.rows; feature++) {
    for (let at = features.starts[feature]; at < features.starts[feature + 1]; at++) {
      const row = features.columns[at];
      for (let column = 0; column < stride; column++) {
        values[row * stride + column] += scales[row] * vectors.values[feature * stride + column];
      }
    }
  }
}

function randomMatrix(kernels: Kernels, rows: number, columns: number, random: Random): Matrix {
  const matrix = kernels.matrix(rows, columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      matrix.values[row * matrix.stride + column] = firstDeviation * drawNormal(random);
    }
  }
  return matrix;
}

/** What a side's rows are drawn from: values of the entries, their noise and the other side. */
export interface SideEvidence {
  readonly values: Float32Array;
  readonly offset: number;
  readonly rowPrecisions: Float32Array;
  readonly columnPrecisions: Float32Array;
  readonly other: SampledSide;
}

/** One round for a side: its rows given the ratings, then the features and priors given the rows. */
export function drawSide(kernels: Kernels, side: SampledSide, evidence: SideEvidence, random: Random): void {
  const { other, ...noise } = evidence;
  const drawn = { vectors: side.vectors, own: side.own, precisions: side.prior.precisions };
  const { rows, order, own, prior, blocks } = side;
  kernels.sampling.drawRows({ ...noise, rows, order, fixed: other.vectors, drawn, key: drawKey(random) });
  const before = prior.means.slice();
  drawPrior(prior, own, before, random);
  for (let row = 0; row < own.rows; row++) {
    for (let column = 0; column < own.columns; column++) {
      own.values[row * own.stride + column] += before[column] - prior.means[column];
    }
  }
  const zeros = new Float32Array(own.columns);
  for (const { features, scales, vectors, prior: blockPrior } of blocks) {
    const { means, precisions } = blockPrior;
    kernels.sampling.drawFeatures({ features, scales, rows: drawn, vectors, means, precisions, key: drawKey(random) });
    drawPrior(blockPrior, vectors, zeros, random);
  }
}

/** A key of the kernels' chance. */
export const drawKey = (random: Random): number => Math.floor(random() * 2 ** 32);
