// Where a folded-in viewer's score comes from.
import type { EngineProfile, Explanation } from "../engine.types.ts";
import { solve } from "./factored-matrix.ts";
import { type Posterior, readVector, weightOf } from "./posterior.ts";
import { dot, dotRow, type FoldedDraw } from "./viewer.ts";

/**
 * The score taken apart, exactly: in each draw it is linear in the errors and in the vectors of the rated items. Rating j
 * adds x_iᵀA⁻¹x_j·w_j·e_j for its stars and y_j·x_i/√n for having been given, in the mean of the draws.
 */
export function explainScore(
  posterior: Posterior,
  viewer: readonly FoldedDraw[],
  { items, attributes = {} }: EngineProfile,
  item: number,
): Explanation {
  const { columns, offsets, shifts, stretches, implicit, means, terms, termVectors } = posterior;
  const added = new Float64Array(items.length);
  const known = Object.entries(attributes).flatMap(([kind, term]) => {
    const index = terms.indexOf(`${kind}: ${term}`);
    return index < 0 ? [] : [{ index, name: terms[index], contribution: 0 }];
  });
  let baseline = 0;
  let popular = 0;
  const x = new Float64Array(columns);
  const rated = new Float64Array(columns);
  for (let draw = 0; draw < posterior.draws; draw++) {
    const { lower, weights, errors, regressors } = viewer[draw];
    const weight = weightOf(posterior, draw) * stretches[draw];
    readVector(posterior.items, posterior, item, draw, x);
    baseline += weightOf(posterior, draw) * shifts[draw] + weight * offsets[draw];
    popular += weight * x[0];
    x[0] = 1;
    popular += weight * dot(x, Float64Array.from(means.subarray(draw * columns, (draw + 1) * columns)));
    for (const term of known) {
      const start = (draw * terms.length + term.index) * columns;
      term.contribution += weight * dot(x, Float64Array.from(termVectors.subarray(start, start + columns)));
    }
    const pull = solve(lower, x.slice());
    const scale = 1 / Math.sqrt(items.length);
    for (let row = 0; row < items.length; row++) {
      added[row] += weight * weights[row] * errors[row] * dotRow(regressors, row, pull);
      if (implicit.bytes.length === 0) continue;
      readVector(implicit, posterior, items[row], draw, rated);
      added[row] += weight * scale * dot(rated, x);
    }
  }
  const contributions = Array.from(added, (contribution, row) => ({ item: items[row], contribution }));
  const features = [
    { name: "liked by others", contribution: popular },
    ...known.map(({ name, contribution }) => ({ name, contribution })),
  ];
  const score = [...contributions, ...features].reduce((sum, { contribution }) => sum + contribution, baseline);
  return { score, baseline, contributions: contributions.sort((a, b) => b.contribution - a.contribution), features };
}
