/** An expected failure of an evaluation; the message is one sentence that says what to do. */
export class EvaluateError extends Error {
  override readonly name = "EvaluateError";
}
