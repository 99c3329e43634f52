// Steps that adapt to each parameter: Adam (Kingma and Ba 2015), for tables of which a step touches a few rows.

export interface Adam {
  /** Moves the `gradients.length` parameters from `start` on against their gradients. */
  step(start: number, gradients: Float64Array, rate: number): void;
}

const [meanDecay, squareDecay, epsilon] = [0.9, 0.999, 1e-8];

/** Means of a row's gradients stand still while no step touches it. */
export function openAdam(parameters: Float32Array): Adam {
  const means = new Float32Array(parameters.length);
  const squares = new Float32Array(parameters.length);
  return {
    step(start, gradients, rate) {
      for (let index = 0; index < gradients.length; index++) {
        const at = start + index;
        const gradient = gradients[index];
        means[at] += (1 - meanDecay) * (gradient - means[at]);
        squares[at] += (1 - squareDecay) * (gradient * gradient - squares[at]);
        parameters[at] -= (rate * means[at]) / (Math.sqrt(squares[at]) + epsilon);
      }
    },
  };
}
