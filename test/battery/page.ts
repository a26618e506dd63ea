/** The page that the battery writes. */
import type { Battery, Tally } from './cycles.js';

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

/** The whole page as Markdown. */
export function pageOf(battery: Battery, { seed, seconds }: { seed: number; seconds: number }): string {
  const { two, mixed, readers, panels } = battery;
  return `# Anonymity, attacked

\`npm run battery:anonymity\` wrote this page: seed ${seed}, ${seconds} seconds. The same seed gives the same figures.

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

## Panels of a review

${panels.sets} sets of raters in up to three relations, k from 3 to 5, half of them with questions that some could not judge:
${panels.cells} cells. In ${panels.broken} of the sets was something published that is not closed under subtraction, question by
question, or that the attacker could use.

## What no software removes

- **Colluders.** k − 1 people of a group who tell each other their answers know the last one's. The rules protect against
  a reader who knows the own answer, not against several who pool theirs.
- **Whoever runs the server.** Somebody with access to the running process or the machine while a cycle is open can see
  answers arrive. In confidential cycles the server can link an answer to its writer until the release. Write-ahead logs and
  backups keep the link until they age out.
- **Style.** A way of writing, a story that only one person can tell, a typing error of old: words name their writer.
- **Agreement.** When a whole group answers alike, its mean is everyone's answer. Clipping and merged bars blunt that in
  small groups; they do not remove it. That a figure is hidden can hint at agreement, too: the audit of bounds looks at the answers.
- **False accounts.** An administrator who makes k − 1 accounts and answers with them knows the last answer. Accounts of less
  than 30 days at the launch do not count, the roster is frozen, and making accounts is logged; patience gets around it.
- **What people know anyway.** Who was on leave, who was asked, who said so at lunch.
- **Time.** Two cycles are two figures. Small groups that changed by a few people are not shown again; large ones are.
`;
}
