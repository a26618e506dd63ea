/** For tests only: a program with its people, and a pair that it has brought together. Nothing is mocked. */
import { systemActor, type Client, type Program, type ProgramDraft } from '@guildhall/core';
import type { CastId, TestHall } from '../internal/test-hall.js';
import { findAll } from '../internal/test-page.js';
import { waitUntil } from '../internal/test-until.js';

type Draft = Parameters<Client['mentoring']['createProgram']>[0];

/** A program as Lea, who runs it, writes it. */
export const emergingLeads: Draft = {
  name: 'Emerging leads',
  purpose: 'People who lead for the first time learn from those who have done it for years.',
  objectives: ['Run a meeting that people like to come to', 'Give feedback that helps'],
  outcomes: ['Eight of ten reach a goal of their own'],
  guides: {
    mentor: 'Listen more than you talk.\nAsk before you advise.',
    mentee: 'Bring a question of your own to every session.',
  },
  agreement: 'What we say stays between us.\nWe meet every three weeks and say early when we cannot.',
  plan: [
    { title: 'Getting to know each other', agenda: 'What brings you here?', dueAfterDays: 14 },
    { title: 'A goal of your own', agenda: 'What should be different in four months?', dueAfterDays: 35 },
    { title: 'Looking back', agenda: 'What has changed?', dueAfterDays: 120 },
  ],
  cadenceDays: 21,
  timeline: { enrollUntil: '2030-06-30', startsOn: '2026-01-10', endsOn: '2030-12-01' },
  training: {
    gate: false,
    modules: [
      { id: 'listening', title: 'Listening', body: 'Say back what you heard.', minutes: 10, side: 'mentor' },
      {
        id: 'asking',
        title: 'Asking',
        body: 'Open questions begin with what or how.',
        minutes: 1,
        side: 'both',
      },
    ],
  },
};

/** Creates the program as Lea, and opens it. */
export async function openProgram(test: TestHall, change: Partial<ProgramDraft> = {}): Promise<Program> {
  await test.guildhall.as(systemActor).people.grantRole({ personId: 'lea', role: 'programManager' });
  const lea = test.as('lea');
  const { id } = await lea.mentoring.createProgram({ ...emergingLeads, ...change });
  return lea.mentoring.openEnrollment({ id });
}

/** Enrolls Ben as mentor and somebody as mentee, matches and publishes. Gives the id of their mentorship. */
export async function pairUp(test: TestHall, program: Program, mentee: CastId = 'ana'): Promise<string> {
  const programId = program.id;
  await test
    .as('ben')
    .people.setSkills({ skills: [{ skill: 'Facilitation', level: 'teaching', canHelp: true }] });
  await test.as('ben').mentoring.enroll({ programId, sides: ['mentor'], capacity: 2 });
  await test.as(mentee).mentoring.enroll({
    programId,
    sides: ['mentee'],
    topics: [{ skill: 'Facilitation', level: 'working' }],
  });
  const lea = test.as('lea');
  await lea.mentoring.startMatching({ id: programId });
  const run = await lea.mentoring.runMatch({ programId });
  await waitUntil(
    async () => (await lea.mentoring.matchRun({ id: run.id })).state === 'computed',
    'the run is computed',
    { timeout: 10_000 },
  );
  await lea.mentoring.publishMatches({ runId: run.id });
  const { items } = await test.as(mentee).mentoring.mentorships({});
  const [begun] = items;
  if (!begun) throw new Error('The pair was not matched.');
  return begun.id;
}

/** Both sign the agreement. */
export async function signBoth(test: TestHall, mentorshipId: string, mentee: CastId = 'ana'): Promise<void> {
  await test.as(mentee).mentoring.sign({ id: mentorshipId });
  await test.as('ben').mentoring.sign({ id: mentorshipId });
}

/** Ana asks Ben, who offers it, to be her mentor; he accepts. Gives the id of their mentorship. */
export async function askAndAccept(test: TestHall, { oneOff = false } = {}): Promise<string> {
  const [ana, ben] = [test.as('ana'), test.as('ben')];
  await ben.mentoring.setOffer({ open: true, capacity: 2 });
  const { id } = await ana.mentoring.request({
    mentorId: 'ben',
    ask: 'I want to run better meetings.',
    oneOff,
  });
  const { mentorshipId } = await ben.mentoring.respond({ id, accept: true });
  if (!mentorshipId) throw new Error('Accepting began no mentorship.');
  return mentorshipId;
}

/** What is wider than the page, on either side: by tag and text. Empty when all fits. */
export function sticksOut(root: Element): string[] {
  return findAll(root, '*')
    .filter((each) => {
      const { left, right, width } = each.getBoundingClientRect();
      return width > 1 && (left < -1 || right > document.documentElement.clientWidth + 1);
    })
    .map((each) => `${each.localName} ${each.textContent?.trim().slice(0, 40) ?? ''}`);
}
