// The one class for failures that a client may read. Everything else is answered as an internal error.
import { GraphQLError } from "graphql";

export type ApiErrorCode = "BAD_USER_INPUT" | "LIST_EXPIRED" | "NOT_READY";

/** Thrown where a query cannot be answered; its message is for the client. Mutations answer `userErrors` instead. */
export class ApiError extends GraphQLError {
  override readonly name = "ApiError";
  constructor(code: ApiErrorCode, message: string) {
    super(message, { extensions: { code } });
  }
}
