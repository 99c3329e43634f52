import { openKernels } from "@matinee/kernels";
import { describe, expect, it } from "vitest";
import { describeEngineContract } from "../contract/engine-contract.suite.ts";
import { plantedTastes } from "../contract/planted-tastes.ts";
import { referenceMatrix } from "../linear/reference.fixtures.ts";
import { sparseMatrix } from "../linear/sparse-matrix.ts";
import { leadingDirections } from "./leading-directions.ts";
import { spectralEngine } from "./spectral.engine.ts";
import { symmetricEigen } from "./symmetric-eigen.ts";

describeEngineContract(spectralEngine, { answer: "taste" });

const dataset = plantedTastes();

it("projects a training viewer's row on the leading left singular vectors", () => {
  const [factors, starWeight] = [4, 0.2];
  const weightOf = (stars: number) => 1 + starWeight * (stars - 3);
  const { rows } = referenceMatrix(dataset, weightOf);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const columnSums = rows[0]!.map((_, item) => sum(rows.map((row) => row[item]!)));
  const normalized = rows.map((row) => {
    const rowSum = sum(row);
    return row.map((value, item) => (value > 0 ? value / Math.sqrt(rowSum * columnSums[item]!) : 0));
  });
  const likeness = normalized.flatMap((a) => normalized.map((b) => sum(a.map((value, item) => value * b[item]!))));
  const { vectors } = symmetricEigen(Float64Array.from(likeness), rows.length);
  const expected = rows[0]!.map((_, item) => {
    let score = 0;
    for (let factor = 0; factor < factors; factor++) {
      const loading = sum(rows.map((row, user) => vectors[user * rows.length + factor]! * row[item]!));
      score += vectors[factor]! * loading;
    }
    return score;
  });

  const own = Int32Array.from(dataset.users.keys()).filter((row) => dataset.users[row] === 0);
  const viewer = {
    items: own.map((row) => dataset.items[row]!),
    stars: Float32Array.from(own, (row) => dataset.stars[row]!),
    ratedAt: new Float64Array(own.length),
  };
  const hyperparameters = { factors, starWeight, fewestRatings: 1, passes: 60 };
  const scores = spectralEngine.fit(dataset, { seed: 1, hyperparameters }).recommends!.scoreItems(viewer);
  expected.forEach((score, item) => {
    expect(scores[item]).toBeCloseTo(score, 4);
  });
});

describe("leading directions", () => {
  it("end where the matrix has no more", () => {
    // rank 2: the third row is the sum of the others
    const entries = {
      rowCount: 3,
      columnCount: 3,
      rows: Int32Array.of(0, 0, 1, 2, 2, 2),
      columns: Int32Array.of(0, 1, 2, 0, 1, 2),
      values: Float32Array.of(1, 1, 2, 1, 1, 2),
    };
    const kernels = openKernels();
    const matrix = sparseMatrix(kernels, entries);
    const { vectors, singularValues } = leadingDirections(kernels, matrix, { wanted: 3, passes: 20, seed: 5 });
    expect([vectors.columns, singularValues.length]).toEqual([2, 2]);
    // MᵀM has the eigenvalues 6 ± √12
    expect(singularValues[0]! ** 2).toBeCloseTo(6 + Math.sqrt(12), 4);
    expect(singularValues[1]! ** 2).toBeCloseTo(6 - Math.sqrt(12), 4);
    const products = kernels.matrix(2, 2);
    kernels.linear.gram(vectors, products);
    expect(products.values[0]).toBeCloseTo(1, 5);
    expect(products.values[1]).toBeCloseTo(0, 5);
  });
});
