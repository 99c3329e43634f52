import type { UserError } from "@matinee/graphql-types";
import { userError } from "../errors/user-errors.ts";

const longestText = 10_000;

/** Everything that moves the cursor or turns the direction of what follows, but for tabs and line ends. */
const controls = /[^\P{Cc}\t\n]|[\u202A-\u202E\u2066-\u2069]/gu;

/** The text as it is stored: without control characters, line ends as "\n", no space around it. */
export function cleanReviewText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, "\n").replace(controls, "").trim();
}

/** An error when a cleaned text is empty or too long, else null. */
export function findReviewTextError(text: string): UserError | null {
  const path = ["input", "text"];
  if (text === "") return userError("REQUIRED", "A review needs some words.", path);
  if (text.length <= longestText) return null;
  const lengths = [text.length, longestText].map((length) => length.toLocaleString("en-US"));
  return userError("INVALID_VALUE", `The review has ${lengths[0]} characters; ${lengths[1]} are allowed.`, path);
}
