/** Prints rows in columns as wide as they need to be; numbers to the right. */
export function printTable(header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): void {
  const texts = [header, ...rows].map((row) => row.map((cell) => (cell === null ? "" : String(cell))));
  const widths = header.map((_, column) => Math.max(...texts.map((row) => row[column]!.length)));
  const isNumber = header.map((_, column) => rows.every((row) => typeof row[column] === "number"));
  for (const row of texts) {
    const cells = row.map((cell, column) =>
      isNumber[column] ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
    );
    console.log(cells.join("  ").trimEnd());
  }
}
