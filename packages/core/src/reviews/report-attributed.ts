import type { Answers } from '../answers/question.js';
import type { QueryContext } from '../operation.js';
import type { PersonRef } from '../people/model.js';
import { refsOf } from '../people/read.js';
import { canonicalJson } from '../wire.js';
import { formValues } from './measured.js';
import { responses, type ResponseRecord } from './model/form.js';
import { DIRECTIONS, type Reader } from './model/kinds.js';
import type { AttributedForm } from './model/report.js';
import type { Competency } from './model/template.js';
import type { Readable } from './report-access.js';
import { maySeeGiver, type AskedItem } from './rules/report-forms.js';

/** More than anybody is answered about with names. */
const MANY = 200;

/**
 * The forms with names on them, as far as a reader reads them: own, manager's, then the others. Where the reader may
 * read an answer but not who gave it, it stands apart without the name, ordered by what it says.
 */
export async function attributedForms(
  { tx }: Pick<QueryContext, 'tx'>,
  { cycle, subject, as }: Readable,
  items: readonly AskedItem[],
  competencies: readonly Competency[],
): Promise<AttributedForm[]> {
  const where = { cycleId: cycle.id, subjectId: subject.subjectId };
  const found = (await tx.find(responses, { where, order: '+id', limit: MANY })).items;
  const refs = await refsOf(
    tx,
    found.map((one) => one.reviewerId),
  );
  const parts = found.flatMap((record) => partsOf(record, items, as, refs.get(record.reviewerId)));
  const forms = parts.map(({ record, by, answers }): AttributedForm => ({
    direction: record.direction,
    ...(by && { by }),
    answers,
    values: formValues(items, competencies, answers),
    calibrated: [...new Set(record.changes.map((one) => one.questionId))].filter((id) => id in answers),
  }));
  return forms.sort(
    (a, b) =>
      DIRECTIONS.indexOf(a.direction) - DIRECTIONS.indexOf(b.direction) ||
      Number(a.by === undefined) - Number(b.by === undefined) ||
      compare(a.by?.name ?? canonicalJson(a.answers), b.by?.name ?? canonicalJson(b.answers)),
  );
}

interface FormPart {
  record: ResponseRecord;
  by?: PersonRef | undefined;
  answers: Answers;
}

function partsOf(
  record: ResponseRecord,
  items: readonly AskedItem[],
  as: Reader,
  by: PersonRef | undefined,
): FormPart[] {
  const own = record.direction === 'self';
  const withName = pick(
    record,
    items.filter((item) => own || maySeeGiver(item, as)),
  );
  const without = pick(
    record,
    items.filter((item) => !own && !maySeeGiver(item, as)),
  );
  return [
    ...(Object.keys(withName).length > 0 ? [{ record, by, answers: withName }] : []),
    ...(Object.keys(without).length > 0 ? [{ record, answers: without }] : []),
  ];
}

function pick({ answers }: ResponseRecord, items: readonly AskedItem[]): Answers {
  return Object.fromEntries(
    items.flatMap(({ question }) => {
      const answer = answers[question.id];
      return answer ? [[question.id, answer]] : [];
    }),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
