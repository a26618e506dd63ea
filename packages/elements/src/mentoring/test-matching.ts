/** For tests only: a program whose enrollment is over, with people who fit more or less, matched by the real engine. */
import { systemActor, type MatchRun } from '@guildhall/core';
import { pageCompute } from '../internal/page-compute.js';
import { testHall, type TestHall } from '../internal/test-hall.js';
import { waitUntil } from '../internal/test-until.js';

/** Who takes part besides the cast of the hall: Dana, Grace and Femi teach, Hugo learns and reports to Dana. */
const others = [
  { id: 'dana', name: 'Dana Whitfield', department: 'Operations', grade: '8', teams: ['Platform'] },
  { id: 'grace', name: 'Grace Mbeki', department: 'Freight', grade: '7' },
  { id: 'femi', name: 'Femi Kolade', department: 'Freight', grade: '6' },
  { id: 'hugo', name: 'Hugo Jansen', department: 'Operations', grade: '4', managerExternalId: 'dana' },
];

const teaches = {
  dana: [
    { skill: 'Facilitation', level: 'teaching' },
    { skill: 'Contract law', level: 'strong' },
  ],
  grace: [
    { skill: 'Negotiation', level: 'teaching' },
    { skill: 'Facilitation', level: 'working' },
  ],
  femi: [{ skill: 'AI tools', level: 'strong' }],
} as const;

/** What each mentee wants. */
const wants = {
  ben: ['Facilitation'],
  lea: ['Negotiation'],
  layla: ['AI tools', 'Facilitation'],
  hugo: ['Contract law'],
} as const;

/** A hall with a program ready to be matched, run by Ana. */
export interface MatchWorld {
  test: TestHall;
  programId: string;
  /** Runs the match and waits for it. */
  run(): Promise<MatchRun>;
}

/** Opens it: four mentees, three mentors with one, two and two places. Hugo reports to Dana, and Ben is in her team: neither can have her. `many`: so many more of each side. `held`: runs begin, and wait for it. */
export async function matchWorld(now?: () => Date, many = 0, held?: Promise<void>): Promise<MatchWorld> {
  const engine = pageCompute({ src: new URL('../internal/match-worker.ts', import.meta.url) });
  const compute: typeof engine = async (name, input, options) => {
    if (held) options.onProgress({ phase: 'solving', done: 1, of: 2 });
    await held;
    return engine(name, input, options);
  };
  const test = await testHall({ compute, ...(now && { now }) });
  const system = test.guildhall.as(systemActor);
  const cast = ['ben', 'lea', 'layla'].map((externalId) => ({
    externalId,
    name: names[externalId] ?? '',
    grade: '4',
  }));
  const more = others.map(({ id, ...rest }) => ({ id, externalId: id, locale: 'en', ...rest }));
  await system.people.sync({
    people: [...cast, ...more].map((one) => ({ ...one, languages: ['en'], timeZone: 'Europe/Berlin' })),
  });
  await system.people.grantRole({ personId: 'ana', role: 'programManager' });
  for (const [id, skills] of Object.entries(teaches)) {
    await test.guildhall
      .as({ id })
      .people.setSkills({ skills: skills.map((skill) => ({ ...skill, canHelp: true })) });
  }
  const crowd = Array.from({ length: many }, (_, at) => [`crowd-e${at}`, `crowd-o${at}`] as const);
  if (many) {
    const people = crowd
      .flat()
      .map((id, at) => ({ id, externalId: id, name: `Person ${at}`, grade: String(1 + (at % 9)) }));
    await system.people.sync({ people });
  }
  const programId = await makeProgram(test, crowd);
  const ana = test.as('ana').mentoring;
  return {
    test,
    programId,
    async run() {
      const { id } = await ana.runMatch({ programId });
      const state = async () => (await ana.matchRun({ id })).state;
      await waitUntil(async () => (await state()) !== 'waiting', 'the run goes on', { timeout: 10_000 });
      return ana.matchRun({ id });
    },
  };
}

const names: Partial<Record<string, string>> = { ben: 'Ben Okafor', lea: 'Lea Moreau', layla: 'ليلى حداد' };

async function makeProgram(test: TestHall, crowd: readonly (readonly [string, string])[]): Promise<string> {
  const ana = test.as('ana').mentoring;
  const { items } = await ana.templates({});
  const template = items.find(({ id }) => id === 'emerging-leads');
  if (!template) throw new Error('There is no such template.');
  const { rules } = template.draft;
  const { id: programId } = await ana.createProgram({
    ...template.draft,
    training: { gate: false, modules: [] },
    rules: { ...rules, minGradeGap: null, maxGradeGap: null, otherTeam: true },
  });
  await ana.openEnrollment({ id: programId });
  for (const [id, skills] of Object.entries(wants)) {
    const topics = skills.map((skill) => ({ skill, level: 'strong' as const }));
    await test.guildhall.as({ id }).mentoring.enroll({ programId, sides: ['mentee'], topics });
  }
  for (const [id, capacity] of [
    ['dana', 1],
    ['grace', 2],
    ['femi', 2],
  ] as const) {
    await test.guildhall.as({ id }).mentoring.enroll({ programId, sides: ['mentor'], capacity });
  }
  for (const [mentee, mentor] of crowd) {
    await test.guildhall.as({ id: mentee }).mentoring.enroll({ programId, sides: ['mentee'] });
    await test.guildhall.as({ id: mentor }).mentoring.enroll({ programId, sides: ['mentor'] });
  }
  await ana.startMatching({ id: programId });
  return programId;
}
