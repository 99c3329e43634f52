/** What went wrong, for code that reacts to it. */
export type DatabaseErrorCode =
  | "IN_USE" // another process holds the folder
  | "UNREACHABLE" // no server answers at the address
  | "UNSUITABLE" // the server lacks an extension, or was migrated by a newer version
  | "TIMEOUT" // a statement or a transaction took longer than allowed
  | "CLOSED" // the database was closed, or lost and cannot come back
  | "INVALID_CURSOR" // a page cursor that this database did not give
  | "NOT_FOUND";

/** A failure people can act on: the message is one sentence that says what is wrong and what to do. */
export class DatabaseError extends Error {
  override readonly name = "DatabaseError";
  readonly code: DatabaseErrorCode;

  constructor(code: DatabaseErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
