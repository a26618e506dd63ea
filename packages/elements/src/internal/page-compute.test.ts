import { expect } from '@open-wc/testing';
import { createGuildhall, memoryStore, systemActor, type ComputeProgress } from '@guildhall/core';
import type { Matching, MatchProgram, Participant } from '@guildhall/core/matching';
import { pageCompute } from './page-compute.js';
import { waitUntil } from './test-until.js';

const compute = pageCompute({ src: new URL('./match-worker.ts', import.meta.url) });
const unheard = () => {};

/** So many mentees and mentors that anything fits, a little better or worse: the same ones for the same seed. */
function crowd(mentees: number, mentors: number, seed = 1): { people: Participant[]; program: MatchProgram } {
  let state = seed;
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const skill = () => `skill${random(40)}`;
  const someone = (id: string, role: 'mentee' | 'mentor'): Participant => ({
    id,
    roles: [role],
    level: random(8),
    department: `d${random(6)}`,
    languages: ['en'],
    skills: [1, 2, 3, 4].map(() => ({ skill: skill(), level: 3 as const })).filter(firstOfItsSkill),
    goals: role === 'mentee' ? [{ skill: skill() }, { skill: skill() }].filter(firstOfItsSkill) : [],
  });
  const people = [
    ...Array.from({ length: mentees }, (_, at) => someone(`e${at}`, 'mentee')),
    ...Array.from({ length: mentors }, (_, at) => someone(`o${at}`, 'mentor')),
  ];
  const criteria = [
    { criterion: 'wantedSkill' as const, weight: 50 },
    { criterion: 'gradeGap' as const, weight: 30 },
    { criterion: 'department' as const, weight: 20 },
  ];
  return { people, program: { criteria, constraints: [{ rule: 'reportingLine' }] } };
}

function firstOfItsSkill<T extends { skill: string }>(one: T, at: number, all: readonly T[]): boolean {
  return all.findIndex(({ skill }) => skill === one.skill) === at;
}

describe('pageCompute', () => {
  it('matches 500 with 500 beside the page, tells how far it is, and in under a second', async () => {
    const heard: ComputeProgress[] = [];
    const input = crowd(500, 500);
    const signal = new AbortController().signal;
    // The first worker also fetches the engine's source, file by file, which only tests do.
    await compute('match', crowd(2, 2), { signal, onProgress: unheard });
    let frames = 0;
    let counting = true;
    const count = () => {
      frames++;
      if (counting) requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
    const began = performance.now();
    const output = await compute('match', input, { signal, onProgress: (one) => heard.push(one) });
    const took = performance.now() - began;
    counting = false;
    // What the worker posts is a Matching.
    const matching = output as Matching;
    console.log(
      `500 × 500 in the page's worker: ${Math.round(took)} ms, ${heard.length} words about it, ${frames} frames`,
    );
    expect(matching.pairs).to.have.length(500);
    expect(matching.certificate).to.include({ optimal: true });
    expect(heard.length).to.be.greaterThan(0);
    expect(heard.every(({ done, of }) => done >= 0 && done <= of)).to.equal(true);
    expect(frames, 'the page goes on meanwhile').to.be.greaterThan(2);
    // Room for a machine that does other things meanwhile; the figure is in the log.
    expect(took).to.be.lessThan(5_000);
  });

  it('ends when it is canceled', async () => {
    const stop = new AbortController();
    const reason = new Error('Not wanted any more.');
    const began = performance.now();
    const going = compute('match', crowd(3_000, 3_000), {
      signal: stop.signal,
      onProgress: () => stop.abort(reason),
    });
    let error: unknown;
    await going.catch((thrown: unknown) => (error = thrown));
    expect(error).to.equal(reason);
    expect(performance.now() - began).to.be.lessThan(15_000);
    const never = compute('match', crowd(2, 2), { signal: stop.signal, onProgress: unheard });
    await never.catch((thrown: unknown) => (error = thrown));
    expect(error).to.equal(reason);
  });

  it('says what is wrong with its input, and when there is no worker at the address', async () => {
    const { signal } = new AbortController();
    const options = { signal, onProgress: unheard };
    const messages: string[] = [];
    const told = (error: Error) => messages.push(error.message);
    await compute(
      'match',
      { people: [{ id: '' }], program: { criteria: [], constraints: [] } },
      options,
    ).catch(told);
    await compute('fly', {}, options).catch(told);
    await pageCompute({ src: '/nothing-here.js' })('match', crowd(2, 2), options).catch(told);
    expect(messages[0]).to.contain('people[0]');
    expect(messages[1]).to.contain('fly');
    expect(messages[2]).to.contain('/nothing-here.js');
  });

  it('computes the runs of a Guildhall in the page', async () => {
    const guildhall = createGuildhall({ store: memoryStore(), compute });
    await guildhall.prepare();
    const system = guildhall.as(systemActor);
    const ids = ['ana', 'ben', 'lea'];
    await system.people.sync({ people: ids.map((id) => ({ id, externalId: id, name: id, locale: 'en' })) });
    await system.people.grantRole({ personId: 'ana', role: 'hrAdmin' });
    const ana = guildhall.as({ id: 'ana' });
    const { items } = await ana.mentoring.templates({});
    const draft = items[0]?.draft;
    if (!draft) throw new Error('There is no template.');
    const training = { gate: false, modules: [] };
    const { id } = await ana.mentoring.createProgram({ ...draft, training });
    await ana.mentoring.openEnrollment({ id });
    await guildhall.as({ id: 'ben' }).mentoring.enroll({ programId: id, sides: ['mentee'] });
    await guildhall.as({ id: 'lea' }).mentoring.enroll({ programId: id, sides: ['mentor'] });
    await ana.mentoring.startMatching({ id });
    const run = await ana.mentoring.runMatch({ programId: id });
    const state = async () => (await ana.mentoring.matchRun({ id: run.id })).state;
    await waitUntil(async () => (await state()) !== 'waiting', 'still waiting', { timeout: 10_000 });
    const { figures, error } = await ana.mentoring.matchRun({ id: run.id });
    expect(error).to.equal(undefined);
    expect(figures?.certificate.optimal).to.equal(true);
    expect(figures?.matched).to.equal(1);
    await guildhall.close();
  });
});
