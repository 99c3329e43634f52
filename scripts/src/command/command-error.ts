/** An expected failure of a command; the message is one sentence that says what to do. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}
