/** G7, G8, G9, G11: from profiles to pairs with reasons and proof; rankings; events. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { claim } from '../report.mjs';

export const title = 'People: profiles in, pairs with reasons and proof out';

const child = fileURLToPath(new URL('../people-child.mjs', import.meta.url));

function measure(bench, task, ...numbers) {
  const figures = JSON.parse(
    execFileSync(process.execPath, [child, task, ...numbers.map(String)], { encoding: 'utf8' }),
  );
  bench.log(`${task} ${numbers.join(' ')}: ${JSON.stringify(figures)}`);
  return figures;
}

export async function run(bench, { quick }) {
  const claims = [];
  const lines = [];
  const sizes = [
    [10, 10, 20, 3],
    [250, 250, 60, 3],
    [500, 500, 60, 3],
    [10_000, 2000, 600, 2],
    [100_000, 20_000, 600, 1],
  ];
  for (const [mentees, mentors, skills, times] of quick ? sizes.slice(0, 3) : sizes) {
    const found = measure(bench, 'whole', mentees, mentors, skills, times);
    if (!found.optimal || found.scope !== 'allEligiblePairs')
      throw new Error(`${mentees} x ${mentors}: no proof`);
    const [first] = found.spent;
    const ms = (value) => Math.round(value);
    lines.push([
      `${mentees} x ${mentors}`,
      ms(first),
      ms(Math.min(...found.spent)),
      found.matched,
      found.worst,
      found.rss,
    ]);
    if (mentees <= 250)
      claims.push(claim('G11', `${mentees} x ${mentors}: at most 50 ms cold`, first, (x) => x <= 50, 'ms'));
    if (mentees < 100_000) continue;
    claims.push(claim('G7', 'at most 20 s', first / 1000, (x) => x <= 20, 's'));
    claims.push(claim('G7', 'at most 600 MB', found.rss, (x) => x <= 600, 'MB'));
  }
  const ranking = measure(bench, 'ranking', quick ? 10_000 : 100_000, 600, quick ? 300 : 2000);
  const events = measure(bench, 'events', quick ? 1000 : 10_000, quick ? 200 : 2000, 600, quick ? 20 : 200);
  if (!quick) {
    claims.push(claim('G8', 'index within 200 ms', ranking.build, (x) => x <= 200, 'ms'));
    claims.push(claim('G8', 'a ranking: p50 at most 1 ms', ranking.p50, (x) => x <= 1, 'ms'));
    claims.push(claim('G8', 'a ranking: p95 at most 5 ms', ranking.p95, (x) => x <= 5, 'ms'));
    claims.push(claim('G9', 'an event at 10,000 x 2000: p95 at most 5 ms', events.p95, (x) => x <= 5, 'ms'));
  }
  const head = ['mentees x mentors', 'first run, ms', 'best, ms', 'matched', 'worst score', 'MB'];
  const one = ['', 'p50, ms', 'p95, ms'];
  const row = (name, { p50, p95 }) => [name, p50.toFixed(2), p95.toFixed(2)];
  return {
    tables: [
      { head, lines },
      {
        head: one,
        lines: [row('ranking of 20', ranking), row('a mentor leaves, solved again', events)],
      },
    ],
    claims,
  };
}
