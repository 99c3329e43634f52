import { addScaled, entry } from "./vectors";

/** Rows from..to of Mᵀ·M. Each row is the work of one thread, so the sum's order does not depend on their number. */
export function gramRows(
  matrix: usize,
  rowCount: i32,
  stride: i32,
  gram: usize,
  gramStride: i32,
  from: i32,
  to: i32,
  scratch: usize,
): void {
  const bytes = (<usize>stride) << 2;
  memory.fill(entry(gram, from * gramStride), 0, (<usize>((to - from) * gramStride)) << 2);
  for (let row = 0; row < rowCount; row++) {
    const values = matrix + <usize>row * bytes;
    for (let column = from; column < to; column++) {
      const value = load<f32>(entry(values, column));
      if (value != 0) addScaled(value, values, entry(gram, column * gramStride), bytes);
    }
  }
}
