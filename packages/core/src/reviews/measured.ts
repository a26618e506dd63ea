import { measuresOf, sourceOf, valuesOf } from '../answers/measures.js';
import type { Answers } from '../answers/question.js';
import type { ReportMeasure } from './model/report.js';
import type { Competency, TemplateItem } from './model/template.js';
import { endsOf } from './rules/template.js';

/** What is measured by these questions, and by the competencies behind them. */
export function reportMeasures(
  items: readonly TemplateItem[],
  competencies: readonly Competency[],
): ReportMeasure[] {
  const questions = items.map((item) => item.question);
  const single = measuresOf(questions).map(({ id, kind, min, max }): ReportMeasure => {
    const { questionId, partId } = sourceOf(id);
    return { id, questionId, ...(partId !== undefined && { partId }), kind, min, max };
  });
  const means = competencies.flatMap(({ id, questionIds }): ReportMeasure[] => {
    const first = questions.find((question) => question.id === questionIds[0]);
    const ends = first && endsOf(first);
    return ends ? [{ id, competencyId: id, kind: 'mean', min: ends[0], max: ends[1] }] : [];
  });
  return [...single, ...means];
}

/** A filled form as numbers by measure; a competency is the mean of its questions where all of them were judged. */
export function formValues(
  items: readonly TemplateItem[],
  competencies: readonly Competency[],
  answers: Answers,
): Record<string, number> {
  const values = valuesOf(
    items.map((item) => item.question),
    answers,
  );
  for (const { id, questionIds } of competencies) {
    const parts = questionIds.flatMap((one) => values[one] ?? []);
    if (parts.length === questionIds.length)
      values[id] = parts.reduce((sum, one) => sum + one, 0) / parts.length;
  }
  return values;
}
