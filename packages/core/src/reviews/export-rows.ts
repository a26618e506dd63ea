import type { Answer, Question } from '../answers/question.js';
import type { Cell } from '../mentoring/csv-text.js';
import type { AttributedForm, Report, ReportCell, ReportClass } from './model/report.js';

/** The columns of an exported report. */
export const REPORT_COLUMNS = ['cycle', 'subject', 'from', 'by', 'question', 'part', 'figure', 'value'];

/** A report as rows of a table: what the reader sees on the screen, in the same words and figures. */
export function reportRows(report: Report): Cell[][] {
  const start = [report.cycle.name, report.subject.name];
  return [
    ...report.attributed.flatMap((form) => attributedRows(report, form)),
    ...report.classes.flatMap((one) => classRows(report, one, one.relations.join(' + '))),
    ...(report.all ? classRows(report, report.all, 'all') : []),
  ].map((row) => [...start, ...row]);
}

function attributedRows({ questions }: Report, { direction, by, answers }: AttributedForm): Cell[][] {
  return questions.flatMap(({ question }) => {
    const answer = answers[question.id];
    if (!answer) return [];
    const head = [direction, by?.name, question.prompt];
    return [
      ...answerCells(question, answer).map(([part, figure, value]) => [...head, part, figure, value]),
      ...('comment' in answer && answer.comment !== undefined
        ? [[...head, undefined, 'comment', answer.comment]]
        : []),
    ];
  });
}

/** What was answered, as part, figure and value. */
function answerCells(question: Question, answer: Answer): Cell[][] {
  if ('cannotJudge' in answer) return [[undefined, 'answer', 'cannot judge']];
  if ('text' in answer) return [[undefined, 'text', answer.text]];
  if ('level' in answer) return [[undefined, 'value', answer.level]];
  if ('value' in answer) return [[undefined, 'value', answer.value]];
  if ('yes' in answer) return [[undefined, 'answer', answer.yes ? 'yes' : 'no']];
  if ('choice' in answer) return [[labelOf(question, answer.choice), 'chosen', 1]];
  if ('choices' in answer) return answer.choices.map((one) => [labelOf(question, one), 'chosen', 1]);
  if ('order' in answer) return answer.order.map((one, at) => [labelOf(question, one), 'place', at + 1]);
  const numbers = 'levels' in answer ? answer.levels : answer.points;
  const figure = 'levels' in answer ? 'value' : 'points';
  return Object.entries(numbers).map(([part, value]) => [labelOf(question, part), figure, value]);
}

function classRows(report: Report, { n, cells, texts }: ReportClass, from: string): Cell[][] {
  const rows: Cell[][] = report.measures.flatMap((measure) => {
    const cell = cells[measure.id];
    if (!cell) return [];
    const question = report.questions.find((one) => one.question.id === measure.questionId)?.question;
    const competency = report.competencies.find((one) => one.id === measure.competencyId);
    const part = question && measure.partId !== undefined ? labelOf(question, measure.partId) : undefined;
    const head = [from, undefined, competency?.name ?? question?.prompt ?? measure.id, part];
    return cellRows(cell).map((row) => [...head, ...row]);
  });
  for (const { question } of report.questions) {
    const cell = texts[question.id];
    if (!cell) continue;
    const head = [from, undefined, question.prompt, undefined, 'text'];
    if (cell.shown) rows.push(...cell.texts.map(({ text }) => [...head, text]));
    else rows.push([...head, undefined]);
  }
  return [[from, undefined, undefined, undefined, 'answers', n], ...rows];
}

function cellRows(cell: ReportCell): Cell[][] {
  if (!cell.shown) return [['not shown', undefined]];
  const { n, mean, favorable, spread, bars = [] } = cell;
  return [
    ['answers', n],
    ...(mean === undefined ? [] : [['mean', mean]]),
    ...(favorable === undefined ? [] : [['favorable percent', favorable]]),
    ...(spread === undefined ? [] : [['spread', spread]]),
    ...bars.map(({ from, to, percent }) => [
      `percent of ${from === to ? from : `${from} to ${to}`}`,
      percent,
    ]),
  ];
}

function labelOf(question: Question, partId: string): string {
  const parts = 'options' in question ? question.options : 'rows' in question ? question.rows : [];
  return parts.find((one) => one.id === partId)?.label ?? partId;
}
