/** How likely two lists of numbers as different as these are, if nothing tells the two apart. */
export interface TwoSample {
  /** By the test of Mann and Whitney: whether one of them tends to be larger. */
  mannWhitney: number;
  /** By the test of Kolmogorov and Smirnov: whether they differ in any way. */
  kolmogorovSmirnov: number;
}

/** Both tests, by their formulas for large numbers: both lists should have a hundred numbers or more. */
export function compared(one: readonly number[], other: readonly number[]): TwoSample {
  const all = [...one.map((value) => ({ value, first: 1 })), ...other.map((value) => ({ value, first: 0 }))];
  all.sort((a, b) => a.value - b.value);
  const [n, m] = [one.length, other.length];
  let [rankSum, ties, seen, apart] = [0, 0, 0, 0];
  for (let from = 0; from < all.length;) {
    let to = from;
    while (to < all.length && all[to]?.value === all[from]?.value) to++;
    const firsts = all.slice(from, to).reduce((sum, { first }) => sum + first, 0);
    // Those that are as large share the mean of their ranks, which count from 1.
    rankSum += (firsts * (from + 1 + to)) / 2;
    ties += (to - from) ** 3 - (to - from);
    seen += firsts;
    apart = Math.max(apart, Math.abs(seen / n - (to - seen) / m));
    from = to;
  }
  const larger = rankSum - (n * (n + 1)) / 2;
  const total = n + m;
  const variance = ((n * m) / 12) * (total + 1 - ties / (total * (total - 1)));
  const z = variance === 0 ? 0 : Math.abs(larger - (n * m) / 2) / Math.sqrt(variance);
  const root = Math.sqrt((n * m) / total);
  return { mannWhitney: 2 * tail(z), kolmogorovSmirnov: kolmogorov((root + 0.12 + 0.11 / root) * apart) };
}

/** How likely a normal number is above z ≥ 0 (Abramowitz and Stegun 26.2.17). */
function tail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const sum = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429].reduceRight(
    (rest, factor) => (rest + factor) * t,
    0,
  );
  return Math.min(0.5, (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI));
}

/** How likely Kolmogorov’s number is above x: 2 Σ (−1)^(j − 1) exp(−2 j² x²). */
function kolmogorov(x: number): number {
  // For small x the sum does not settle, and is 1.
  if (x < 0.3) return 1;
  let sum = 0;
  for (let j = 1; j <= 100; j++) sum += (j % 2 === 1 ? 2 : -2) * Math.exp(-2 * j * j * x * x);
  return Math.min(1, Math.max(0, sum));
}
