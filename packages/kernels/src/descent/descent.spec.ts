import { describe, expect, it } from "vitest";
import { describeOnBoth, expectClose, randomNumbers, randomRows } from "../kernels.fixtures.ts";
import type { Kernels } from "../kernels.types.ts";
import { openKernels } from "../open-kernels.ts";
import type { DescentKernels, ImplicitFactors } from "./descent.types.ts";
import { arrangeBlocks } from "./rating-blocks.ts";

const [userCount, itemCount] = [37, 40];
const step = { mean: 3.5, rate: 0.02, regularization: 0.1, implicitRegularization: 0.07 };
type Method = keyof DescentKernels;
const methods: readonly Method[] = ["factorize", "factorizeNonNegative", "factorizeImplicit"];

function problem(kernels: Kernels, size: number) {
  const { starts, columns } = randomRows({ rows: userCount, columns: itemCount, seed: 3 });
  const stars = Float32Array.from(randomNumbers(columns.length, 4), (value) => 3 + 2 * value);
  const random = (rows: number, seed: number) =>
    kernels.copyMatrix(
      randomNumbers(rows * size, seed).map((value) => 0.3 * value),
      rows,
      size,
      "factors",
    );
  const factors: ImplicitFactors = {
    userBiases: kernels.float32(userCount),
    itemBiases: kernels.float32(itemCount),
    userFactors: random(userCount, 5),
    itemFactors: random(itemCount, 6),
    implicitFactors: random(itemCount, 7),
    carries: kernels.matrix(userCount, size),
  };
  return { blocks: arrangeBlocks(kernels, { starts, columns, stars }, itemCount), factors };
}

function run(kernels: Kernels, method: Method, size: number, epochs = 3) {
  const { blocks, factors } = problem(kernels, size);
  const losses = Array.from({ length: epochs }, () => kernels.descent[method](blocks, factors, step));
  const { userBiases, itemBiases, userFactors, itemFactors, implicitFactors } = factors;
  const learned = [userBiases, itemBiases, userFactors.values, itemFactors.values, implicitFactors.values];
  return { losses, learned: learned.map((values) => values.slice()), ratings: blocks.stars.length };
}

describe.each(methods)("%s", (method) => {
  it.each([1, 6, 16, 33])("of %i factors gives with SIMD what it gives in plain TypeScript", (size) => {
    const plain = run(openKernels({ implementation: "plain" }), method, size);
    const simd = run(openKernels({ implementation: "simd" }), method, size);
    expectClose(simd.losses, plain.losses);
    simd.learned.forEach((values, index) => {
      expectClose(values, plain.learned[index]);
    });
  });

  it("gives with two threads the bytes that one gives", () => {
    const [one, two] = [1, 2].map((threads) => {
      const kernels = openKernels({ threads });
      const result = run(kernels, method, 24, 5);
      kernels.close();
      return result;
    });
    expect(two).toEqual(one);
  });
});

describeOnBoth("descent", (open) => {
  it.each(methods)("%s learns what is there to learn", (method) => {
    const { losses, ratings } = run(open(), method, 8, 200);
    expect(losses.at(-1)! / ratings).toBeLessThan(0.4 * (losses[0] / ratings));
  });

  it("keeps factors from falling below zero where asked to", () => {
    const { learned } = run(open(), "factorizeNonNegative", 6);
    const itemFactors = learned[3];
    expect(Math.min(...itemFactors)).toBe(0);
    expect(Math.max(...itemFactors)).toBeGreaterThan(0);
  });

  it("is the textbook's SVD++ for users whose items lie in one half", () => {
    const kernels = open();
    const { factors } = problem(kernels, 5);
    const { userFactors, itemFactors, implicitFactors } = factors;
    const rowOf = ({ values, stride }: typeof userFactors, row: number) => values.slice(row * stride, row * stride + 5);
    const before = [0, 1].map((at) => [userFactors, itemFactors, implicitFactors].map((matrix) => rowOf(matrix, at)));
    const single = { starts: Int32Array.of(0, 1, 2), columns: Int32Array.of(0, 1), stars: Float32Array.of(5, 1) };
    kernels.descent.factorizeImplicit(arrangeBlocks(kernels, single, itemCount), factors, step);
    before.forEach(([p, q, y], at) => {
      const affinity = q.reduce((sum, value, index) => sum + value * (p[index] + y[index]), 0);
      const error = single.stars[at] - step.mean - affinity;
      expectClose(
        rowOf(implicitFactors, at),
        y.map((value, index) => value + step.rate * (error * q[index] - step.implicitRegularization * value)),
      );
      expectClose(
        rowOf(itemFactors, at),
        q.map((value, index) => value + step.rate * (error * (p[index] + y[index]) - step.regularization * value)),
      );
    });
  });
});

describe("the blocks", () => {
  it("hold each rating once, and as many as the block they run beside", () => {
    const { blocks } = problem(openKernels({ implementation: "plain" }), 2);
    const { rows, order, border } = blocks;
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: userCount }, (_, user) => user));
    const ratingsOf = (users: Int32Array, half: number) =>
      users.reduce((sum, user) => {
        const row = half * userCount + user;
        return sum + rows.starts[row + 1] - rows.starts[row];
      }, 0);
    const [first, second] = [order.subarray(0, border), order.subarray(border)];
    const counts = [first, second].flatMap((users) => [0, 1].map((half) => ratingsOf(users, half)));
    expect(counts.reduce((sum, count) => sum + count)).toBe(blocks.stars.length);
    // halves are cut between whole users and whole items
    const heaviestItem = Math.max(...Object.values(Object.groupBy(rows.columns, String)).map((same) => same!.length));
    const heaviestUser = Math.max(
      ...Array.from(order, (user) => ratingsOf(Int32Array.of(user), 0) + ratingsOf(Int32Array.of(user), 1)),
    );
    expect(Math.abs(counts[0] - counts[3])).toBeLessThanOrEqual((heaviestItem + heaviestUser) / 2);
    expect(Math.abs(counts[1] - counts[2])).toBeLessThanOrEqual((heaviestItem + heaviestUser) / 2);
    expect(Math.min(...counts)).toBeGreaterThan(0);
  });
});
