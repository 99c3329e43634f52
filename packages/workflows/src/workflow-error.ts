/** A failure that people can act on: the message says what is wrong and what to do. */
export class WorkflowError extends Error {
  override readonly name = "WorkflowError";
}
