/** For tests only: a house in which some people offer to mentor. */
import { systemActor, type SettingsInput } from '@guildhall/core';
import { testHall, type CastId, type TestHall } from '../internal/test-hall.js';
import type { OfferInput } from './offer-writing.js';

/** A house with its clock. */
export interface MentorHall extends TestHall {
  /** Puts the clock forward. */
  pass(days: number): Promise<void>;
  offer(id: CastId, offer?: Partial<OfferInput>): Promise<void>;
  skillId(name: string): Promise<string>;
  /** Asks, and gives the id of the request. */
  ask(from: string, to: string, ask?: string): Promise<string>;
  /** So many more people who offer to mentor, by id. */
  offerers(count: number): Promise<string[]>;
}

/** Opens a house: Ben teaches Kubernetes, Lea and Layla know facilitation, and all three offer to mentor. */
export async function mentorHall(settings?: SettingsInput): Promise<MentorHall> {
  let time = Date.now() - 60_000;
  const test = await testHall({ now: () => new Date((time += 10)), ...(settings && { settings }) });
  const hall: MentorHall = {
    ...test,
    async pass(days) {
      time += days * 86_400_000;
      await test.guildhall.tick();
    },
    async offer(id, offer = {}) {
      await test.as(id).mentoring.setOffer({ open: true, capacity: 2, ...offer });
    },
    async skillId(name) {
      const { items } = await test.as('ana').people.skills({ text: name });
      return items[0]?.id ?? '';
    },
    async ask(from, to, ask = 'May I learn from you?') {
      return (await test.guildhall.as({ id: from }).mentoring.request({ mentorId: to, ask })).id;
    },
    async offerers(count) {
      const ids = Array.from({ length: count }, (_, index) => `mentor${index}`);
      const people = ids.map((id, index) => ({ id, externalId: id, name: `Mentor ${index}` }));
      await test.guildhall.as(systemActor).people.sync({ people });
      for (const id of ids) await test.guildhall.as({ id }).mentoring.setOffer({ open: true, capacity: 1 });
      return ids;
    },
  };
  await test.as('ben').people.setSkills({ skills: [{ skill: 'Kubernetes', level: 'teaching' }] });
  await test.as('lea').people.setSkills({ skills: [{ skill: 'Facilitation', level: 'strong' }] });
  await test.as('layla').people.setSkills({ skills: [{ skill: 'Facilitation', level: 'working' }] });
  await test.as('lea').people.updateProfile({ languages: ['fr', 'en'] });
  await test.as('ana').people.updateProfile({ languages: ['en', 'es'] });
  await hall.offer('ben', { capacity: 1, about: 'Clusters that stay up.', kinds: ['mentoring', 'coaching'] });
  await hall.offer('lea', { oneOff: false });
  await hall.offer('layla', { capacity: 3 });
  return hall;
}
