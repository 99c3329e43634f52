/** Says a change aloud to screen readers, from wherever it happens; the layout holds the live region. */
export function announce(text: string): void {
  const region = document.getElementById("announcements");
  if (region) region.textContent = text;
}
