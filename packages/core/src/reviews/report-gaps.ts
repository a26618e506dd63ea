import type { Direction } from './model/kinds.js';
import type { AttributedForm, Gap, ReportClass, ReportMeasure } from './model/report.js';
import type { Competency } from './model/template.js';
import { hintOf, tenths } from './rules/gaps.js';
import type { AskedItem } from './rules/report-forms.js';

/** What gaps are found in. */
export interface GapSource {
  items: readonly AskedItem[];
  competencies: readonly Competency[];
  measures: readonly ReportMeasure[];
  attributed: readonly AttributedForm[];
  classes: readonly ReportClass[];
  all?: ReportClass | undefined;
}

/**
 * How the subject and the others see the competencies, and the skills that no competency is about: those first in
 * which the subject sees the most more than the others. Only where both said something that is shown.
 */
export function gapsOf(source: GapSource): Gap[] {
  const self = source.attributed.find((one) => one.direction === 'self');
  if (!self) return [];
  const gaps = source.measures.flatMap((measure): Gap[] => {
    const about = aboutOf(source, measure);
    const own = self.values[measure.id];
    const others = othersOf(source, measure.id);
    if (!about || own === undefined || others === undefined) return [];
    const { min, max } = measure;
    return [
      {
        ...about,
        ...{ measureId: measure.id, min, max, others },
        self: tenths(own),
        difference: tenths(others - own),
        hint: hintOf({ min, max }, own, others),
      },
    ];
  });
  return gaps.sort((a, b) => a.difference - b.difference || (a.label < b.label ? -1 : 1));
}

/** What a measure is called, where it is one of which a gap says something. */
function aboutOf(
  { items, competencies }: GapSource,
  { kind, competencyId, questionId, partId }: ReportMeasure,
): Pick<Gap, 'label' | 'skill'> | undefined {
  if (kind !== 'mean' || partId !== undefined) return undefined;
  const competency = competencies.find((one) => one.id === competencyId);
  if (competency) {
    const { name, skill } = competency;
    return { label: name, ...(skill !== undefined && { skill }) };
  }
  const question = items.find((item) => item.question.id === questionId)?.question;
  if (question?.skill === undefined) return undefined;
  const covered = competencies.some((one) => one.skill === question.skill);
  return covered ? undefined : { label: question.prompt, skill: question.skill };
}

/** How the others see it: all of them, or the first shown class, or in a named cycle the mean of their answers. */
function othersOf({ all, classes, attributed }: GapSource, measureId: string): number | undefined {
  for (const one of [...(all ? [all] : []), ...classes]) {
    const cell = one.cells[measureId];
    if (cell?.shown && cell.mean !== undefined) return cell.mean;
  }
  const nominated: readonly Direction[] = ['peer', 'upward', 'external'];
  const values = attributed
    .filter((one) => nominated.includes(one.direction))
    .flatMap((one) => one.values[measureId] ?? []);
  if (values.length === 0) return undefined;
  return tenths(values.reduce((sum, one) => sum + one, 0) / values.length);
}
