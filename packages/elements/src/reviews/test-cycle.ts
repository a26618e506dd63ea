/** For tests only: a 360 cycle with its people, run by Femi. Nothing is mocked. */
import { systemActor, type Client } from '@guildhall/core';
import { newReceipt } from '../internal/sealed-drafts.js';
import { testHall, type TestHall } from '../internal/test-hall.js';
import { waitUntil } from '../internal/test-until.js';

type Draft = Parameters<Client['reviews']['createCycle']>[0];
type Form = Awaited<ReturnType<Client['reviews']['form']>>;
type Answers = NonNullable<Form['answers']>;

const PEERS = ['ana', 'lea', 'layla', 'grace', 'dana', 'hugo'] as const;
const REPORTS = ['ivy', 'yuki'] as const;

/** Who takes part besides the cast of the hall: Chidi manages Ben, and Ben manages Ivy and Yuki. */
const others = [
  { id: 'femi', name: 'Femi Kolade', department: 'People' },
  { id: 'chidi', name: 'Chidi Eze', department: 'Product' },
  { id: 'dana', name: 'Dana Whitfield', department: 'Operations', teams: ['Platform'] },
  { id: 'grace', name: 'Grace Mbeki', department: 'Freight' },
  { id: 'hugo', name: 'Hugo Jansen', department: 'Operations' },
  { id: 'ivy', name: 'Ivy Chen', department: 'Product', managerExternalId: 'ben' },
  { id: 'yuki', name: 'Yuki Tanaka', department: 'Product', managerExternalId: 'ben' },
];

/** A day so many days from now. */
export function dayFrom(days: number, now = new Date()): string {
  return new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

/** A hall with a cycle in which Ben is reviewed. */
export interface CycleWorld {
  test: TestHall;
  /** Somebody's client. */
  as(id: string): Client;
  cycleId: string;
  /** Femi's. */
  reviews: Client['reviews'];
  /** Launches it, and names six peers and two reports. */
  launch(): Promise<void>;
  /** Goes on to where answers are collected. */
  collect(): Promise<void>;
  /** Everybody, or those who are named, fill their forms. */
  answer(who?: readonly string[]): Promise<void>;
  /** Goes on to where reports can be read. */
  release(): Promise<void>;
}

/** Opens it with the cycle as a draft. */
export async function cycleWorld(
  change: Partial<Draft> = {},
  options: { now?: () => Date } = {},
): Promise<CycleWorld> {
  const test = await testHall(options);
  const system = test.guildhall.as(systemActor);
  await system.people.sync({
    people: [
      ...others.map(({ id, ...rest }) => ({ externalId: id, locale: 'en', ...rest })),
      { externalId: 'ben', name: 'Ben Okafor', managerExternalId: 'chidi' },
    ].map((one) => ({ ...one, id: one.externalId })),
  });
  await system.people.grantRole({ personId: 'femi', role: 'hrAdmin' });
  const as = (id: string) => test.guildhall.as({ id });
  const { reviews } = as('femi');
  const { items } = await reviews.templates({});
  const templateId = items[0]?.id ?? '';
  const asked = { templateId };
  const { id: cycleId } = await reviews.createCycle({
    name: 'Working together',
    purpose: 'To see oneself as others do.',
    templateByDirection: { self: asked, manager: asked, peer: asked, upward: asked },
    subjects: ['ben'],
    amounts: { peer: { min: 3, max: 8 }, upward: { min: 0, max: 5 } },
    thresholds: { k360: 3, kText: 5 },
    visibility: { subject: true, manager: true, hr: true, skipManager: false },
    dates: { nominateBy: dayFrom(7), answerBy: dayFrom(21) },
    ...change,
  });
  const world: CycleWorld = {
    test,
    as,
    cycleId,
    reviews,
    async launch() {
      await reviews.launch({ id: cycleId });
      const named = [
        ...PEERS.map((personId) => ({ personId, direction: 'peer' as const })),
        ...REPORTS.map((personId) => ({ personId, direction: 'upward' as const })),
      ];
      await reviews.nominate({ cycleId, subjectId: 'ben', reviewers: named });
      const { items } = await reviews.nominations({ cycleId, state: 'proposed' });
      for (const { id } of items) await reviews.decideNomination({ id, approve: true });
    },
    async collect() {
      await world.launch();
      await reviews.startCollecting({ id: cycleId });
    },
    async answer(who = ['ben', 'chidi', ...PEERS, ...REPORTS]) {
      for (const id of who) await fillForms(as(id), id);
    },
    async release() {
      await reviews.close({ id: cycleId });
      await reviews.release({ id: cycleId });
      await waitUntil(
        async () => (await reviews.cycle({ id: cycleId })).state === 'released',
        'the reports are computed',
      );
    },
  };
  return world;
}

/** Fills all forms of a person: Ben sees himself as perfect, the others as quite good. */
async function fillForms({ reviews }: Client, who: string): Promise<void> {
  const { items } = await reviews.tasks({});
  for (const { id } of items) {
    const form = await reviews.form({ id });
    await reviews.start({ id });
    const answers = answersTo(form, who);
    if (form.keeping === 'attributed') await reviews.submit({ id, answers });
    else await reviews.answer({ id, answers, ...(form.keeping === 'sealed' && { receipt: newReceipt() }) });
  }
}

function answersTo({ questions }: Form, who: string): Answers {
  return Object.fromEntries(
    questions.map(({ question }, index) => {
      if (question.type === 'rating') return [question.id, { level: who === 'ben' ? 5 : 2 + (index % 3) }];
      if (question.type === 'text')
        return [question.id, { text: `Words of ${who}.`, use: 'words', themes: [] }];
      return [question.id, { cannotJudge: true as const }];
    }),
  );
}
