import { systemActor, type Guildhall } from '@guildhall/core';

/** Whom Ben can find, in the order in which he asks them; Max is the sixth. */
export const mentors = {
  hugo: 'Hugo Brandt',
  grace: 'Grace Osei',
  ivy: 'Ivy Chen',
  kim: 'Kim Berg',
  dana: 'Dana Whitfield',
  max: 'Max Moll',
} as const;

/** The cast of J3: six who know facilitation and speak German, and some who lack one of the two or a place. */
export async function furnishMentors(guildhall: Guildhall): Promise<void> {
  const system = guildhall.as(systemActor);
  const others = { lars: 'Lars Holm', jon: 'Jon Dale', lea: 'Léa Moreau', ben: 'Ben Okafor' };
  const grades: Record<string, string> = { dana: 'G6', ana: 'SEO' };
  const people = Object.entries({ ...mentors, ...others, ana: 'Ana Ruiz', eve: 'Eve Lind' });
  await system.people.sync({
    people: people.map(([id, name]) => ({
      ...{ id, name, externalId: `e-${id}`, department: `House of ${id}`, locale: 'en' },
      languages: id === 'lars' || id === 'ana' ? ['en'] : ['en', 'de'],
      ...(grades[id] && { grade: grades[id] }),
    })),
  });
  await system.people.grantRole({ personId: 'eve', role: 'programManager' });
  for (const id of [...Object.keys(mentors), 'lars', 'jon']) {
    const { people, mentoring } = guildhall.as({ id });
    await people.setSkills({ skills: [{ skill: 'Facilitation', level: 'strong', evidenceConsent: true }] });
    await mentoring.setOffer({ open: true, capacity: id === 'grace' ? 2 : 1 });
  }
  await guildhall.as({ id: 'ana' }).people.setSkills({ skills: [{ skill: 'AI tools', level: 'teaching' }] });
  await fillJon(guildhall);
  await thankDana(guildhall);
}

/** Jon's only place is taken. */
async function fillJon(guildhall: Guildhall): Promise<void> {
  const { id } = await guildhall.as({ id: 'ana' }).mentoring.request({ mentorId: 'jon', ask: 'Please' });
  await guildhall.as({ id: 'jon' }).mentoring.respond({ id, accept: true });
}

/** Two people thank Dana in public for her facilitation. */
async function thankDana(guildhall: Guildhall): Promise<void> {
  const { items } = await guildhall.as({ id: 'ben' }).people.skills({ text: 'Facilitation' });
  const ref = { kind: 'link' as const, url: 'https://handbook.harbour.example/retro', title: 'The retro' };
  for (const id of ['lea', 'kim'])
    await guildhall.as({ id }).recognition.give({
      ...{ receivers: ['dana'], message: 'Thank you for holding the room.', ref },
      skills: items.map((skill) => skill.id),
    });
}
