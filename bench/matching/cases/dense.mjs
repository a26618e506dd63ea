/** G1, G2: full square matrices of uniform costs. */
import { claim, faster, milliseconds, ratio } from '../report.mjs';

const NPM = [
  'munkres',
  'munkres-algorithm',
  'hungarian-on3',
  'linear-sum-assignment',
  'munkres-js',
  'min-cost-flow',
];

/** Up to which size each is asked at all: beyond, it takes minutes. */
const UP_TO = {
  'munkres-algorithm': 2000,
  'hungarian-on3': 2000,
  'linear-sum-assignment': 1000,
  'munkres-js': 500,
  'min-cost-flow': 200,
};

export const title = 'Full square matrices, uniform costs 1..100000';

export async function run(bench, { quick }) {
  const lines = [];
  const claims = [];
  for (const n of quick ? [200, 500] : [200, 500, 1000, 2000, 5000]) {
    const instance = ['denseSquare', 'uniform', n];
    const often = { times: n >= 2000 ? 3 : 7, seconds: 60 };
    const ours = await bench.measure('guildhall', instance, often);
    const control = await bench.measure('guildhall', instance, often);
    const scipy = await bench.measure('scipy', instance, often);
    const peers = {};
    for (const name of NPM)
      if (n <= (UP_TO[name] ?? Infinity))
        peers[name] = await bench.measure(name, instance, {
          times: name === 'munkres' && n < 5000 ? 3 : 1,
          seconds: 60,
        });
    lines.push([
      n,
      milliseconds(ours),
      milliseconds(control),
      ratio(ours, scipy),
      ...NPM.map((name) => (peers[name] ? faster(peers[name], ours) : '')),
      ours.rss,
    ]);
    if (n >= 1000) {
      claims.push(
        claim('G1', `n=${n}: at most 0.8 times SciPy’s time`, ours.cpu / scipy.cpu, (x) => x <= 0.8),
      );
      claims.push(
        claim(
          'G2',
          `n=${n}: at least 2 times as fast as munkres`,
          peers.munkres.cpu / ours.cpu,
          (x) => x >= 2,
        ),
      );
    }
    if (n === 500)
      claims.push(
        claim(
          'G2',
          'n=500: over 1000 times as fast as munkres-js',
          peers['munkres-js'].cpu / ours.cpu,
          (x) => x > 1000,
        ),
      );
  }
  const head = [
    'n',
    'Guildhall, ms',
    'again',
    'of SciPy’s time',
    ...NPM.map((name) => `faster than ${name}`),
    'MB',
  ];
  return { tables: [{ head, lines }], claims };
}
