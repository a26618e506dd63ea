import { isGuildhallError, operations, type Heard } from '@guildhall/core';
import { z } from 'zod';
import { OFFICERS, type AttackWorld } from './attack-world.js';

/** One thing that somebody could read. */
export interface Reading {
  actor: string;
  name: string;
  input: Record<string, unknown>;
  /** The answer as JSON; of a refusal its code and reason. */
  text: string;
}

/** The ids that a crawl tries. */
export interface Known {
  waveIds?: string[];
  surveyIds?: string[];
  cycleIds?: string[];
  groups?: string[];
  personIds?: string[];
  /** Of anything else: boards, forms, threads. */
  ids?: string[];
  /** What is looked for where something can be searched. */
  words?: string;
}

interface Field {
  enum?: string[];
  type?: string;
  default?: unknown;
}

/** Every query of the table, with what its input takes. */
export const QUERIES = Object.entries(operations).flatMap(([area, verbs]) =>
  Object.entries(verbs).flatMap(([verb, operation]) => {
    if (operation.kind !== 'query') return [];
    const shape = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' });
    // Inputs of operations are objects, whose properties are schemas.
    const fields = (shape.properties ?? {}) as Record<string, Field>;
    return [{ name: `${area}.${verb}`, fields, required: shape.required ?? [] }];
  }),
);

const WORDS = ['text', 'query', 'search', 'name'];

function valuesOf(field: string, { enum: choices, type }: Field, known: Known): unknown[] {
  const { waveIds = [], surveyIds = [], cycleIds = [], groups = [], personIds = [], ids = [] } = known;
  if (choices) return field === 'language' ? [] : choices;
  if (field === 'waveId') return waveIds;
  if (field === 'surveyId') return surveyIds;
  if (field === 'cycleId') return cycleIds;
  if (field === 'group') return groups;
  if (field === 'id') return [...waveIds, ...surveyIds, ...cycleIds, ...ids, ...personIds.slice(0, 2)];
  if (/(person|subject|manager|mentor|for|to)Id$/i.test(field)) return personIds;
  if (/Id$/.test(field)) return ids;
  if (/Ids$/.test(field) || field === 'receivers') return [[...ids, ...personIds].slice(0, 50)];
  if (field === 'limit') return [100];
  if (WORDS.includes(field)) return known.words === undefined ? [] : [known.words];
  return type === 'boolean' ? [true, false] : [];
}

/** Every input that can be made of what is known; a field that may be left out is left out, too. */
export function inputsOf({ fields, required }: (typeof QUERIES)[number], known: Known) {
  let inputs: Record<string, unknown>[] = [{}];
  for (const [field, schema] of Object.entries(fields)) {
    const values = valuesOf(field, schema, known);
    if (field === 'limit') inputs = inputs.map((input) => ({ ...input, limit: 100 }));
    else if (values.length > 0) {
      const filled = inputs.flatMap((input) => values.map((value) => ({ ...input, [field]: value })));
      inputs = required.includes(field) ? filled : [...inputs, ...filled];
    }
  }
  return inputs;
}

/** Of every role one: who answered (two who tell each other), who did not, a manager who answered, those with roles. */
export function readersOf(world: AttackWorld): string[] {
  const last = world.people.at(-1)?.id ?? '';
  return ['p0', 'p4', 'p5', last, 'chief', ...Object.keys(OFFICERS)];
}

/** Everything that these actors can read, of every query of the table. */
export async function crawl(
  world: AttackWorld,
  known: Known,
  { actors = readersOf(world), only = (_name: string): boolean => true } = {},
): Promise<Reading[]> {
  const all: Reading[] = [];
  for (const actor of actors)
    for (const query of QUERIES)
      if (only(query.name))
        for (const input of inputsOf(query, known))
          all.push({ actor, name: query.name, input, text: await textOf(world, actor, query.name, input) });
  return all;
}

export async function textOf(world: AttackWorld, actor: string, name: string, input: unknown) {
  try {
    const { output } = await world.guildhall.perform(name, input, { actor: { id: actor } });
    return JSON.stringify(output);
  } catch (error) {
    if (!isGuildhallError(error)) throw error;
    return `refused ${error.code} ${error.reason}`;
  }
}

/** A release as readers see it, put together from what all of them were answered: which groups show which measure. */
export interface Shown {
  group: string;
  measure: string;
  mean: number;
}

interface CellText {
  shown: boolean;
  mean?: number;
}

/** All figures in what was read of a wave: in reports, their files, trends and dashboards, of all readers together. */
export function shownIn(readings: readonly Reading[], waveId: string): Shown[] {
  const found = new Map<string, Shown>();
  const add = (group: string, measure: string, cell: CellText) => {
    if (cell.shown && cell.mean !== undefined)
      found.set(`${group} ${measure}`, { group, measure, mean: cell.mean });
  };
  for (const { name, input, text } of readings) {
    if (text.startsWith('refused')) continue;
    // What these operations answer is what their schemas in the table say.
    const group = String(input['group'] ?? 'all');
    const output = JSON.parse(text);
    const report =
      name === 'pulse.exportReport' && output.type !== 'text/csv' ? JSON.parse(output.text) : output;
    if (name === 'pulse.exportReport' && output.type === 'text/csv' && input['waveId'] === waveId)
      for (const mean of meansOfFile(output.text)) add(group, 'q', { shown: true, mean });
    else if (['pulse.report', 'pulse.exportReport'].includes(name) && report.waveId === waveId)
      for (const item of report.items) add(group, item.id, item.cell);
    if (name === 'pulse.dashboard' && output.waveId === waveId)
      for (const row of output.rows)
        for (const [measure, cell] of Object.entries<CellText>(row.cells)) add(row.group.id, measure, cell);
    if (name === 'pulse.trend')
      for (const point of output.points)
        if (point.waveId === waveId)
          for (const [measure, cell] of Object.entries<CellText>(point.cells)) add(group, measure, cell);
  }
  return [...found.values()];
}

/** The mean in the row of the one rating of a file, unless it is hidden. */
function meansOfFile(text: string): number[] {
  const row = text.split(/\r?\n/).find((line) => /like it here/.test(line));
  const mean = row?.split(',')[3];
  return mean === undefined || mean === '' ? [] : [Number(mean)];
}

/** All that the given actors hear while something is done. */
export async function listen(world: AttackWorld, actors: readonly string[], work: () => Promise<void>) {
  const heard: { actor: string; heard: Heard }[] = [];
  const streams = actors.map(async (actor) => {
    const stream = world.as(actor).watch();
    await stream.next();
    return { actor, stream };
  });
  const opened = await Promise.all(streams);
  const ends = opened.map(async ({ actor, stream }) => {
    for await (const one of stream) {
      heard.push({ actor, heard: one });
      if ('ids' in one && one.area === 'people') return;
    }
  });
  await work();
  // A mark that all hear ends the listening: whatever came before it was heard.
  await world.as('chief').people.updateProfile({ pronouns: `mark ${Math.random()}` });
  await Promise.all(ends);
  return heard.filter((one) => !('ids' in one.heard && one.heard.area === 'people'));
}
