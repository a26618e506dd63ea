import type { DotRow, DotSeries } from '../charts/dot-range.js';
import type { ShareBar } from '../charts/share-bars.js';
import type { reviewReport } from '../strings/en/review-report.js';
import { optionsOf, type ReportBlock } from './report-blocks.js';
import { bandWords, className, spreadWords } from './release-words.js';
import type { AttributedForm, Report, ReportClass } from './report-types.js';

/** A report as somebody looks at it. */
export interface ReportView {
  report: Report;
  /** The one who looks is its subject. */
  own: boolean;
  /** The class that the subject is compared with; undefined where none is shown. */
  chosen: ReportClass | undefined;
  strings: typeof reviewReport;
  number: (value: number) => string;
  percent: (value: number) => string;
}

/** A difference from which on two views are not called alike: half a step of a scale from 1 to 5, in proportion on others. */
const APART = 0.5 / 4;

/** All classes that can be compared with: all together first, where that may be shown. */
export function classesOf({ all, classes }: Report): readonly ReportClass[] {
  return all ? [all, ...classes] : classes;
}

/** What tells a class from the others of its report. */
export function keyOf({ relations }: ReportClass): string {
  return relations.join(' ');
}

/** What a class of the report is called. */
export function classNameIn(report: Report, one: ReportClass, strings: typeof reviewReport): string {
  return one === report.all ? strings.classOf(strings.everyone, bandWords(one.n)) : className(one, strings);
}

/** What the writer of a form with a name is called. */
export function formName({ direction, by }: AttributedForm, { report, own, strings }: ReportView): string {
  if (direction === 'self') return own ? strings.you : strings.themself(report.subject.name);
  if (!by) return strings.relations[direction] ?? direction;
  return direction === 'manager' ? strings.manager(by.name) : by.name;
}

/** Who is compared: oneself, the class that was chosen, the manager; in a named cycle everyone else, too. */
export function seriesOf(view: ReportView): DotSeries[] {
  const { report, chosen, strings } = view;
  const manager = report.attributed.findIndex(({ direction }) => direction === 'manager');
  const forms = report.attributed.map((form, index): DotSeries => {
    const look = form.direction === 'self' ? 'self' : index === manager ? 'second' : 'context';
    return { id: `form ${index}`, name: formName(form, view), look };
  });
  const others: DotSeries[] = chosen
    ? [{ id: 'class', name: classNameIn(report, chosen, strings), look: 'first' }]
    : [];
  const isSelf = ({ look }: DotSeries) => look === 'self';
  return [...forms.filter(isSelf), ...others, ...forms.filter((one) => !isSelf(one))];
}

/** A measure with all that is known of it, and in words what is not shown, how far answers lie apart, and what was changed. */
export function rowOf({ measure, label }: ReportBlock['rows'][number], view: ReportView): DotRow {
  const { report, chosen, strings, number, percent } = view;
  const cell = chosen?.cells[measure.id];
  const shown = cell?.shown ? cell : undefined;
  const forms = report.attributed.map(
    ({ values }, index) => [`form ${index}`, inTenths(values[measure.id])] as const,
  );
  const { questionId } = measure;
  const isChanged =
    questionId !== undefined && report.attributed.some(({ calibrated }) => calibrated.includes(questionId));
  const notes = [
    shown ? spreadWords(shown.spread, strings, number) : chosen ? strings.hiddenHere : '',
    shown?.favorable === undefined ? '' : strings.favorable(percent(shown.favorable / 100)),
    isChanged ? strings.calibrated : '',
  ];
  return {
    id: measure.id,
    name: label,
    values: { ...Object.fromEntries(forms), class: shown?.mean },
    note: notes.filter(Boolean).join(' '),
  };
}

/** Where the subject and the class are farthest apart, in a sentence; empty without two views. */
export function sentenceOf(block: ReportBlock, rows: readonly DotRow[], view: ReportView): string {
  const { strings, own, report } = view;
  const { name } = report.subject;
  const self = `form ${report.attributed.findIndex(({ direction }) => direction === 'self')}`;
  const gaps = rows.flatMap((row) => {
    const [one, others] = [row.values[self], row.values.class];
    return one === undefined || others === undefined ? [] : [{ row, gap: others - one }];
  });
  const [widest] = gaps.sort((a, b) => Math.abs(b.gap) - Math.abs(a.gap));
  if (!widest) return '';
  if (Math.abs(widest.gap) < APART * (block.max - block.min)) {
    return own ? strings.closeAll : strings.closeAllThem(name);
  }
  const what = widest.row.name;
  if (own) return widest.gap < 0 ? strings.biggestBelow(what) : strings.biggestAbove(what);
  return widest.gap < 0 ? strings.biggestBelowThem(what, name) : strings.biggestAboveThem(what, name);
}

/** The answers of the chosen class to a question with options, as shares; none where they are not shown. */
export function sharesOf(block: ReportBlock, { report, chosen, strings, number }: ReportView): ShareBar[] {
  const cells = chosen?.cells ?? {};
  if (block.kind === 'shares') {
    return block.rows.flatMap(({ measure, label }) => {
      const cell = cells[measure.id];
      return cell?.shown && cell.mean !== undefined ? [{ name: label, percent: cell.mean * 100 }] : [];
    });
  }
  const [row] = block.rows;
  const cell = row && cells[row.measure.id];
  const asked = report.questions.find(({ question: { id } }) => id === row?.measure.questionId);
  const names = optionsOf(asked?.question, [strings.no, strings.yes]);
  const nameOf = (place: number) => names[place] ?? number(place);
  return (cell?.shown ? (cell.bars ?? []) : []).map(({ from, to, percent }) => ({
    name: from === to ? nameOf(from) : strings.range(nameOf(from), nameOf(to)),
    percent,
  }));
}

/** As fine as the figures beside it. */
function inTenths(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.round(value * 10) / 10;
}
