/** For tests only: a team of thirteen with its manager, who asks how safe it is. Nothing is mocked. */
import { systemActor, type Answers, type Client, type SettingsInput } from '@guildhall/core';
import { newReceipt } from '../internal/sealed-drafts.js';
import { testHall, type CastId, type TestHall } from '../internal/test-hall.js';
import { waitUntil } from '../internal/test-until.js';

type Draft = Parameters<Client['pulse']['createSurvey']>[0];
type Wave = Awaited<ReturnType<Client['pulse']['wave']>>;

/** Those who report to Lea besides the cast. */
const OTHERS = 9;

/** A hall in which Lea leads thirteen people, or fewer of them. */
export async function pulseHall(
  others = OTHERS,
  settings?: SettingsInput,
  now?: () => Date,
): Promise<TestHall> {
  const test = await testHall({ ...(settings && { settings }), ...(now && { now }) });
  const extra = Array.from({ length: others }, (_, index) => ({
    id: `p${index}`,
    externalId: `p${index}`,
    name: `Person ${index}`,
  }));
  const cast = ['ana', 'ben', 'layla', 'long'].map((id) => ({ externalId: id }));
  const { items } = await test.as('lea').people.search({ text: '', limit: 100 });
  const names = new Map(items.map(({ id, name }) => [id, name]));
  await test.guildhall.as(systemActor).people.sync({
    people: [
      ...cast.map((one) => ({ ...one, name: names.get(one.externalId) ?? one.externalId })),
      ...extra,
    ].map((one) => ({ ...one, teams: ['Platform'], managerExternalId: 'lea' })),
  });
  return test;
}

/** Lea writes the built-in form for those who report to her, and opens its first wave. */
export async function askTeam(test: TestHall, change: Partial<Draft> = {}): Promise<Wave> {
  const lea = test.as('lea');
  const { id } = await lea.pulse.createSurvey({
    title: 'How safe is it to speak up?',
    purpose: 'We want to know where we hold back.',
    audience: { kind: 'reports', managerId: 'lea' },
    ...change,
  });
  return openWave(test, id);
}

/** Opens the next wave of a survey. */
export async function openWave(test: TestHall, surveyId: string): Promise<Wave> {
  const { wave } = await test.as('lea').pulse.openWave({ surveyId });
  if (!wave) throw new Error('The wave waits for a second person.');
  return wave;
}

/** A person of the team. */
export function personOf(index: number): CastId {
  const cast: readonly CastId[] = ['ana', 'ben', 'layla', 'long'];
  // The others have ids of the same kind, which the type of the cast does not know.
  return cast[index] ?? (`p${index - cast.length}` as CastId);
}

/** Answers to all seven items: agreeing with what is good, but to one, which comes out low. */
export function answersOf(level: number, words?: string, threadHash?: string): Answers {
  const good = ['hardTopics', 'risk', 'undermine', 'strengths'].map((id) => [id, { level }] as const);
  const reversed = ['mistakes', 'different'].map((id) => [id, { level: 6 - level }] as const);
  return {
    ...Object.fromEntries([...good, ...reversed]),
    askHelp: { level: 5 },
    ...(words && { words: { text: words, use: 'words', themes: [], ...(threadHash && { threadHash }) } }),
  };
}

/** So many of the team answer, and the wave is closed and released. */
export async function answerAndRelease(
  test: TestHall,
  wave: Wave,
  { count = 11, levels = [4, 5, 3] }: { count?: number; levels?: readonly number[] } = {},
): Promise<void> {
  for (let index = 0; index < count; index++) {
    const level = levels[index % levels.length] ?? 3;
    const words = index < 3 ? `Words of somebody, ${index}` : undefined;
    await test.as(personOf(index)).pulse.answer({
      waveId: wave.id,
      answers: answersOf(level, words),
      ...(wave.mode === 'sealed' && { receipt: newReceipt() }),
    });
  }
  await test.as('lea').pulse.closeWave({ id: wave.id });
  await released(test, wave.id);
}

/** Waits until the results of a wave are there. */
export async function released(test: TestHall, id: string): Promise<void> {
  await waitUntil(async () => {
    await test.guildhall.tick();
    const { state, releaseFailed } = await test.as('lea').pulse.wave({ id });
    if (releaseFailed) throw new Error(releaseFailed);
    return state === 'released';
  });
}
