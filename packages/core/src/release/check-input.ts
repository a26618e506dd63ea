import type { Index, Measure, ReleaseInput, Respondent, SurveyInput, Thresholds } from './model.js';

/** The lowest that the rules of trust allow, and for k the highest. */
const SURVEY_K = { from: 4, to: 20 };
const PANEL_K = { from: 3, to: 10 };
const MOST = 1_000_000;

/** Throws a `TypeError` or a `RangeError` that names what is wrong, unless the input is well formed. */
export function checkInput(input: ReleaseInput): void {
  checkObject('input', input);
  if (input.kind !== 'survey' && input.kind !== 'panel')
    throw new RangeError(`kind must be survey or panel, not ${String((input as { kind: unknown }).kind)}`); // Unchecked JSON.
  checkThresholds(input.thresholds, input.kind === 'survey' ? SURVEY_K : PANEL_K);
  if (typeof input.shuffle !== 'string' || !/^[0-9a-f]{32}$/.test(input.shuffle))
    throw new RangeError('shuffle must be 128 bits as 32 digits in hex');
  checkIds('texts', input.texts);
  checkMeasures(input.measures);
  checkIndexes(input.indexes, input.measures);
  const groups = input.kind === 'survey' ? checkSurvey(input) : checkIds('relations', input.relations);
  checkRespondents(input, groups);
  if (input.kind === 'survey') checkInvited(input);
}

function checkThresholds(thresholds: Thresholds, k: { from: number; to: number }): void {
  checkObject('thresholds', thresholds);
  checkWhole('thresholds.k', thresholds.k, k.from, k.to);
  checkWhole('thresholds.kText', thresholds.kText, 5, MOST);
  checkWhole('thresholds.writers', thresholds.writers, 3, MOST);
}

function checkMeasures(measures: readonly Measure[]): void {
  checkIds(
    'measures',
    checkArray('measures', measures).map(({ id }) => id),
  );
  for (const [at, { kind, min, max, favorable, whole }] of measures.entries()) {
    const name = `measures[${at}]`;
    if (kind !== 'mean' && kind !== 'choice') throw new RangeError(`${name}.kind must be mean or choice`);
    checkNumber(`${name}.min`, min, -MOST, MOST);
    checkNumber(`${name}.max`, max, -MOST, MOST);
    if (max <= min) throw new RangeError(`${name}.max must be greater than min, ${min}, not ${max}`);
    if (kind === 'choice' && min !== 0) throw new RangeError(`${name}.min must be 0 for a choice`);
    if (kind === 'choice' || whole === true) {
      checkWhole(`${name}.min`, min, -MOST, MOST);
      checkWhole(`${name}.max`, max, -MOST, MOST);
    }
    if (favorable !== undefined) checkNumber(`${name}.favorable`, favorable, min, max);
  }
}

function checkIndexes(indexes: readonly Index[], measures: readonly Measure[]): void {
  checkIds(
    'indexes',
    checkArray('indexes', indexes).map(({ id }) => id),
  );
  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  for (const [at, { id, measures: parts }] of indexes.entries()) {
    if (byId.has(id)) throw new RangeError(`indexes[${at}].id must not be that of a measure, ${id}`);
    const name = `indexes[${at}].measures`;
    checkIds(name, parts);
    if (parts.length < 3) throw new RangeError(`${name} must be three at least`);
    const first = byId.get(parts[0]!);
    for (const [place, part] of parts.entries()) {
      const measure = byId.get(part);
      if (!measure || measure.kind !== 'mean')
        throw new RangeError(`${name}[${place}] must be a measure with means, not ${part}`);
      if (measure.min !== first?.min || measure.max !== first.max)
        throw new RangeError(`${name}[${place}] must have the scale of the others`);
    }
  }
}

/** The groups that respondents can count in. */
function checkSurvey({ groups, colluders, before }: SurveyInput): Set<string> {
  checkWhole('colluders', colluders, 0, 2);
  const ids = checkIds(
    'groups',
    checkArray('groups', groups).map(({ id }) => id),
  );
  if (groups[0]?.id !== 'all') throw new RangeError('groups[0] must be all');
  for (const [at, { level, name }] of groups.entries()) {
    const low = at === 0 ? 0 : 1;
    checkWhole(`groups[${at}].level`, level, low, at === 0 ? 0 : 3);
    if (typeof name !== 'string') throw new TypeError(`groups[${at}].name must be a text`);
  }
  if (before !== undefined) {
    checkObject('before', before);
    for (const part of ['participants', 'now', 'cells'] as const) checkObject(`before.${part}`, before[part]);
    for (const part of ['participants', 'now'] as const)
      for (const [group, people] of Object.entries(before[part]))
        checkArray(`before.${part}.${group}`, people);
  }
  ids.delete('all');
  return ids;
}

function checkInvited({ groups, invited, respondents }: SurveyInput): void {
  checkObject('invited', invited);
  for (const { id } of groups) {
    const answered = respondents.filter((one) => id === 'all' || one.groups.includes(id)).length;
    checkWhole(`invited.${id}`, invited[id], answered, MOST);
  }
}

function checkRespondents(input: ReleaseInput, groups: ReadonlySet<string>): void {
  const measures = new Map(input.measures.map((measure) => [measure.id, measure]));
  const texts = new Set(input.texts);
  for (const [at, respondent] of checkArray('respondents', input.respondents).entries()) {
    const name = `respondents[${at}]`;
    checkObject(name, respondent);
    checkIds(`${name}.groups`, respondent.groups);
    for (const group of respondent.groups)
      if (!groups.has(group))
        throw new RangeError(`${name}.groups must be of the plan, which ${group} is not`);
    if (input.kind === 'panel' && respondent.groups.length !== 1)
      throw new RangeError(`${name}.groups must be exactly one relation`);
    checkValues(name, respondent, measures);
    checkTexts(name, respondent, texts);
  }
}

function checkValues(name: string, { values }: Respondent, measures: ReadonlyMap<string, Measure>): void {
  checkObject(`${name}.values`, values);
  for (const [id, value] of Object.entries(values)) {
    const measure = measures.get(id);
    if (!measure) throw new RangeError(`${name}.values must be of measures, which ${id} is not`);
    checkNumber(`${name}.values.${id}`, value, measure.min, measure.max);
    if (measure.kind === 'choice' || measure.whole === true)
      checkWhole(`${name}.values.${id}`, value, measure.min, measure.max);
  }
}

function checkTexts(name: string, { texts }: Respondent, questions: ReadonlySet<string>): void {
  checkObject(`${name}.texts`, texts);
  for (const [id, written] of Object.entries(texts)) {
    if (!questions.has(id))
      throw new RangeError(`${name}.texts must be of questions with texts, which ${id} is not`);
    checkObject(`${name}.texts.${id}`, written);
    if (typeof written.text !== 'string') throw new TypeError(`${name}.texts.${id}.text must be a text`);
  }
}

function checkObject(name: string, value: unknown): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new TypeError(
      `${name} must be an object, not ${Array.isArray(value) ? 'an array' : String(value)}`,
    );
}

function checkArray<Entry>(name: string, value: readonly Entry[]): readonly Entry[] {
  if (!Array.isArray(value)) throw new TypeError(`${name} must be an array`);
  return value;
}

/** Texts, none twice. */
function checkIds(name: string, ids: readonly string[]): Set<string> {
  const seen = new Set<string>();
  for (const [at, id] of checkArray(name, ids).entries()) {
    if (typeof id !== 'string') throw new TypeError(`${name}[${at}] must be an id`);
    if (id === '__proto__') throw new RangeError(`${name}[${at}] must not be __proto__`);
    if (seen.has(id)) throw new RangeError(`${name}[${at}] must not be there twice: ${id}`);
    seen.add(id);
  }
  return seen;
}

function checkNumber(name: string, value: unknown, from: number, to: number): void {
  if (typeof value !== 'number') throw new TypeError(`${name} must be a number, not ${typeof value}`);
  if (!(value >= from && value <= to))
    throw new RangeError(`${name} must be from ${from} to ${to}, not ${value}`);
}

function checkWhole(name: string, value: unknown, from: number, to: number): void {
  checkNumber(name, value, from, to);
  if (!Number.isInteger(value)) throw new RangeError(`${name} must be a whole number, not ${String(value)}`);
}
