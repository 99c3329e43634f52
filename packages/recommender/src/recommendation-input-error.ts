/** A request that cannot be answered as written; the message is one sentence for the person who asked. */
export class RecommendationInputError extends Error {
  override readonly name = "RecommendationInputError";
}
