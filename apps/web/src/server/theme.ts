import "server-only";
import { cookies } from "next/headers";

export type Theme = "light" | "dark";

/** The theme the visitor chose; undefined leaves it to their system. */
export async function findChosenTheme(): Promise<Theme | undefined> {
  const value = (await cookies()).get("theme")?.value;
  return value === "light" || value === "dark" ? value : undefined;
}
