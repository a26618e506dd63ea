/**
 * The battery of anonymity: `npm run battery:anonymity` releases and attacks 10,000 generated cycles and writes
 * docs/anonymity.md; with `-- --quick` it looks at 100 and writes nothing. Its seed is fixed.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { runBattery } from './cycles.js';
import { pageOf } from './page.js';

const SEED = 20_261_121;
const quick = process.argv.includes('--quick');
const started = performance.now();
const battery = runBattery(quick ? 100 : 10_000, SEED, console.log);
const seconds = Math.round((performance.now() - started) / 1000);
const page = pageOf(battery, { seed: SEED, seconds });
console.log(page);
if (!quick) {
  const file = fileURLToPath(new URL('../../docs/anonymity.md', import.meta.url));
  const options = await resolveConfig(file);
  writeFileSync(file, await format(page, { ...options, parser: 'markdown' }));
}
const ours = [battery.two.Guildhall!, battery.mixed.Guildhall!];
if (ours.some(({ broken }) => broken > 0) || battery.readers.broken > 0 || battery.panels.broken > 0) {
  console.error('Something could be computed that must not be.');
  process.exitCode = 1;
}
