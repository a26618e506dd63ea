/** G3: the full matrices that shortest paths find hard, or that programs have. */
import { claim, faster, milliseconds, ratio } from '../report.mjs';

export const title = 'Full square matrices of hard classes';

const CLASSES = ['Machol-Wien', 'geometric', 'ties 1..10', 'ties 1..100', 'copies', 'skills'];

export async function run(bench, { quick }) {
  const n = quick ? 300 : 1000;
  const lines = [];
  const claims = [];
  for (const kind of CLASSES) {
    const instance = ['denseSquare', kind, n];
    const ours = await bench.measure('guildhall', instance, { times: 7 });
    const control = await bench.measure('guildhall', instance, { times: 7 });
    const scipy = await bench.measure('scipy', instance, { times: 7 });
    const munkres = await bench.measure('munkres', instance, { times: 3 });
    lines.push([kind, milliseconds(ours), milliseconds(control), ratio(ours, scipy), faster(munkres, ours)]);
    claims.push(claim('G3', `${kind}: at most 3 times SciPy’s time`, ours.cpu / scipy.cpu, (x) => x <= 3));
    claims.push(claim('G3', `${kind}: faster than munkres`, munkres.cpu / ours.cpu, (x) => x > 1));
  }
  const head = [`n=${n}`, 'Guildhall, ms', 'again', 'of SciPy’s time', 'faster than munkres'];
  return { tables: [{ head, lines }], claims };
}
