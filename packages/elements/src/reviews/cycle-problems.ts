import type { Failure } from '../internal/failure.js';
import type { cycleForm } from '../strings/en/cycle-form.js';
import { DIRECTIONS, READERS, SEVERAL, type CycleWriting } from './cycle-writing.js';

type Strings = typeof cycleForm;
/** What is wrong, by field. */
export type Problems = Partial<Record<string, string>>;

/** The days of a cycle as fields hold them. */
export interface DatesWriting {
  nominateBy: string;
  answerBy: string;
  releaseOn: string;
}

/** What is wrong with the days, by field. */
export function dateProblems({ nominateBy, answerBy, releaseOn }: DatesWriting, strings: Strings): Problems {
  return {
    ...(!nominateBy && { nominateBy: strings.dateEmpty }),
    ...(!answerBy
      ? { answerBy: strings.dateEmpty }
      : answerBy < nominateBy && { answerBy: strings.datesOrder }),
    ...(releaseOn && releaseOn < answerBy && { releaseOn: strings.datesOrder }),
  };
}

/** What must be mended before sending, by field, from top to bottom. The server looks again. */
export function problemsOf(writing: CycleWriting, strings: Strings): Problems {
  const asked = DIRECTIONS.filter((direction) => writing[`template_${direction}`]);
  const bounds = SEVERAL.filter((direction) => asked.includes(direction)).flatMap((direction) => {
    const [least, most] = [writing[`least_${direction}`], writing[`most_${direction}`]];
    const isRight = isWhole(least, 0, 30) && isWhole(most, 1, 30) && Number(least) <= Number(most);
    return isRight ? [] : [[`most_${direction}`, strings.boundsWrong] as const];
  });
  const hasReader = READERS.some((reader) => writing[`reader_${reader}`]);
  return {
    ...(!writing.name.trim() && { name: strings.nameEmpty }),
    ...(!writing.purpose.trim() && { purpose: strings.purposeEmpty }),
    ...(!writing.people.length && { people: strings.peopleEmpty }),
    ...(!asked.length && { template_self: strings.whoEmpty }),
    ...Object.fromEntries(bounds),
    ...(!isWhole(writing.k360, 3, 10) && { k360: strings.thresholdWrong }),
    ...(!isWhole(writing.kText, 5, 50) && { kText: strings.textThresholdWrong }),
    ...(!hasReader && { reader_subject: strings.visibilityEmpty }),
    ...dateProblems(writing, strings),
  };
}

/** The field that a refusal is about, as the form names it. */
export function placeOf({ fields = [], reason }: Failure): string | undefined {
  if (reason === 'person.unknown') return 'people';
  const path = fields[0]?.path.replace(/^draft\./, '');
  const [first = '', second = '', third = ''] = path?.split('.') ?? [];
  if (first === 'subjects') return 'people';
  if (first === 'templateByDirection') return `template_${second}`;
  if (first === 'amounts') return `${third === 'min' ? 'least' : 'most'}_${second}`;
  if (first === 'visibility') return `reader_${second || 'subject'}`;
  return (first === 'dates' || first === 'thresholds' ? second : first) || undefined;
}

function isWhole(value: string, from: number, to: number): boolean {
  const parsed = value.trim() ? Number(value) : NaN;
  return Number.isInteger(parsed) && parsed >= from && parsed <= to;
}
