/** G5, G6: sparse, many to one, staying unmatched allowed. */
import { claim, faster, megabytes, milliseconds } from '../report.mjs';

export const title = 'Sparse, many to one, unmatched allowed';

/** Instance, goal, most seconds, times as fast as SciPy, most MB. */
const ASKED = [
  ['U1k', ['sparseUniform', 1000, 200, 20]],
  ['K1k', ['sparseStructured', 1000, 200]],
  ['U10k', ['sparseUniform', 10_000, 2000], 'G5', 0.6, 10],
  ['K10k', ['sparseStructured', 10_000, 2000], 'G5', 0.1, 10],
  ['U100k', ['sparseUniform', 100_000, 20_000], 'G6', 8, 20, 250],
  ['K100k', ['sparseStructured', 100_000, 20_000], 'G6', 2.5, 20, 250],
];

export async function run(bench, { quick }) {
  const lines = [];
  const claims = [];
  for (const [name, instance, goal, most, times, memory] of quick ? ASKED.slice(0, 2) : ASKED) {
    const large = instance[1] >= 100_000;
    const often = { times: large ? 3 : 7, seconds: 60 };
    const ours = await bench.measure('guildhall', instance, often);
    const control = await bench.measure('guildhall', instance, often);
    const scipy = await bench.measure('scipy', instance, {
      times: instance[1] >= 10_000 ? 1 : 3,
      seconds: 45,
    });
    lines.push([
      name,
      milliseconds(ours),
      Math.round(ours.first),
      milliseconds(control),
      `${ours.matched} of ${instance[1]}`,
      ours.gap,
      faster(scipy, ours),
      megabytes(ours),
      megabytes(scipy),
    ]);
    if (!goal) continue;
    claims.push(claim(goal, `${name}: at most ${most} s`, ours.cpu / 1000, (x) => x <= most, 's'));
    const speed = (scipy.cpu ?? scipy.over) / ours.cpu;
    claims.push(claim(goal, `${name}: at least ${times} times as fast as SciPy`, speed, (x) => x >= times));
    if (memory) claims.push(claim(goal, `${name}: at most ${memory} MB`, ours.rss, (x) => x <= memory, 'MB'));
  }
  const head = [
    '',
    'Guildhall, ms',
    'first run',
    'again',
    'matched',
    'gap',
    'faster than SciPy',
    'MB',
    'SciPy’s MB',
  ];
  return { tables: [{ head, lines }], claims };
}
