import type { Matrix } from "../memory/memory.types.ts";
import { normal, normalDensity, normalProbability, normalQuantile, uniform } from "./random.plain.ts";
import type { CutStatistics, FeatureDraw, LatentDraw, RowDraw, SamplingKernels, ScoreRows } from "./sampling.types.ts";

export function plainSampling(): SamplingKernels {
  return { drawRows, drawFeatures, scoreRows, drawLatents };
}

function drawRows(draw: RowDraw): void {
  const { rows, order, values, offset, rowPrecisions, columnPrecisions, fixed, drawn, key } = draw;
  const size = fixed.columns;
  for (let row = 0; row < rows.rows; row++) {
    const vector = rowOf(drawn.vectors, row);
    const own = rowOf(drawn.own, row);
    const predicted = Float64Array.from(vector, (value, column) => value - own[column]);
    const precision = new Float64Array(size * size);
    const right = Float64Array.from(predicted, (value, column) => value * drawn.precisions[column]);
    drawn.precisions.subarray(0, size).forEach((value, column) => {
      precision[column * (size + 1)] = value;
    });
    for (let at = rows.starts[row]; at < rows.starts[row + 1]; at++) {
      const column = rows.columns[at];
      const other = rowOf(fixed, column);
      const x = Float64Array.from(other).fill(1, 0, 1);
      const weight = rowPrecisions[row] * columnPrecisions[column];
      const target = values[order[at]] - offset - other[0];
      for (let i = 0; i < size; i++) {
        right[i] += weight * target * x[i];
        for (let j = 0; j < size; j++) precision[i * size + j] += weight * x[i] * x[j];
      }
    }
    const next = drawNormal(precision, right, (column) => normal(key, row * drawn.vectors.stride + column));
    next.forEach((value, column) => {
      vector[column] = value;
      own[column] = value - predicted[column];
    });
  }
}

/** A draw from N(A⁻¹·right, A⁻¹): with A = L·Lᵀ it is L⁻ᵀ(L⁻¹·right + ε). */
function drawNormal(matrix: Float64Array, right: Float64Array, chance: (column: number) => number): Float64Array {
  const size = right.length;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j];
      for (let k = 0; k < j; k++) sum -= matrix[i * size + k] * matrix[j * size + k];
      matrix[i * size + j] = i === j ? Math.sqrt(sum) : sum / matrix[j * size + j];
    }
  }
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) right[i] -= matrix[i * size + k] * right[k];
    right[i] /= matrix[i * size + i];
  }
  for (let i = size - 1; i >= 0; i--) {
    right[i] += chance(i);
    for (let k = i + 1; k < size; k++) right[i] -= matrix[k * size + i] * right[k];
    right[i] /= matrix[i * size + i];
  }
  return right;
}

function drawFeatures({ features, scales, rows, vectors, means, precisions, key }: FeatureDraw): void {
  for (let feature = 0; feature < features.rows; feature++) {
    const vector = rowOf(vectors, feature);
    const members = features.columns.subarray(features.starts[feature], features.starts[feature + 1]);
    const squares = members.reduce((sum, row) => sum + scales[row] ** 2, 0);
    for (let column = 0; column < vector.length; column++) {
      const noise = rows.precisions[column];
      const left = members.reduce((sum, row) => sum + scales[row] * rows.own.values[row * rows.own.stride + column], 0);
      const precision = noise * squares + precisions[column];
      const pull = noise * (left + squares * vector[column]) + precisions[column] * means[column];
      const drawn = pull / precision + normal(key, feature * vectors.stride + column) / Math.sqrt(precision);
      const change = drawn - vector[column];
      vector[column] = drawn;
      for (const row of members) rows.own.values[row * rows.own.stride + column] -= scales[row] * change;
    }
  }
}

function scoreRows({ rows, values, offset, left, right, scores, sums, squares }: ScoreRows): void {
  for (let row = 0; row < rows.rows; row++) {
    const a = rowOf(left, row);
    let sum = 0;
    let square = 0;
    for (let at = rows.starts[row]; at < rows.starts[row + 1]; at++) {
      const b = rowOf(right, rows.columns[at]);
      let score = offset + a[0] + b[0];
      for (let column = 1; column < a.length; column++) score += a[column] * b[column];
      scores[at] = score;
      sum += values[at] - score;
      square += (values[at] - score) ** 2;
    }
    sums[row] = sum;
    squares[row] = square;
  }
}

function drawLatents({ scores, levels, cuts, latents, key }: LatentDraw): CutStatistics {
  const zeros = () => new Float64Array(cuts.length);
  const [gradient, diagonal, beside] = [zeros(), zeros(), zeros()];
  levels.forEach((level, at) => {
    const low = cuts[level] - scores[at];
    const high = cuts[level + 1] - scores[at];
    // mirrored where both bounds are positive: the lower tail is the exact one
    const mirrored = low > 0;
    const [below, above] = (mirrored ? [-high, -low] : [low, high]).map(normalProbability);
    const share = Math.max(above - below, 1e-9);
    const drawn = normalQuantile(Math.min(Math.max(below + share * uniform(key, at), 1e-12), 1 - 1e-12));
    latents[at] = scores[at] + Math.min(Math.max(mirrored ? -drawn : drawn, low), high);
    const [lowRate, highRate] = [low, high].map((bound) => normalDensity(bound) / share);
    gradient[level] -= lowRate;
    gradient[level + 1] += highRate;
    diagonal[level] += lowRate * (lowRate - low);
    diagonal[level + 1] += highRate * (highRate + high);
    beside[level] -= lowRate * highRate;
  });
  return { gradient, diagonal, beside };
}

const rowOf = ({ values, stride, columns }: Matrix, row: number) =>
  values.subarray(row * stride, row * stride + columns);
