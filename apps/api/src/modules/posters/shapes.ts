// SVG elements in as few bytes as a flat print needs; coordinates to whole units.

type Point = readonly [x: number, y: number];

export function rectangle(x: number, y: number, width: number, height: number, fill: string): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${fill}"/>`;
}

export function disc(x: number, y: number, radius: number, fill: string): string {
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="${fill}"/>`;
}

export function ring(x: number, y: number, radius: number, width: number, stroke: string): string {
  const line = `fill="none" stroke="${stroke}" stroke-width="${round(width)}"`;
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" ${line}/>`;
}

export function polygon(points: readonly Point[], fill: string): string {
  return `<path d="M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join("L")}Z" fill="${fill}"/>`;
}

export function area(path: string, fill: string): string {
  return `<path d="${path}" fill="${fill}"/>`;
}

export function line(path: string, stroke: string, width: number): string {
  return `<path d="${path}" fill="none" stroke="${stroke}" stroke-width="${round(width)}" stroke-linecap="round"/>`;
}

/** Printed over what lies below, as a translucent ink. */
export function overprint(shapes: string): string {
  return `<g style="mix-blend-mode:multiply">${shapes}</g>`;
}

export function turned(shapes: string, degrees: number, x: number, y: number): string {
  return `<g transform="rotate(${round(degrees)} ${round(x)} ${round(y)})">${shapes}</g>`;
}

export function times(count: number, draw: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => draw(index)).join("");
}

function round(value: number): number {
  return Math.round(value);
}
