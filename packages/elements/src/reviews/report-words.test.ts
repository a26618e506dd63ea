import { expect } from '@open-wc/testing';
import { formats } from '../internal/format.js';
import { reviewReport as strings } from '../strings/en/review-report.js';
import { blocksOf } from './report-blocks.js';
import { rowOf, sentenceOf, seriesOf, sharesOf, type ReportView } from './report-series.js';
import type { Report, ReportClass, ReportQuestion } from './report-types.js';
import { className, spreadWords } from './release-words.js';
import { answerWords } from './report-words.js';

const rating: ReportQuestion = {
  ...{ id: 'q', type: 'rating', prompt: 'Listens', required: true, comment: false, reversed: false },
  labels: ['never', 'seldom', 'sometimes', 'often', 'always'],
};
const choice: ReportQuestion = {
  ...{ id: 'c', type: 'choice', prompt: 'What next?', required: true, comment: false },
  options: [
    { id: 'a', label: 'Lead' },
    { id: 'b', label: 'Stay' },
    { id: 'd', label: 'Move' },
  ],
};
const hidden = { shown: false } as const;
const peers: ReportClass = {
  relations: ['peer'],
  n: '10-19',
  cells: {
    q: { shown: true, n: '10-19', mean: 2.4, spread: 1.5, favorable: 35 },
    c: {
      ...{ shown: true, n: '10-19' },
      bars: [
        { from: 0, to: 0, percent: 70 },
        { from: 1, to: 2, percent: 30 },
      ],
    },
  },
  texts: {},
};
const report: Report = {
  ...{ cycle: { id: 'x', name: 'X' }, subject: { id: 'ben', name: 'Ben' }, as: 'subject', state: 'released' },
  ...{ releasedAt: '2026-01-01T00:00:00.000Z', mode: 'confidential', k: 3, kText: 5, hash: '' },
  questions: [
    { question: rating, directions: ['peer'] },
    { question: choice, directions: ['peer'] },
  ],
  competencies: [],
  measures: [
    { id: 'q', questionId: 'q', kind: 'mean', min: 1, max: 5 },
    { id: 'c', questionId: 'c', kind: 'choice', min: 0, max: 2 },
  ],
  attributed: [
    { direction: 'self', answers: {}, values: { q: 4 }, calibrated: [] },
    {
      direction: 'manager',
      by: { id: 'chidi', name: 'Chidi' },
      answers: {},
      values: { q: 3 },
      calibrated: ['q'],
    },
  ],
  ...{ classes: [peers], gaps: [], contests: [] },
  may: { acknowledge: true, contest: true, answerContest: false, export: true, grow: true },
};
const { number, list } = formats('en');
const view: ReportView = {
  ...{ report, own: true, chosen: peers, strings, number },
  percent: (value) => `${value * 100} %`,
};

describe('report words', () => {
  it('name classes by their relation, and several small ones as colleagues', () => {
    expect(className({ relations: ['upward'], n: '3-4' }, strings)).to.equal('direct reports (3–4)');
    expect(className({ relations: ['peer', 'upward'], n: '5-9' }, strings)).to.equal('colleagues (5–9)');
  });

  it('say how far answers lie apart in words, from ten on by a deviation, and else nothing', () => {
    expect(spreadWords('farApart', strings, number)).to.equal('Answers are far apart.');
    expect(spreadWords(1.5, strings, number)).to.equal('Answers differ by about 1.5.');
    expect(spreadWords(undefined, strings, number)).to.equal('');
  });

  it('picture what has one scale together, with what its ends mean', () => {
    const [dots, shares] = blocksOf(report);
    expect(dots).to.deep.include({ kind: 'dots', min: 1, max: 5, low: 'never', high: 'always', title: '' });
    expect(shares).to.deep.include({ kind: 'choice', title: 'What next?' });
  });

  it('put oneself, the class and the manager beside each other, and say where they part', () => {
    const [dots] = blocksOf(report);
    const rows = (dots?.rows ?? []).map((row) => rowOf(row, view));
    expect(seriesOf(view).map(({ name, look }) => [name, look])).to.deep.equal([
      ['you', 'self'],
      ['peers (10–19)', 'first'],
      ['Chidi (manager)', 'second'],
    ]);
    expect(rows[0]?.values).to.deep.equal({ 'form 0': 4, 'form 1': 3, class: 2.4 });
    expect(rows[0]?.note).to.contain('35 % favorable.').and.to.contain('changed in calibration');
    expect(dots && sentenceOf(dots, rows, view)).to.contain('others rate “Listens” lower than you do');
  });

  it('say of what is not shown the same, whatever is missing', () => {
    const [dots, shares] = blocksOf(report);
    const none: ReportView = { ...view, chosen: { ...peers, cells: { q: hidden, c: hidden } } };
    const empty: ReportView = { ...view, chosen: { ...peers, cells: {} } };
    const notes = [none, empty].map((one) => dots?.rows.map((row) => rowOf(row, one)));
    expect(notes[0]).to.deep.equal(notes[1]);
    expect(notes[0]?.[0]?.note).to.contain('Not shown.');
    expect(shares && sharesOf(shares, none)).to.deep.equal([]);
  });

  it('name the bars of a choice, those that were made one together', () => {
    const [, shares] = blocksOf(report);
    expect(shares && sharesOf(shares, view)).to.deep.equal([
      { name: 'Lead', percent: 70 },
      { name: 'Stay to Move', percent: 30 },
    ]);
  });

  it('say answers with a name in words', () => {
    expect(answerWords({ choice: 'b' }, choice, strings, list)).to.equal('Stay');
    expect(answerWords({ cannotJudge: true }, choice, strings, list)).to.equal('cannot judge');
    expect(answerWords(undefined, choice, strings, list)).to.equal('');
  });
});
