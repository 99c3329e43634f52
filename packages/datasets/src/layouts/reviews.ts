// What both forms of the Large Movie Review Dataset have in common.
export const reviewSource = {
  name: "large-movie-review-dataset",
  terms:
    "Large Movie Review Dataset by Maas et al., Stanford University: reviews from IMDb, research use, cite Maas et al. 2011.",
  movies: [],
} as const;

/** A review's text without its HTML line breaks: one is a space, several part two paragraphs. */
export function cleanReview(text: string): string {
  const paragraphs = text.split(/(?:<br\s*\/?>\s*){2,}/i).map((part) =>
    part
      .replace(/<br\s*\/?>|\s+/gi, " ")
      .replace(/ +/g, " ")
      .trim(),
  );
  return paragraphs.filter((part) => part !== "").join("\n\n");
}
