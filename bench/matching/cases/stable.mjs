/** G10: the stable match, with sorting the preferences and counting blocking pairs. */
import { claim, megabytes, milliseconds } from '../report.mjs';

export const title = 'Stable match, sorting and verification included';

export async function run(bench, { quick }) {
  const lines = [];
  const claims = [];
  for (const [rows, cols] of quick
    ? [[10_000, 2000]]
    : [
        [10_000, 2000],
        [100_000, 20_000],
      ]) {
    const instance = ['preferences', rows, cols];
    const ours = await bench.measure('guildhall stable', instance, { times: 3 });
    const control = await bench.measure('guildhall stable', instance, { times: 3 });
    const cells = [milliseconds(ours), Math.round(ours.first), milliseconds(control)];
    lines.push([`${rows} x ${cols}`, ...cells, ours.matched, ours.total, megabytes(ours)]);
    if (rows >= 100_000) claims.push(claim('G10', 'at most 2 s', ours.cpu / 1000, (x) => x <= 2, 's'));
  }
  const head = ['rows x columns', 'Guildhall, ms', 'first run', 'again', 'matched', 'blocking pairs', 'MB'];
  return { tables: [{ head, lines }], claims };
}
