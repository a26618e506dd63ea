import { spanAudit, type Audit } from './audit.js';
import { Ledger } from './ledger.js';
import type { Cell, PanelClass, PanelInput, PanelRelease, TextCell } from './model.js';
import { partition } from './partition.js';
import { bandOf } from './scale.js';
import { gaugesOf, indexPlaces, type Gauge } from './gauges.js';
import { textsOf } from './texts.js';
import { cellOf } from './values.js';

/**
 * The release of a panel: classes of k or more, cut so that what is published is closed under subtraction, for the whole
 * as for each question. All together are shown only where they are exactly the classes shown beside; and competences,
 * the indexes, come before single questions.
 */
export function panelRelease(input: PanelInput, audit: Audit = spanAudit): PanelRelease {
  const { respondents, relations, thresholds } = input;
  const answered = new Map<string, number>();
  for (const { groups } of respondents) answered.set(groups[0]!, (answered.get(groups[0]!) ?? 0) + 1);
  const classes = partition(relations, answered, thresholds.k);
  if (classes.length === 0) return { kind: 'panel', classes: [] };
  const members = classes.map((one) =>
    Uint8Array.from(respondents, ({ groups }) => (one.includes(groups[0]!) ? 1 : 0)),
  );
  // All together, at the end, when there are several.
  if (classes.length > 1) members.push(new Uint8Array(respondents.length).fill(1));
  const cells = panelCells(input, members, classes.length, audit);
  const texts = panelTexts(input, members);
  const published = members.map((people, place): PanelClass => ({
    relations: classes[place] ?? classes.flat(),
    n: bandOf(people.reduce((sum, one) => sum + one, 0)),
    cells: cells[place]!,
    texts: texts[place]!,
  }));
  const [all] = published.splice(classes.length);
  return all ? { kind: 'panel', classes: published, all } : { kind: 'panel', classes: published };
}

function panelCells(
  input: PanelInput,
  members: readonly Uint8Array[],
  classes: number,
  audit: Audit,
): Record<string, Cell>[] {
  const gauges = gaugesOf(input);
  const ledger = new Ledger({
    people: input.respondents.length,
    groups: members,
    answered: gauges.slice(0, input.measures.length).map(({ answered }) => answered),
    indexes: indexPlaces(input),
    k: input.thresholds.k,
    // Raters do not read the report, so that there is nothing beside which they could put their answers.
    colluders: 0,
    audit,
  });
  const shown = gauges.map(() => new Set<number>());
  const offer = (place: number, accept: (group: number) => boolean) => {
    const { answered } = gauges[place]!;
    for (let group = 0; group < classes; group++) if (accept(group)) shown[place]!.add(group);
    const whole = Array.from({ length: classes }, (_, group) => group).every(
      (group) => shown[place]!.has(group) || peopleIn(members[group]!, answered).length === 0,
    );
    if (members.length > classes && whole && accept(classes)) shown[place]!.add(classes);
  };
  for (let index = 0; index < input.indexes.length; index++)
    offer(input.measures.length + index, (group) => ledger.acceptIndex(index, group));
  for (let measure = 0; measure < input.measures.length; measure++)
    offer(measure, (group) => ledger.acceptMeasure(measure, group));
  return members.map((people, group) =>
    Object.fromEntries(
      gauges.map((gauge, place) => [
        gauge.measure.id,
        shown[place]!.has(group) ? shownCell(gauge, people) : { shown: false },
      ]),
    ),
  );
}

function shownCell({ measure, answered, value }: Gauge, people: Uint8Array): Cell {
  return cellOf(measure, peopleIn(people, answered).map(value));
}

function peopleIn(people: Uint8Array, answered: Uint8Array): number[] {
  return [...people.keys()].filter((person) => people[person] === 1 && answered[person] === 1);
}

/** Classes first; all together beside them only where that tells nothing of who is left over. */
function panelTexts(input: PanelInput, members: readonly Uint8Array[]): Record<string, TextCell>[] {
  const tables = members.map((): Record<string, TextCell> => ({}));
  for (const [stream, question] of input.texts.entries()) {
    const shown = textsOf(question, stream, {
      respondents: input.respondents,
      groups: members,
      order: [...members.keys()],
      thresholds: input.thresholds,
      colluders: 0,
      shuffle: input.shuffle,
    });
    for (const [place, table] of tables.entries()) table[question] = shown[place]!;
  }
  return tables;
}
