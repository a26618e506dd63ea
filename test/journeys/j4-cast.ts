import { systemActor, type Answers, type Guildhall } from '@guildhall/core';
import type { House } from './harness.js';

/** The twelve who are reviewed, four to each manager; Ben is the one whom the journey follows. */
export const subjects = {
  ben: 'Ben Okafor',
  ada: 'Ada Alder',
  bo: 'Bo Birch',
  cora: 'Cora Cedar',
  dov: 'Dov Dogwood',
  elin: 'Elin Elm',
  finn: 'Finn Fir',
  gil: 'Gil Gorse',
  hana: 'Hana Hazel',
  ines: 'Ines Ivy',
  jo: 'Jo Juniper',
  kai: 'Kai Kapok',
} as const;

/** Who leads the twelve and compares their ratings. */
export const managers = { chidi: 'Chidi Eze', dana: 'Dana Whitfield', lea: 'Léa Moreau' } as const;

/** Whom Ben can propose, in the order in which he does; Tilda is the one who comes in later. */
export const peers = {
  mira: 'Mira Maple',
  noor: 'Noor Nutmeg',
  otto: 'Otto Oak',
  petra: 'Petra Pine',
  quinn: 'Quinn Quince',
  rosa: 'Rosa Rowan',
  tilda: 'Tilda Thyme',
} as const;

/** Who reports to Ben. */
export const reports = { uma: 'Uma Urtica', viktor: 'Viktor Vine' } as const;

/** What those wrote about Ben whose forms are filled here. */
export const words = {
  noor: 'Keeps the group on the question.',
  otto: 'Writes down what was decided.',
  petra: 'Brings in those who say little.',
  uma: 'Has an open door when it matters.',
} as const;

/** Of Ben's peers who answer, three are in Engineering and one is in Support. */
const SUPPORT: readonly string[] = ['petra'];
const PEOPLE_DESK: readonly string[] = ['femi', 'pia'];

/** Femi of HR, Pia who reads the audit log, three managers, those they lead, and peers. */
export async function furnishReviewers(guildhall: Guildhall): Promise<void> {
  const { people } = guildhall.as(systemActor);
  const leads = Object.keys(managers);
  const leadOf = new Map<string, string>([
    ...Object.keys(subjects).map((id, at) => [id, leads[Math.floor(at / 4)] ?? ''] as const),
    ...Object.keys(reports).map((id) => [id, 'ben'] as const),
  ]);
  const all = { femi: 'Femi Falk', pia: 'Pia Poplar', ...managers, ...subjects, ...peers, ...reports };
  const departmentOf = (id: string) =>
    PEOPLE_DESK.includes(id) ? 'People' : SUPPORT.includes(id) ? 'Support' : 'Engineering';
  await people.sync({
    people: Object.entries(all).map(([id, name]) => ({
      ...{ id, name, externalId: `e-${id}`, department: departmentOf(id), locale: 'en' },
      ...(leadOf.has(id) && { managerExternalId: `e-${leadOf.get(id)}` }),
    })),
  });
  await people.grantRole({ personId: 'femi', role: 'hrAdmin' });
  await people.grantRole({ personId: 'pia', role: 'privacyOfficer' });
}

/** Fills a form that somebody has about another: every rating the same, with words where there are some. */
export async function fillForm(
  house: House,
  personId: string,
  about: string,
  level: number,
  said?: string,
): Promise<void> {
  const { reviews } = house.as(personId);
  const id = await formIdOf(house, personId, about);
  const form = await reviews.form({ id });
  const rated = form.questions.filter(({ question }) => question.type === 'rating');
  const answers: Answers = {
    ...Object.fromEntries(rated.map(({ question }) => [question.id, { level }])),
    ...(said !== undefined && { 'keep-doing': { text: said, use: 'words' as const, themes: [] } }),
  };
  if (form.keeping === 'attributed') await reviews.submit({ id, answers });
  else await reviews.answer({ id, answers });
}

/** The id of the form that somebody has about another. */
export async function formIdOf(house: House, personId: string, about: string): Promise<string> {
  const { items } = await house.as(personId).reviews.tasks({ limit: 100 });
  const found = items.find((task) => task.about.id === about);
  if (!found) throw new Error(`${personId} has no form about ${about}.`);
  return found.id;
}

/** The manager of each subject rates them. */
export async function fillManagerForms(house: House): Promise<void> {
  const leads = Object.keys(managers);
  for (const [at, subject] of Object.keys(subjects).entries())
    await fillForm(house, leads[Math.floor(at / 4)] ?? '', subject, 3);
}

/** The types of what somebody was told. */
export async function toldOf(house: House, personId: string): Promise<string[]> {
  const { items } = await house.as(personId).notifications.list({ limit: 100 });
  return items.map(({ type }) => type);
}
