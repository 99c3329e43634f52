// How the values of expectations are written.

export const asCount = (value: number): string => value.toLocaleString("en-US");
export const asShare = (value: number): string => `${(100 * value).toFixed(1)} %`;
export const asDecimal = (value: number): string => String(Math.round(value * 100) / 100);
/** Years have no thousands separator. */
export const asYear = (value: number): string => String(value);
export const asDay = (value: number): string => new Date(value).toISOString().slice(0, 10);
export const asStars = (value: number): string => `${value} ${value === 1 ? "star" : "stars"}`;
