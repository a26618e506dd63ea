/** G4: many to one over a full matrix; the others must copy each column. */
import { claim, faster, megabytes, milliseconds } from '../report.mjs';

export const title = 'Full matrices, 5 places for each column';

const NPM = ['munkres', 'munkres-algorithm', 'hungarian-on3'];

export async function run(bench, { quick }) {
  const lines = [];
  const claims = [];
  for (const [rows, cols] of quick
    ? [[500, 100]]
    : [
        [1000, 200],
        [5000, 1000],
      ]) {
    const instance = ['denseCapacity', rows, cols];
    const often = { times: rows >= 5000 ? 3 : 7 };
    const ours = await bench.measure('guildhall', instance, often);
    const control = await bench.measure('guildhall', instance, often);
    const scipy = await bench.measure('scipy', instance, often);
    const peers = [];
    for (const name of NPM) peers.push(await bench.measure(name, instance, { times: 1, seconds: 60 }));
    lines.push([
      `${rows} x ${cols}`,
      milliseconds(ours),
      milliseconds(control),
      faster(scipy, ours),
      ...peers.map((peer) => faster(peer, ours)),
      megabytes(ours),
    ]);
    if (rows < 5000) continue;
    const best = Math.min(...peers.map((peer) => peer.cpu ?? Infinity));
    claims.push(claim('G4', 'at most 1.0 s, in a fresh process too', ours.first / 1000, (x) => x <= 1, 's'));
    claims.push(claim('G4', 'at most 150 MB', ours.rss, (x) => x <= 150, 'MB'));
    claims.push(claim('G4', 'at least 6 times as fast as SciPy', scipy.cpu / ours.cpu, (x) => x >= 6));
    claims.push(
      claim('G4', 'at least 12 times as fast as the best npm package', best / ours.cpu, (x) => x >= 12),
    );
  }
  const head = [
    'rows x columns',
    'Guildhall, ms',
    'again',
    'faster than SciPy',
    ...NPM.map((name) => `than ${name}`),
    'MB',
  ];
  return { tables: [{ head, lines }], claims };
}
