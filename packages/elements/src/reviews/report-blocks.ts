import type { Report, ReportMeasure, ReportQuestion } from './report-types.js';

/** What is pictured together, since it has one scale. */
export interface ReportBlock {
  id: string;
  /** `dots`: means, oneself against others. `shares`: how many chose each option. `choice`: one answer of several. */
  kind: 'dots' | 'shares' | 'choice';
  /** Competencies come first; the other blocks stand behind them. */
  competencies: boolean;
  /** What was asked, where all of the block is one question. */
  title: string;
  min: number;
  max: number;
  /** What the ends of the scale mean, where all of the block say the same. */
  low: string;
  high: string;
  rows: readonly { measure: ReportMeasure; label: string }[];
}

/** The measures of a report by what can be pictured together, in the order of the report. */
export function blocksOf(report: Report): ReportBlock[] {
  const questions = new Map(report.questions.map(({ question }) => [question.id, question]));
  const blocks = new Map<string, ReportBlock>();
  for (const measure of report.measures) {
    const question = measure.questionId === undefined ? undefined : questions.get(measure.questionId);
    const kind = kindOf(measure);
    const ofOne = question && (measure.partId !== undefined || kind !== 'dots');
    const id = [kind, ofOne ? question.id : !!measure.competencyId, measure.min, measure.max].join(' ');
    const [low, high] = scaleOf(measure, report, question);
    const block = blocks.get(id) ?? {
      ...{ id, kind, low, high, competencies: measure.competencyId !== undefined },
      ...{ title: ofOne ? question.prompt : '', min: measure.min, max: measure.max, rows: [] },
    };
    const isSame = low === block.low && high === block.high;
    const row = { measure, label: labelOf(measure, report, question) };
    blocks.set(id, { ...block, ...(!isSame && { low: '', high: '' }), rows: [...block.rows, row] });
  }
  return [...blocks.values()].sort((a, b) => Number(b.competencies) - Number(a.competencies));
}

/** The names of the answers that a `choice` measure counts, by place. */
export function optionsOf(
  question: ReportQuestion | undefined,
  yesNo: readonly [no: string, yes: string],
): readonly string[] {
  if (question?.type === 'text') return question.themes.map(({ label }) => label);
  if (question && 'options' in question) return question.options.map(({ label }) => label);
  return question?.type === 'yesNo' ? yesNo : [];
}

/** What the ends of a measure's scale mean: a competency has those of its questions, when they agree. */
function scaleOf(
  { competencyId }: ReportMeasure,
  { competencies, questions }: Report,
  question: ReportQuestion | undefined,
): readonly [low: string, high: string] {
  if (question) return endsOf(question);
  const ids = competencies.find(({ id }) => id === competencyId)?.questionIds ?? [];
  const ends = questions.flatMap((one) => (ids.includes(one.question.id) ? [endsOf(one.question)] : []));
  const [first] = ends;
  const isSame = first && ends.every(([low, high]) => low === first[0] && high === first[1]);
  return isSame ? first : ['', ''];
}

/** What the ends of a question's scale mean; empty where nothing says so. */
function endsOf(question: ReportQuestion): readonly [low: string, high: string] {
  if (question.type === 'rating') return [question.labels[0] ?? '', question.labels.at(-1) ?? ''];
  if (question.type === 'scale') return [question.lowLabel ?? '', question.highLabel ?? ''];
  if (question.type === 'rubric')
    return [question.levels[0]?.label ?? '', question.levels.at(-1)?.label ?? ''];
  return ['', ''];
}

function kindOf({ kind, min, max }: ReportMeasure): ReportBlock['kind'] {
  if (kind === 'choice') return 'choice';
  return min === 0 && max === 1 ? 'shares' : 'dots';
}

function labelOf(measure: ReportMeasure, report: Report, question: ReportQuestion | undefined): string {
  const competency = report.competencies.find(({ id }) => id === measure.competencyId);
  if (competency) return competency.name;
  const part = question && measure.partId !== undefined && partOf(question, measure.partId);
  return part || question?.prompt || measure.id;
}

function partOf(question: ReportQuestion, partId: string): string {
  const parts = question.type === 'rubric' ? question.rows : 'options' in question ? question.options : [];
  const themes = question.type === 'text' ? question.themes : [];
  return [...parts, ...themes].find(({ id }) => id === partId)?.label ?? '';
}
