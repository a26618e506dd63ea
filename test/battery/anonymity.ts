/**
 * The battery of anonymity: `npm run battery:anonymity` releases and attacks 10,000 generated cycles, looks at the order
 * and the times of what a Guildhall answers, and writes docs/anonymity.md; with `-- --quick` it looks at a hundredth
 * and writes nothing. Its seed is fixed; times are those of the machine.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { runBattery } from './cycles.js';
import { ORDER_TOLERANCE, runOrders } from './orders.js';
import { pageOf } from './page.js';
import { runPooled } from './pooled.js';
import { runTimes, SEPARABLE } from './times.js';

const SEED = 20_261_121;
const quick = process.argv.includes('--quick');
const started = performance.now();
const battery = runBattery(quick ? 100 : 10_000, SEED, console.log);
const pooled = runPooled(quick ? 10 : 1000, SEED);
console.log(`two who pool, ${Math.round((performance.now() - started) / 1000)} s`);
const orders = await runOrders(quick ? 10 : 1000, SEED);
console.log(`orders, ${Math.round((performance.now() - started) / 1000)} s`);
const times = await runTimes(quick ? 200 : 2000, SEED);
const seconds = Math.round((performance.now() - started) / 1000);
const page = pageOf({ battery, pooled, orders, times }, { seed: SEED, seconds });
console.log(page);
if (!quick) {
  const file = fileURLToPath(new URL('../../docs/anonymity.md', import.meta.url));
  const options = await resolveConfig(file);
  writeFileSync(file, await format(page, { ...options, parser: 'markdown' }));
}
const ours = [battery.two.Guildhall!, battery.mixed.Guildhall!];
const computed = [...ours, battery.readers, battery.panels, pooled.withstanding[2]].some(
  ({ broken }) => broken > 0,
);
// In a hundredth chance is too large to say anything of orders.
const ordered = !quick && orders.tallies.some(({ mean }) => Math.abs(mean) > ORDER_TOLERANCE);
const timed = times.pairs.some(({ mannWhitney, kolmogorovSmirnov }) =>
  [mannWhitney, kolmogorovSmirnov].some((p) => p <= SEPARABLE),
);
const failures = [
  ...(computed ? ['Something could be computed that must not be.'] : []),
  ...(ordered ? ['An order tells in which order people answered.'] : []),
  ...(timed || !times.same ? ['What is hidden tells why.'] : []),
];
for (const failure of failures) console.error(failure);
if (failures.length > 0) process.exitCode = 1;
