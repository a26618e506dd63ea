import { ChaCha, shuffled } from './chacha.js';
import { compare } from './order.js';
import type { Respondent, TextCell, Thresholds, WrittenText } from './model.js';

/** Which texts of which audiences may be shown. Sets of people are arrays of 0 and 1 by person. */
export interface TextsInput {
  respondents: readonly Respondent[];
  /** By group: its people, all of whom answered something. */
  groups: readonly Uint8Array[];
  /** The groups that may show texts, in the order in which they are offered. */
  order: readonly number[];
  thresholds: Thresholds;
  colluders: number;
  /** The seed of the order of texts. */
  shuffle: string;
}

/**
 * The texts of a question, by group. Two rules decide on an audience:
 *
 * - It has `kText` respondents (one more for each who pools: they know to be none of the writers looked for) and
 *   `writers` different people who wrote.
 * - Whoever reads several audiences sees a text here and not there, and so in which of them its writer is, and in which
 *   not. So the audiences are nested or apart, never crossing, and the people whom they leave over — everyone in an
 *   audience that none of the smaller ones takes — are nobody or an audience that could be shown itself.
 *   Audiences of one attribute are apart; that is how texts are shown by one attribute only.
 *
 * One shuffle per question: texts are brought into an order that does not depend on who came first, then shuffled, and
 * each audience shows its part of that order. Different questions have different orders, which link nothing.
 */
export function textsOf(question: string, stream: number, input: TextsInput): TextCell[] {
  const { respondents, groups, order } = input;
  const wrote = respondents.map(({ texts }) => Object.hasOwn(texts, question));
  const writers = respondents.flatMap((_, person) => (wrote[person] ? [person] : []));
  const textAt = (person: number): WrittenText => respondents[person]!.texts[question]!;
  const sorted = writers.sort(
    (a, b) =>
      compare(textAt(a).text, textAt(b).text) || compare(textAt(a).thread ?? '', textAt(b).thread ?? ''),
  );
  const shown = shuffled(sorted, new ChaCha(input.shuffle, stream));
  const accepted: number[] = [];
  for (const group of order) if (mayJoin(group, accepted, wrote, input)) accepted.push(group);
  return groups.map((people, group) => {
    if (!accepted.includes(group)) return { shown: false };
    return {
      shown: true,
      texts: shown.filter((person) => people[person] === 1).map((at) => copyOf(textAt(at))),
    };
  });
}

function copyOf({ text, thread }: WrittenText): WrittenText {
  return thread === undefined ? { text } : { text, thread };
}

/** Whether an audience may be shown beside those accepted. */
function mayJoin(
  group: number,
  accepted: readonly number[],
  wrote: readonly boolean[],
  input: TextsInput,
): boolean {
  const together = [...accepted, group].map((place) => input.groups[place]!);
  if (!isAudience(together.at(-1)!, wrote, input)) return false;
  if (together.some((one, at) => together.slice(at + 1).some((other) => crosses(one, other)))) return false;
  return together.every((outer) => {
    const left = outer.map((inside, person) =>
      inside === 1 &&
      !together.some((inner) => inner !== outer && within(inner, outer) && inner[person] === 1)
        ? 1
        : 0,
    );
    return !left.includes(1) || isAudience(left, wrote, input);
  });
}

function isAudience(people: Uint8Array, wrote: readonly boolean[], input: TextsInput): boolean {
  const { kText, writers } = input.thresholds;
  let respondents = 0;
  let writing = 0;
  for (const [person, inside] of people.entries()) {
    respondents += inside;
    if (inside === 1 && wrote[person]) writing++;
  }
  return respondents >= kText + input.colluders && writing >= writers;
}

/** Whether some people are in both, and some only in the one and some only in the other. */
function crosses(one: Uint8Array, other: Uint8Array): boolean {
  let both = false;
  let onlyOne = false;
  let onlyOther = false;
  for (let person = 0; person < one.length; person++) {
    if (one[person] === 1 && other[person] === 1) both = true;
    else if (one[person] === 1) onlyOne = true;
    else if (other[person] === 1) onlyOther = true;
  }
  return both && onlyOne && onlyOther;
}

/** Whether all people of the one, who are fewer, are in the other. */
function within(inner: Uint8Array, outer: Uint8Array): boolean {
  let fewer = false;
  for (let person = 0; person < inner.length; person++) {
    if (inner[person]! > outer[person]!) return false;
    if (inner[person]! < outer[person]!) fewer = true;
  }
  return fewer;
}
