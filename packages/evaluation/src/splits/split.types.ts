/** Places in the dataset's columns, each list ascending; none is in two of them. */
export interface Split {
  readonly train: Int32Array;
  /** What is told of users whose ratings are not trained on; the training ratings when not named. */
  readonly known?: Int32Array;
  readonly test: Int32Array;
}
