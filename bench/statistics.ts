// What is said of many measurements.

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/**
 * The median of independent values and a 95% interval around it that assumes nothing of how they are spread: two values by their rank,
 * whose chance to lie on both sides of the true median is a sum of binomial chances. Below six values it is from the least to the most.
 * Source: W. J. Conover, Practical Nonparametric Statistics, chapter 3.2.
 */
export function intervalOfMedian(values: readonly number[]): { median: number; from: number; to: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const count = sorted.length;
  let [outside, chance, rank] = [0, 0.5 ** count, 0];
  // `outside`: that at most `rank` values are below the true median.
  while (2 * (outside + chance) <= 0.05) {
    outside += chance;
    rank += 1;
    chance *= (count - rank + 1) / rank;
  }
  const first = Math.max(0, rank - 1);
  return { median: median(sorted), from: sorted[first]!, to: sorted[count - 1 - first]! };
}
