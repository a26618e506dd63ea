/** The page that the battery writes. */
import type { Battery, Tally } from './cycles.js';
import { ORDER_TOLERANCE, type Orders } from './orders.js';
import type { Pooled } from './pooled.js';
import { SEPARABLE, type Times } from './times.js';

const percent = (part: number, of: number) => (of === 0 ? '–' : `${((100 * part) / of).toFixed(1)} %`);

function table(tallies: Record<string, Tally>): string {
  const rows = Object.entries(tallies).map(
    ([rule, one]) =>
      `| ${rule} | ${one.broken} of ${one.cycles} (${percent(one.broken, one.cycles)}) | ${percent(one.shown, one.eligible)} | ${percent(one.shownCrossed, one.eligibleCrossed)} |`,
  );
  return [
    '| rule | cycles in which the sum of 1 to k − 1 people follows | single-attribute groups shown | crossed groups shown |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function pooledTable({ cycles, withstanding }: Pooled): string {
  const rows = ([1, 2] as const).map((colluders) => {
    const { broken, shown, eligible } = withstanding[colluders];
    return `| ${colluders} | ${broken} of ${cycles} (${percent(broken, cycles)}) | ${percent(shown, eligible)} |`;
  });
  return [
    '| `colluders` of the release | cycles in which two learn the sum of 1 to k − 1 others | single-attribute groups shown |',
    '| --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function orderTable({ tallies }: Orders): string {
  const signed = (value: number) => (value < 0 ? '−' : '') + Math.abs(value).toFixed(3);
  return [
    '| order | mean of τ | standard deviation |',
    '| --- | --- | --- |',
    ...tallies.map(({ list, mean, deviation }) => `| ${list} | ${signed(mean)} | ${deviation.toFixed(3)} |`),
  ].join('\n');
}

const likely = (p: number) => (p < 0.0001 ? 'below 0.0001' : p.toFixed(2));

function timeTable({ pairs, control }: Times): string {
  return [
    '| causes | p, Mann and Whitney | p, Kolmogorov and Smirnov |',
    '| --- | --- | --- |',
    ...[...pairs, { pair: 'the control: suppressed, shown', ...control }].map(
      ({ pair, mannWhitney, kolmogorovSmirnov }) =>
        `| ${pair} | ${likely(mannWhitney)} | ${likely(kolmogorovSmirnov)} |`,
    ),
  ].join('\n');
}

/** All that was found. */
export interface Findings {
  battery: Battery;
  pooled: Pooled;
  orders: Orders;
  times: Times;
}

/** The whole page as Markdown. */
export function pageOf(
  { battery, pooled, orders, times }: Findings,
  { seed, seconds }: { seed: number; seconds: number },
): string {
  const { two, mixed, readers, panels } = battery;
  return `# Anonymity, attacked

\`npm run battery:anonymity\` wrote this page: seed ${seed}, ${seconds} seconds. The same seed gives the same figures, but for times.

Guildhall shows figures of groups, and hides those from which something about fewer than k people could be computed.
Here generated organizations answer surveys; what is shown of them, by Guildhall and by rules that are common elsewhere,
is handed to an attacker. The attacker shares no code with what decides. It knows who is in which group, who answered
what, and every shown mean without its rounding; it solves the linear system and tries every union of 1 to k − 1 people.
A group is *eligible* with k respondents or more; the percentages shown are of those.

## Two attributes

Cells of seven people in the mean, k = 5, all groups and crossings offered. The same ${two.Guildhall!.cycles} organizations for every rule.

${table(two)}

- *threshold only*: a group is shown from k respondents on.
- *remainder rule*: and only if everyone else are nobody or k.
- *next smallest*: in each list of groups that divide a larger one, the smallest shown are hidden until the hidden ones
  are k people or nobody.
- *row spans alone*: Guildhall's audit, without its second step.
- *Guildhall*: what is released. After the audit of row spans the audit of bounds hides what would place the mean of a
  hidden union of atoms within less than half of the scale.

## Organizations of all kinds

5 to 300 people, one to three attributes, k from 4 to 6, partly with questions that some leave out and an index of three.
${mixed.Guildhall!.cycles} organizations. Rules of others are spared the index here, which only makes attacks easier.

${table(mixed)}

## Readers who answered

Who answered knows one answer more than other readers. ${readers.cycles} cycles were released for such readers, and
${readers.tried} readers tried: ${readers.broken} could compute the sum of 1 to k − 1 others. Of the groups with more than
k respondents ${percent(readers.shown, readers.eligible)} of single attributes were shown.

## Two who pool

A survey can be asked so that its figures withstand two respondents who tell each other what they answered, or tell it a
reader: \`colluders: 2\` among its terms, frozen with the first wave. The default is 1 where readers answered, 0
elsewhere. The same ${pooled.cycles} organizations of 20 to 120 people, k = 5, were released for one and for two; the same pairs, ${pooled.tried}
in all, tried both, half of them people who are most alone in their groups. Percentages are of the groups with k + 2
respondents or more.

${pooledTable(pooled)}

Panels know no colluders: raters do not read the report.

## Panels of a review

${panels.sets} sets of raters in up to three relations, k from 3 to 5, half of them with questions that some could not judge:
${panels.cells} cells. In ${panels.broken} of the sets was something published that is not closed under subtraction, question by
question, or that the attacker could use.

## Orders

${orders.surveys} sealed surveys of ${orders.people} people each went through the operations: answered in an order by chance, some answers sent twice
or taken back in between, released, read. Kendall's τ compares what is read with the order of the answers: 1 is the same
order, 0 is chance, for which the standard deviation is ${orders.byChance.toFixed(3)}. Means beyond ±${ORDER_TOLERANCE} would fail.

${orderTable(orders)}

## Times

A manager asks \`pulse.report\`, in the process itself, for a group that is suppressed, for one that nobody is in, and for
one that is shown to others: ${times.calls} calls of each, in random order. Status, body and length ${times.same ? 'are the same' : 'DIFFER'}. The medians
are ${Object.entries(times.medians)
    .map(([cause, median]) => `${Math.round(median)} µs (${cause})`)
    .join(', ')}. Two tests say how likely times as different as these are when nothing tells the
causes apart; below ${SEPARABLE} they are told apart, and measured again, at most twice, since a busy machine does that too. Here it was
measured ${times.tries === 1 ? 'once' : `${times.tries} times`}.

${timeTable(times)}

## What no software removes

- **Colluders.** k − 1 people of a group who tell each other their answers know the last one's. The rules protect against
  a reader who knows the own answer, and where HR asks for it against two who pool theirs; not against three.
  That is about sums: the audit of bounds looks at readers who know no answer.
- **Whoever runs the server.** Somebody with access to the running process or the machine while a cycle is open can see
  answers arrive. In confidential cycles the server can link an answer to its writer until the release. Write-ahead logs and
  backups keep the link until they age out.
- **Style.** A way of writing, a story that only one person can tell, a typing error of old: words name their writer.
- **Agreement.** When a whole group answers alike, its mean is everyone's answer. Below ten answers means are shown
  from 1.2 to 4.8, from ten on from 1.1 to 4.9, and bars are merged: that blunts it in small groups and does not remove it. That a figure is hidden can hint at agreement, too: the audit of bounds looks at the answers.
- **False accounts.** An administrator who makes k − 1 accounts and answers with them knows the last answer. Accounts of less
  than 30 days at the launch do not count, the roster is frozen, and making accounts is logged; patience gets around it.
- **What people know anyway.** Who was on leave, who was asked, who said so at lunch.
- **Several surveys.** Two surveys are two figures. A group that differs by fewer than k people from one that was shown
  before, in an earlier wave or in another survey that asks one of the same questions, is not shown when one of the two has
  fewer than 2k; larger ones are. Compared are pairs of groups, over the latest 24 waves and 100 other surveys that somebody
  answered; sums over three surveys or more are not audited together. The same question in other words is another question.
- **Several reviews.** Panels are not compared with one another: who reviews a person twice within a short time, with one
  reviewer more, shows what that one changed. Cycles, their subjects and their reviewers stand in the audit trail.
`;
}
