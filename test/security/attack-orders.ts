import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { idsFrom } from './attack-changes.js';
import { kendall } from './attack-algebra.js';
import { crawl, textOf } from './attack-crawl.js';
import {
  answersOf,
  openSurvey,
  openWorld,
  organization,
  randomFrom,
  receiptOf,
  releaseWave,
  SEED,
  shuffled,
  thresholdOnly,
  type AttackWorld,
  type Making,
} from './attack-world.js';

/** How many people answer. */
export const SIZE = 12;
const keyOf = (id: string, question: string) => receiptOf(`${id}${question}`);
const hashOf = (key: string) => createHash('sha256').update(key).digest('hex');
const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);

/** One released wave: the writers as they follow each other, wherever lists of their words are read. */
export interface Order {
  /** The people in the order in which they answered. */
  turns: string[];
  /** By question. */
  words: Record<string, string[]>;
  file: string[];
  threads: string[];
  /** The threads again, in pages of five. */
  paged: string[];
  /** Writers by the ids of their threads. */
  byId: string[];
  /** Thread ids by writer and question. */
  idOf: Map<string, string>;
  report: string;
}

/** Opens a world of those twelve. */
export async function openOrders(making: Making = {}): Promise<AttackWorld> {
  const people = organization(SEED, SIZE);
  return openWorld(SEED, { newId: idsFrom(SEED), people, ...making });
}

/** Twelve people answer in an order by chance and leave a door open; some answer twice or take back. */
export async function answeredIn(
  world: AttackWorld,
  seed: number,
  { keys = `${seed}`.slice(-2), mode = 'sealed' as 'sealed' | 'confidential' } = {},
): Promise<Order> {
  const random = randomFrom(seed);
  const { waveId } = await openSurvey(world, { title: `Survey ${seed}`, mode });
  const turns = shuffled(SIZE, random).map((at) => `p${at}`);
  for (const id of turns) {
    const { pulse } = world.as(id);
    const receipt = receiptOf(id);
    const answers = answersOf(id, 3);
    for (const question of ['t', 'u']) {
      const answer = answers[question];
      if (answer && 'text' in answer)
        answer.threadHash = hashOf(keyOf(id, keys === '' ? '' : `${question}${keys}`));
    }
    await pulse.answer({ waveId, answers, receipt });
    if (random() < 0.3) await pulse.answer({ waveId, answers, receipt });
    if (random() < 0.2) {
      await pulse.takeBack({ waveId, receipt });
      await pulse.answer({ waveId, answers, receipt });
    }
  }
  await releaseWave(world, waveId);
  const { pulse } = world.as('femi');
  const report = await pulse.report({ waveId });
  const words: Order['words'] = {};
  const idOf = new Map<string, string>();
  for (const { questionId, cell } of report.words) {
    assert.ok(cell.shown, 'the words are shown');
    words[questionId] = cell.texts.map(({ text }) => writerOf(text));
    for (const { text, threadId } of cell.texts)
      if (threadId !== undefined) idOf.set(`${writerOf(text)} ${questionId}`, threadId);
  }
  const { text } = await pulse.exportReport({ waveId });
  const { items } = await pulse.threads({ waveId, limit: 100 });
  const first = items.filter(({ questionId }) => questionId === 't');
  const byId = [...first].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    turns,
    words,
    file: [...text.matchAll(/said-t-by-(p\d+)-/g)].map((match) => match[1] ?? ''),
    threads: first.map((thread) => writerOf(thread.text)),
    paged: await inPages(world, waveId),
    byId: byId.map((thread) => writerOf(thread.text)),
    idOf,
    report: JSON.stringify(report.words),
  };
}

async function inPages(world: AttackWorld, waveId: string): Promise<string[]> {
  const writers: string[] = [];
  let after: string | undefined;
  do {
    const page = await world
      .as('femi')
      .pulse.threads({ waveId, limit: 5, ...(after !== undefined && { after }) });
    for (const { questionId, text } of page.items) if (questionId === 't') writers.push(writerOf(text));
    after = page.next;
  } while (after !== undefined);
  return writers;
}

const writerOf = (text: string) => /by-(p\d+)-/.exec(text)?.[1] ?? '';
const roster = (id: string) => Number(id.slice(1));

/** Kendall’s τ of a list of writers against their places in another. */
export const against = (list: readonly string[], other: readonly string[]) =>
  kendall(list.map((id) => other.indexOf(id)));

/** The waves of the seeded world, made once. */
let made: Promise<Order[]> | undefined;
const orders = (): Promise<Order[]> => (made ??= manyOrders(80));

async function manyOrders(
  waves: number,
  making: Making = {},
  mode: 'sealed' | 'confidential' = 'sealed',
): Promise<Order[]> {
  const world = await openOrders(making);
  const all: Order[] = [];
  for (let at = 0; at < waves; at++) all.push(await answeredIn(world, SEED + at, { mode }));
  await world.close();
  return all;
}

function mean(all: readonly Order[], of: (one: Order) => number): number {
  return sum(all.map(of)) / all.length;
}

async function order(): Promise<void> {
  const all = await orders();
  for (const { words, file, threads, paged } of all)
    for (const list of [words['t'], words['u'], file, threads, paged]) assert.equal(list?.length, SIZE);
  const lists: Record<string, (one: Order) => readonly string[]> = {
    words: ({ words }) => words['t'] ?? [],
    'second words': ({ words }) => words['u'] ?? [],
    file: (one) => one.file,
    threads: (one) => one.threads,
    'threads in pages': (one) => one.paged,
  };
  for (const [name, list] of Object.entries(lists)) {
    const byTurn = mean(all, (one) => against(list(one), one.turns));
    const byRoster = mean(all, (one) => kendall(list(one).map(roster)));
    assert.ok(Math.abs(byTurn) < 0.1, `${name} against the turns: ${byTurn}`);
    assert.ok(Math.abs(byRoster) < 0.1, `${name} against the roster: ${byRoster}`);
  }
  // The control: texts that are shown as they were read, in the order of the seats.
  const won = await manyOrders(3, { compute: thresholdOnly(5) }, 'confidential');
  const tau = mean(won, (one) => Math.abs(kendall((one.words['t'] ?? []).map(roster))));
  assert.ok(tau > 0.5, `the control is won: ${tau}`);
}

/** The τ between ideas by id, as the board lists them, and the order in which they were written. */
async function boards(count: number, making: Making = {}): Promise<number> {
  const world = await openOrders(making);
  const taus: number[] = [];
  for (let at = 0; at < count; at++) {
    const { pulse } = world.as('femi');
    const audience = { kind: 'everyone' as const };
    const { id: boardId } = await pulse.openBoard({ title: `Board ${at}`, question: 'What?', audience });
    const turns = shuffled(SIZE, randomFrom(SEED + at)).map((one) => `p${one}`);
    for (const id of turns)
      await world.as(id).pulse.post({ boardId, text: `said-b-by-${id}-`, key: keyOf(id, `${at}`) });
    const { ideas } = await pulse.startGrouping({ id: boardId });
    assert.equal(ideas.length, SIZE);
    const sorted = [...ideas].sort((a, b) => (a.id < b.id ? -1 : 1));
    taus.push(
      against(
        sorted.map(({ text }) => writerOf(text)),
        turns,
      ),
    );
    taus.push(
      against(
        ideas.map(({ text }) => writerOf(text)),
        turns,
      ),
    );
  }
  await world.close();
  return sum(taus) / taus.length;
}

async function id(): Promise<void> {
  const all = await orders();
  const threads = mean(all, (one) => against(one.byId, one.turns));
  assert.ok(Math.abs(threads) < 0.1, `ids of threads: ${threads}`);
  const ideas = await boards(40);
  assert.ok(Math.abs(ideas) < 0.1, `ids of ideas: ${ideas}`);
  let made = 0;
  const control = await boards(3, { newId: () => (++made).toString(16).padStart(32, '0') });
  assert.ok(Math.abs(control) > 0.5, `the control is won: ${control}`);
}

async function linkQuestions(): Promise<void> {
  const all = await orders();
  // The place in one list says nothing of the place in another, of the same wave or the next.
  const within = mean(all, ({ words }) => against(words['t'] ?? [], words['u'] ?? []));
  const next = all.slice(1).map(({ words }, at) => against(words['t'] ?? [], all[at]?.words['t'] ?? []));
  assert.ok(Math.abs(within) < 0.1, `across questions: ${within}`);
  assert.ok(Math.abs(sum(next) / next.length) < 0.1, `across waves: ${sum(next) / next.length}`);
  // The control: lists of one order are linked by it.
  assert.equal(against(all[0]?.turns ?? [], all[0]?.turns ?? []), 1);
  const ids = all.flatMap(({ idOf }) => [...idOf.values()]);
  assert.equal(ids.length, all.length * SIZE * 2);
  assert.equal(new Set(ids).size, ids.length, 'no id occurs twice, for whatever question or wave');
  // Nothing else stands beside a text: no pseudonym, no hash of a key that a writer uses again.
  for (const { report } of all) {
    for (const { cell } of JSON.parse(report))
      for (const text of cell.texts) assert.deepEqual(Object.keys(text).sort(), ['text', 'threadId']);
    assert.ok(!/[0-9a-f]{64}/.test(report));
  }
  // Whoever uses one key for everything is not linked by it either: its thread stands beside one text.
  const world = await openOrders();
  const used = [await answeredIn(world, SEED, { keys: '' }), await answeredIn(world, SEED + 1, { keys: '' })];
  const shared = used.flatMap(({ report }) =>
    [...report.matchAll(/"threadId":"(\w+)"/g)].map(([, id]) => id),
  );
  assert.equal(shared.length, SIZE);
  assert.equal(new Set(shared).size, SIZE);
  await world.close();
}

const MARKS = /edited|updated|created|changed|submitted|answeredAt|writtenAt|version|receipt/i;

async function editedFlag(): Promise<void> {
  const world = await openOrders();
  const one = await answeredIn(world, SEED);
  const waves = (await world.as('femi').pulse.surveys({ limit: 1 })).items;
  const waveIds = waves.flatMap(({ releasedWaveId }) => releasedWaveId ?? []);
  assert.equal(waveIds.length, 1);
  // Some of them edited, took back, and answered anew: all texts have the same form.
  const only = (name: string) => /^pulse\.(report|exportReport|threads|dashboard|trend|wave)$/.test(name);
  const readings = await crawl(world, { waveIds, groups: ['all'] }, { only });
  const withWords = readings.filter(({ text }) => text.includes('said-'));
  assert.ok(withWords.length > 3);
  for (const { name, text } of withWords) {
    const keys = [...text.matchAll(/"(\w+)":/g)].map((match) => match[1] ?? '');
    assert.deepEqual(
      keys.filter((key) => MARKS.test(key)),
      [],
      name,
    );
    assert.ok(!/T\d\d:\d\d/.test(text), `${name} has a time`);
  }
  assert.equal(new Set(one.words['t']).size, SIZE, 'each once, however often it was sent');
  // The control: kudos carry when they were given and edited, and the same look finds it.
  const { id } = await world.as('p1').recognition.give({ receivers: ['p2'], message: 'said-thanks' });
  assert.match(await textOf(world, 'p2', 'recognition.get', { id }), /"\w*At":"[^"]*T\d\d:\d\d/);
  await world.close();
}

/** The attacks by order, ids and marks. */
export const orderAttacks: Record<string, () => Promise<void>> = {
  order,
  id,
  'link questions': linkQuestions,
  'edited flag': editedFlag,
};
