import { spanAudit, type Audit } from './audit.js';
import { gaugesOf, indexPlaces, type Gauge } from './gauges.js';
import { Ledger } from './ledger.js';
import { measureCells } from './measure-cells.js';
import type { Cell, SurveyInput, SurveyRelease, TextCell, TrendCell } from './model.js';
import type { ReleaseProgress } from './options.js';
import { fixedOrder } from './order.js';
import { textsOf } from './texts.js';
import { tooClose, trendOf } from './trend.js';
import { rateOf } from './values.js';

/** The release of a survey in steps, for those who run it themselves; the audit is changed by tests alone. */
export function* surveySteps(
  input: SurveyInput,
  audit: Audit = spanAudit,
): Generator<ReleaseProgress, SurveyRelease> {
  const { groups, measures, indexes, respondents } = input;
  const members = groups.map(({ id }, place) =>
    Uint8Array.from(respondents, (one) => (place === 0 || one.groups.includes(id) ? 1 : 0)),
  );
  const order = fixedOrder(groups, members.map(count));
  const of = groups.length + measures.length + indexes.length;
  let done = 0;
  const step = (): ReleaseProgress => ({ phase: 'release', done: ++done, of });
  const gauges = gaugesOf(input);
  const ledger = ledgerOf(input, members, gauges, audit);
  const close = tooClose(input);
  /** By gauge: the groups that were accepted, in that order. */
  const accepted: number[][] = gauges.map(() => []);
  for (const group of order) {
    // Measures before indexes: where both cannot be shown, the answers to questions are.
    if (!close.has(groups[group]!.id))
      for (const [place, list] of accepted.entries())
        if (
          place < measures.length
            ? ledger.acceptMeasure(place, group)
            : ledger.acceptIndex(place - measures.length, group)
        )
          list.push(group);
    yield step();
  }
  const cells = emptyTable<Cell>(groups);
  for (const [place, gauge] of gauges.entries()) {
    const shown = measureCells(gauge, members, accepted[place]!, input.thresholds.k);
    for (const [at, { id }] of groups.entries())
      cells[id]![gauge.measure.id] = shown.get(at) ?? { shown: false };
    yield step();
  }
  const texts = surveyTexts(input, members, order, close);
  return {
    kind: 'survey',
    cells,
    texts,
    rates: ratesOf(input, members, cells, texts),
    trends: trendsOf(input, cells),
  };
}

function ledgerOf(input: SurveyInput, members: Uint8Array[], gauges: readonly Gauge[], audit: Audit): Ledger {
  return new Ledger({
    people: input.respondents.length,
    groups: members,
    answered: gauges.slice(0, input.measures.length).map(({ answered }) => answered),
    indexes: indexPlaces(input),
    k: input.thresholds.k,
    colluders: input.colluders,
    audit,
  });
}

/** A row for each group, still empty. */
function emptyTable<Entry>(groups: readonly { id: string }[]): Record<string, Record<string, Entry>> {
  return Object.fromEntries(groups.map(({ id }) => [id, {}]));
}

function count(people: Uint8Array): number {
  return people.reduce((sum, one) => sum + one, 0);
}

/** Texts of everyone and of single attributes. A group too close to one of the wave before shows none either. */
function surveyTexts(
  input: SurveyInput,
  members: readonly Uint8Array[],
  order: readonly number[],
  close: ReadonlySet<string>,
): SurveyRelease['texts'] {
  const { groups, respondents, thresholds, colluders, shuffle } = input;
  const texts = emptyTable<TextCell>(groups);
  const audiences = order.filter((place) => groups[place]!.level <= 1 && !close.has(groups[place]!.id));
  for (const [stream, question] of input.texts.entries()) {
    const shown = textsOf(question, stream, {
      respondents,
      groups: members,
      order: audiences,
      thresholds,
      colluders,
      shuffle,
    });
    for (const [place, { id }] of groups.entries()) texts[id]![question] = shown[place]!;
  }
  return texts;
}

/** Rates only of groups that show something: the rate of a hidden group would tell how few it is. */
function ratesOf(
  { groups, invited }: SurveyInput,
  members: readonly Uint8Array[],
  cells: SurveyRelease['cells'],
  texts: SurveyRelease['texts'],
): SurveyRelease['rates'] {
  return Object.fromEntries(
    groups.map(({ id }, place) => {
      const shows = [...Object.values(cells[id]!), ...Object.values(texts[id]!)].some(({ shown }) => shown);
      return [id, shows ? rateOf(count(members[place]!), invited[id]!) : { shown: false }];
    }),
  );
}

function trendsOf({ before }: SurveyInput, cells: SurveyRelease['cells']): SurveyRelease['trends'] {
  return Object.fromEntries(
    Object.entries(cells).map(([group, row]) => [
      group,
      Object.fromEntries(
        Object.entries(row).map(([measure, cell]): [string, TrendCell] => [
          measure,
          trendOf(before?.cells[group]?.[measure], cell),
        ]),
      ),
    ]),
  );
}
