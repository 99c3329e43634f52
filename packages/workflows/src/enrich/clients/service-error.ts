/** What went wrong with a service, as far as it matters for what to do next. */
export type ServiceErrorCode =
  /** The key is refused: nothing more can be asked until it is changed. */
  | "UNAUTHORIZED"
  /** The service allows no more for now, for longer than it makes sense to wait. */
  | "LIMIT_REACHED"
  /** It did not answer, or with an error of its own, however often it was asked. */
  | "UNAVAILABLE"
  /** It answered something else than it documents. */
  | "BAD_ANSWER";

/** A failure of a service; the message is a sentence that names no key. */
export class ServiceError extends Error {
  override readonly name = "ServiceError";
  readonly code: ServiceErrorCode;
  /** When a limit was reached: after how long the service says that it may be asked again; null when it does not say. */
  readonly retrySeconds: number | null;

  constructor(code: ServiceErrorCode, message: string, retrySeconds: number | null = null) {
    super(message);
    this.code = code;
    this.retrySeconds = retrySeconds;
  }
}
