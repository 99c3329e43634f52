import type { Matrix } from "../memory/memory.types.ts";
import type { Pool } from "../pool/pool.ts";
import type { BiasedFactors, DescentKernels, DescentStep, RatingBlocks } from "./descent.types.ts";

export function simdDescent({ memory, run }: Pool): DescentKernels {
  const { addressOf } = memory;
  const layoutOf = ({ rows, order, border, userCount }: RatingBlocks) => ({
    sparse: [addressOf(rows.starts), addressOf(rows.columns)],
    visits: [addressOf(order), border, userCount],
  });
  const addressesOf = ({ userBiases, itemBiases, userFactors, itemFactors }: BiasedFactors) =>
    [userBiases, itemBiases, userFactors.values, itemFactors.values].map(addressOf);

  function factorize(blocks: RatingBlocks, factors: BiasedFactors, step: DescentStep, isCut: boolean): number {
    const { sparse, visits } = layoutOf(blocks);
    const { mean, rate, regularization } = step;
    return sumOfPhases((phase, losses) => {
      const given = [...sparse, addressOf(blocks.stars), ...visits, phase, ...addressesOf(factors)];
      const numbers = [factors.itemFactors.stride, mean, rate, regularization, Number(isCut)];
      run("descendBlocks", [...given, ...numbers, losses], { count: 2, chunk: 1 });
    });
  }

  /** Two phases of two blocks, each with a loss of its own, added in this order. */
  function sumOfPhases(descend: (phase: number, losses: number) => void): number {
    return memory.within(() => {
      const losses = memory.float64(4);
      for (const phase of [0, 1]) descend(phase, addressOf(losses));
      return losses.reduce((sum, loss) => sum + loss, 0);
    });
  }

  return {
    factorize: (blocks, factors, step) => factorize(blocks, factors, step, false),
    factorizeNonNegative: (blocks, factors, step) => factorize(blocks, factors, step, true),
    factorizeImplicit(blocks, factors, step) {
      const { sparse, visits } = layoutOf(blocks);
      const { mean, rate, regularization, implicitRegularization } = step;
      const { stride, columns } = factors.itemFactors;
      const implicit = addressOf(factors.implicitFactors.values);
      return sumOfPhases((phase, losses) => {
        const sums: Matrix = memory.matrix(blocks.userCount, columns);
        const sumsOf = [...sparse, ...visits, phase, implicit, addressOf(sums.values), stride];
        run("sumImplicitFactors", sumsOf, { count: blocks.userCount });
        const given = [...sparse, addressOf(blocks.stars), ...visits, phase, ...addressesOf(factors), implicit];
        const rows = [addressOf(sums.values), addressOf(factors.carries.values), stride];
        const numbers = [mean, rate, regularization, implicitRegularization];
        run("descendImplicitBlocks", [...given, ...rows, ...numbers, losses], {
          count: 2,
          chunk: 1,
          scratchBytes: 2 * stride * 4,
        });
      });
    },
  };
}
