import { dayOf } from '../../mentoring/days.js';
import { command, query, type CommandContext } from '../../operation.js';
import { system } from '../../policy.js';
import { z } from '../../schema.js';
import type { Reader } from '../../store/store.js';
import { latestOf, lineOf } from '../line.js';
import { surveys, type SurveyRecord } from '../model/survey.js';
import { waves, type WaveRecord } from '../model/wave.js';
import { remindStep } from '../remind.js';
import { rosterOf } from '../roster.js';
import { deliverDue, deliveryDue } from '../thread-batch.js';
import { closeNow, dropStep, openNow, retryRelease } from '../wave-life.js';
import { addDays } from '../../mentoring/rules/zone.js';
import { people } from '../../people/model.js';

/** How many days behind a wave opens that found nobody to ask. */
const LATER_DAYS = 7;

const Nothing = z.strictObject({});

export const wavesDue = query({
  summary: 'Says whether a wave is to be opened or closed, or people are to be reminded of one.',
  who: system,
  input: Nothing,
  output: z.object({ due: z.boolean() }),
  async run({ tx, now, settings }) {
    const today = dayOf(now, settings.timeZone);
    return { due: Boolean((await waveDue(tx, today)) ?? (await surveyDue(tx, today))) };
  },
});

export const advanceWaves = command({
  summary: 'Opens, closes or reminds of the next wave that is due.',
  who: system,
  input: Nothing,
  output: z.object({ advanced: z.int() }),
  alone: () => 'pulse waves due',
  async run(context) {
    const { tx, now, settings } = context;
    const today = dayOf(now, settings.timeZone);
    const wave = await waveDue(tx, today);
    if (wave) {
      await advance(context, wave, today);
      return { advanced: 1 };
    }
    const survey = await surveyDue(tx, today);
    if (survey) await openAgain(context, survey, today);
    return { advanced: survey ? 1 : 0 };
  },
});

/** The wave of which something is due first. */
async function waveDue(tx: Reader, today: string): Promise<WaveRecord | undefined> {
  const where = { dueOn: { before: addDays(today, 1) } };
  return (await tx.find(waves, { where, order: '+dueOn', limit: 1 })).items[0];
}

/** The survey of which a wave is to be opened first. */
async function surveyDue(tx: Reader, today: string): Promise<SurveyRecord | undefined> {
  const where = { nextOn: { before: addDays(today, 1) } };
  return (await tx.find(surveys, { where, order: '+nextOn', limit: 1 })).items[0];
}

async function advance(context: CommandContext, wave: WaveRecord, today: string): Promise<void> {
  if (wave.state === 'canceled') return dropStep(context, wave);
  if (wave.state === 'releasing') return retryRelease(context, wave);
  if (today > wave.closesOn) return void (await closeNow(context, wave));
  await remindStep(context, wave);
}

/** Opens the next wave. Where nobody can be asked now it is tried again later; where the asker is gone it ends. */
async function openAgain(context: CommandContext, survey: SurveyRecord, today: string): Promise<void> {
  const { tx, now } = context;
  const asker = await tx.get(people, survey.askerId);
  if (asker?.status !== 'active') {
    const { nextOn: _next, ...kept } = survey;
    await tx.replace(surveys, { ...kept, state: 'ended' });
    return;
  }
  const roster = await rosterOf(tx, survey, now.toISOString());
  const asking = (await latestOf(tx, lineOf(survey)))?.state === 'open';
  if (roster.length > 0 && !asking) await openNow(context, survey, roster);
  else await tx.replace(surveys, { ...survey, nextOn: addDays(today, LATER_DAYS) });
}

export const messagesDue = query({
  summary: 'Says whether messages of a former day wait to travel.',
  who: system,
  input: Nothing,
  output: z.object({ due: z.boolean() }),
  async run({ tx, now }) {
    return { due: await deliveryDue(tx, now) };
  },
});

export const deliverMessages = command({
  summary: 'Lets the messages of former days travel, in one shuffled batch.',
  who: system,
  input: Nothing,
  output: z.object({ delivered: z.int() }),
  alone: () => 'pulse messages due',
  async run(context) {
    return { delivered: await deliverDue(context) };
  },
});
