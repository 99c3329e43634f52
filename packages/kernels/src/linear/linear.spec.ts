import { expect, it } from "vitest";
import { describeOnBoth, expectClose, randomNumbers } from "../kernels.fixtures.ts";

describeOnBoth("linear", (open) => {
  it.each([1, 3, 4, 17, 64])("gram of %i columns", (columns) => {
    const kernels = open();
    const rows = 29;
    const values = randomNumbers(rows * columns, 1);
    const matrix = kernels.copyMatrix(values, rows, columns, "matrix");
    const gram = kernels.matrix(columns, columns);
    kernels.linear.gram(matrix, gram);
    const expected = Array.from({ length: columns * columns }, (_, at) => {
      const [i, j] = [Math.floor(at / columns), at % columns];
      return values.reduce(
        (sum, value, index) => (index % columns === i ? sum + value * values[index - i + j] : sum),
        0,
      );
    });
    expectClose(
      expected.map((_, at) => gram.values[Math.floor(at / columns) * gram.stride + (at % columns)]),
      expected,
    );
  });

  it("gram of no rows is zero", () => {
    const kernels = open();
    const gram = kernels.matrix(5, 5);
    kernels.linear.gram(kernels.matrix(0, 5), gram);
    expect(gram.values.every((value) => value === 0)).toBe(true);
  });
});
