import { addScaled, dot, entry, multiplyAdd } from "./vectors";

/** Entries gathered at a time: with their weighted copies they stay in the processor's first cache. */
const gathered = 32;

/**
 * x = (G + λI + Σ wᵢ·yᵢyᵢᵀ)⁻¹ Σ (wᵢ + u)·yᵢ for each row from..to, i over the row's columns. The matrix is built and factored as
 * UᵀU in its upper half; what stands below the diagonal is never read. Scratch: the matrix, then two vectors, then the
 * gathered entries twice.
 */
export function choleskyRows(
  starts: usize,
  columns: usize,
  weights: usize,
  unobservedWeight: f32,
  fixed: usize,
  stride: i32,
  gram: usize,
  ridges: usize,
  solved: usize,
  from: i32,
  to: i32,
  scratch: usize,
): void {
  const bytes = (<usize>stride) << 2;
  const matrix = scratch;
  const right = matrix + <usize>stride * bytes;
  const forward = right + bytes;
  const plain = forward + bytes;
  const weighted = plain + <usize>gathered * bytes;
  for (let row = from; row < to; row++) {
    const first = load<i32>(entry(starts, row));
    const end = load<i32>(entry(starts, row + 1));
    const solution = solved + <usize>row * bytes;
    memory.fill(solution, 0, bytes);
    if (first == end) continue;
    const ridge = load<f32>(entry(ridges, row));
    memory.copy(matrix, gram, <usize>stride * bytes);
    for (let at = 0; at < stride; at++) {
      const diagonal = matrix + <usize>at * (bytes + 4);
      store<f32>(diagonal, load<f32>(diagonal) + ridge);
    }
    memory.fill(right, 0, bytes);
    for (let at = first; at < end; at += gathered) {
      const count = min(gathered, end - at);
      for (let index = 0; index < count; index++) {
        const weight = load<f32>(entry(weights, at + index));
        const other = fixed + <usize>load<i32>(entry(columns, at + index)) * bytes;
        gather(other, weight, weight + unobservedWeight, plain, weighted, <usize>index * bytes, right, bytes);
      }
      addOuterProducts(plain, weighted, count, matrix, bytes);
    }
    factorize(matrix, bytes, ridge);
    solve(matrix, bytes, right, forward, solution);
  }
}

/** Keeps the row y of an entry and w·y at an offset, and right += c·y. */
function gather(
  other: usize,
  weight: f32,
  confidence: f32,
  plain: usize,
  weighted: usize,
  offset: usize,
  right: usize,
  bytes: usize,
): void {
  const weights = f32x4.splat(weight);
  const confidences = f32x4.splat(confidence);
  for (let at: usize = 0; at < bytes; at += 16) {
    const values = v128.load(other + at);
    v128.store(plain + offset + at, values);
    v128.store(weighted + offset + at, f32x4.mul(weights, values));
    v128.store(right + at, multiplyAdd(confidences, values, v128.load(right + at)));
  }
}

/** The upper half of matrix += Σ weightedᵢᵀ·plainᵢ, in blocks of 4 × 8 whose sums stay in registers. */
function addOuterProducts(plain: usize, weighted: usize, count: i32, matrix: usize, bytes: usize): void {
  const end = weighted + <usize>count * bytes;
  for (let row: usize = 0; row < bytes; row += 16) {
    const target = matrix + (row >> 2) * bytes;
    let column = row;
    for (; column + 32 <= bytes; column += 32) {
      const row0 = target + column;
      const row1 = row0 + bytes;
      const row2 = row1 + bytes;
      const row3 = row2 + bytes;
      let sum00 = v128.load(row0), sum01 = v128.load(row0, 16);
      let sum10 = v128.load(row1), sum11 = v128.load(row1, 16);
      let sum20 = v128.load(row2), sum21 = v128.load(row2, 16);
      let sum30 = v128.load(row3), sum31 = v128.load(row3, 16);
      let values = plain + column;
      for (let at = weighted + row; at < end; at += bytes) {
        const left = v128.load(values);
        const next = v128.load(values, 16);
        const weight0 = v128.load32_splat(at);
        sum00 = multiplyAdd(weight0, left, sum00);
        sum01 = multiplyAdd(weight0, next, sum01);
        const weight1 = v128.load32_splat(at, 4);
        sum10 = multiplyAdd(weight1, left, sum10);
        sum11 = multiplyAdd(weight1, next, sum11);
        const weight2 = v128.load32_splat(at, 8);
        sum20 = multiplyAdd(weight2, left, sum20);
        sum21 = multiplyAdd(weight2, next, sum21);
        const weight3 = v128.load32_splat(at, 12);
        sum30 = multiplyAdd(weight3, left, sum30);
        sum31 = multiplyAdd(weight3, next, sum31);
        values += bytes;
      }
      v128.store(row0, sum00);
      v128.store(row0, sum01, 16);
      v128.store(row1, sum10);
      v128.store(row1, sum11, 16);
      v128.store(row2, sum20);
      v128.store(row2, sum21, 16);
      v128.store(row3, sum30);
      v128.store(row3, sum31, 16);
    }
    if (column < bytes) {
      const row0 = target + column;
      const row1 = row0 + bytes;
      const row2 = row1 + bytes;
      const row3 = row2 + bytes;
      let sum0 = v128.load(row0);
      let sum1 = v128.load(row1);
      let sum2 = v128.load(row2);
      let sum3 = v128.load(row3);
      let values = plain + column;
      for (let at = weighted + row; at < end; at += bytes) {
        const left = v128.load(values);
        sum0 = multiplyAdd(v128.load32_splat(at), left, sum0);
        sum1 = multiplyAdd(v128.load32_splat(at, 4), left, sum1);
        sum2 = multiplyAdd(v128.load32_splat(at, 8), left, sum2);
        sum3 = multiplyAdd(v128.load32_splat(at, 12), left, sum3);
        values += bytes;
      }
      v128.store(row0, sum0);
      v128.store(row1, sum1);
      v128.store(row2, sum2);
      v128.store(row3, sum3);
    }
  }
}

/** matrix = UᵀU in its upper half, four rows at a time. No pivot is below the ridge, so one that is comes from rounding. */
function factorize(matrix: usize, bytes: usize, ridge: f32): void {
  for (let block: usize = 0; block < bytes; block += 16) {
    const rows = matrix + (block >> 2) * bytes;
    for (let inner: usize = 0; inner < 4; inner++) {
      const row = rows + inner * bytes + block;
      for (let before: usize = 0; before < inner; before++) {
        const other = rows + before * bytes + block;
        addScaled(-load<f32>(other + (inner << 2)), other, row, bytes - block);
      }
      const scale = f32x4.splat(1 / sqrt(max(load<f32>(row + (inner << 2)), ridge)));
      for (let at: usize = 0; at < bytes - block; at += 16) {
        v128.store(row + at, f32x4.mul(scale, v128.load(row + at)));
      }
    }
    for (let column = block + 16; column < bytes; column += 4) {
      subtractFour(rows, column, matrix + (column >> 2) * bytes, bytes);
    }
  }
}

/** target −= Σ rows[i][column]·rows[i] over four rows, from the block of the column on. */
function subtractFour(rows: usize, column: usize, target: usize, bytes: usize): void {
  const row1 = rows + bytes;
  const row2 = row1 + bytes;
  const row3 = row2 + bytes;
  const value0 = f32x4.neg(v128.load32_splat(rows + column));
  const value1 = f32x4.neg(v128.load32_splat(row1 + column));
  const value2 = f32x4.neg(v128.load32_splat(row2 + column));
  const value3 = f32x4.neg(v128.load32_splat(row3 + column));
  for (let at = column & ~15; at < bytes; at += 16) {
    let sum = multiplyAdd(value0, v128.load(rows + at), v128.load(target + at));
    sum = multiplyAdd(value1, v128.load(row1 + at), sum);
    sum = multiplyAdd(value2, v128.load(row2 + at), sum);
    v128.store(target + at, multiplyAdd(value3, v128.load(row3 + at), sum));
  }
}

/** Uᵀz = right, then Ux = z. Destroys `right`; `solution` holds zeros before. */
function solve(matrix: usize, bytes: usize, right: usize, forward: usize, solution: usize): void {
  for (let at: usize = 0; at < bytes; at += 4) {
    const row = matrix + (at >> 2) * bytes;
    const block = at & ~15;
    const value = load<f32>(right + at) / load<f32>(row + at);
    store<f32>(forward + at, value);
    addScaled(-value, row + block, right + block, bytes - block);
  }
  for (let left = bytes; left > 0; left -= 4) {
    const at = left - 4;
    const row = matrix + (at >> 2) * bytes;
    const block = at & ~15;
    const known = dot(row + block, solution + block, bytes - block);
    store<f32>(solution + at, (load<f32>(forward + at) - known) / load<f32>(row + at));
  }
}
