// What is costly and not always asked for.

/** `make`, called at the first use alone. */
export function once<Result extends object>(make: () => Result): () => Result {
  let made: Result | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
