// How the rating control turns a place or a key into stars.

/** The stars under a pointer that is `offset` pixels into a control `width` pixels wide: a half step per tenth. */
export function starsAtOffset(offset: number, width: number): number {
  const steps = Math.ceil((offset / width) * 10);
  return Math.min(10, Math.max(1, steps)) / 2;
}

/** The stars after a key of a slider; null clears the rating, undefined means the key is not one of the control's. */
export function starsAfterKey(stars: number | null, key: string): number | null | undefined {
  const current = stars ?? 0;
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return Math.min(5, current + 0.5);
    case "ArrowLeft":
    case "ArrowDown":
      return Math.max(0.5, current - 0.5);
    case "PageUp":
      return Math.min(5, current + 1);
    case "PageDown":
      return Math.max(0.5, current - 1);
    case "Home":
      return 0.5;
    case "End":
      return 5;
    case "Delete":
    case "Backspace":
      return null;
    default:
      return undefined;
  }
}
