"use client";
import { Moon, Sun } from "lucide-react";
import { Button } from "../ui/button.tsx";

const year = 31_536_000;

/** Switches between Foyer and Auditorium, and remembers the choice in a cookie so that the server sends it at once. */
export function ThemeToggle() {
  function toggle() {
    const root = document.documentElement;
    const isDark = getComputedStyle(root).getPropertyValue("--is-dark").trim() === "1";
    const next = isDark ? "light" : "dark";
    root.dataset.theme = next;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser we serve.
    document.cookie = `theme=${next}; path=/; max-age=${year}; samesite=lax`;
  }

  return (
    <Button kind="icon" onClick={toggle} aria-label="Switch between light and dark">
      <Sun size={20} strokeWidth={1.5} aria-hidden="true" className="in-dark" />
      <Moon size={20} strokeWidth={1.5} aria-hidden="true" className="in-light" />
    </Button>
  );
}
