// How the report writes figures.

export const count = (value: number): string => value.toLocaleString("en-US");
export const short = (value: number): string =>
  value.toLocaleString("en-US", { notation: "compact", maximumFractionDigits: 1 });
export const decimal = (value: number | null, digits = 2): string => (value === null ? "–" : value.toFixed(digits));

/** "13 %", with a digit more the smaller it is: "1.7 %", "0.03 %". */
export function percent(share: number): string {
  const value = 100 * share;
  const digits = value === 0 || value >= 9.95 ? 0 : value >= 0.95 ? 1 : 2;
  return `${value.toFixed(digits)} %`;
}

export const signed = (value: number): string => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(3)}`;
