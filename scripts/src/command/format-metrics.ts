/** "rmse .871, ndcg@10 .231" */
export function formatMetrics(metrics: Readonly<Record<string, number>>): string {
  const shown = Object.entries(metrics).map(([name, value]) => `${name} ${value.toFixed(3).replace(/^0/, "")}`);
  return shown.join(", ");
}
