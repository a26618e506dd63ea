import assert from 'node:assert/strict';
import type { Client } from '@guildhall/core';
import { DAY, HOUR, type World } from './world.js';

/** A session as its people read it. */
export type Session = Awaited<ReturnType<Client['mentoring']['session']>>;

/** A mentorship without a program: Chidi mentors Ana. Returns its id; `signed` by nobody unless said. */
export async function openPair(
  world: World,
  { mentor = 'chidi', mentee = 'ana', oneOff = false, signed = true } = {},
): Promise<string> {
  await world.as(mentor).mentoring.setOffer({ open: true, capacity: 1 });
  const { id } = await world
    .as(mentee)
    .mentoring.request({ mentorId: mentor, ask: 'I want to learn to lead.', oneOff });
  const { mentorshipId } = await world.as(mentor).mentoring.respond({ id, accept: true });
  assert.ok(mentorshipId);
  if (signed)
    for (const person of [mentor, mentee]) await world.as(person).mentoring.sign({ id: mentorshipId });
  return mentorshipId;
}

/** Books a session so many days from now, at the same time of day. */
export async function book(
  world: World,
  person: string,
  mentorshipId: string,
  { days = 7, title = 'Our talk' } = {},
): Promise<Session> {
  const start = new Date(world.clock.now.getTime() + days * DAY).toISOString();
  const draft = { mentorshipId, title, start, minutes: 45, timeZone: 'Europe/Berlin' };
  return world.as(person).mentoring.scheduleSession(draft);
}

/** Books a session, lets the time pass until an hour after its beginning, and logs it as held. */
export async function meet(
  world: World,
  person: string,
  mentorshipId: string,
  {
    days = 7,
    ...log
  }: { days?: number } & Omit<Parameters<Client['mentoring']['logSession']>[0], 'id' | 'held'> = {},
): Promise<Session> {
  const { id } = await book(world, person, mentorshipId, { days });
  world.clock.advance(days * DAY + HOUR);
  return world.as(person).mentoring.logSession({ id, held: true, ...log });
}

/** What a person was told, newest first, without what came before the mentorship began. */
export async function toldOf(world: World, person: string): Promise<string[]> {
  const { items } = await world.as(person).notifications.list({ limit: 100 });
  return items.map((note) => note.type).filter((type) => !type.startsWith('request.'));
}
