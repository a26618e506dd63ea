import { ownAnswers, stateOfSeats, submit, takeBack as takeBackAnswer } from '../../answers/round.js';
import { GuildhallError, notFound } from '../../errors.js';
import { addDays, dayOf, daysAfter } from '../../mentoring/rules/zone.js';
import { command, query, type CommandContext } from '../../operation.js';
import { refsOf } from '../../people/read.js';
import { members, system } from '../../policy.js';
import { id, z } from '../../schema.js';
import type { Reader } from '../../store/store.js';
import {
  GrowthAnswers,
  GrowthTask,
  Noticed,
  panels,
  Receipt,
  type AreaRecord,
  type PanelRecord,
} from '../model.js';
import { advancePanel, openPanel } from '../panel-life.js';
import { QUESTIONS } from '../questions.js';
import { kTextsOf, ratersOf } from '../raters.js';
import { noticedView, ownArea } from '../read.js';
import { ASK_AGAIN_DAYS } from '../rules.js';
import { aloneOnAreas, dropped } from './areas.js';

export const askRaters = command({
  summary: 'Asks those who were asked in the review, nameless, whether they noticed a change.',
  who: members,
  input: z.strictObject({
    id,
    /** For how many days they can answer. */
    days: z.int().min(3).max(60).default(14),
  }),
  output: Noticed,
  refuses: ['area.unknown', 'growth.dropped', 'growth.asking', 'growth.askedLately', 'growth.tooFew'],
  alone: aloneOnAreas,
  async run(context, { id: areaId, days }) {
    const { tx, actor, now, settings } = context;
    const area = await ownArea(tx, areaId, actor.id);
    if (area.state === 'dropped') throw dropped();
    await refuseSoon(context, area);
    const today = dayOf(now.toISOString(), settings.timeZone);
    await openPanel(context, area, await ratersOf(context, area), addDays(today, days));
    await tx.tell({ type: 'growth.changed', ids: [areaId], audience: [actor.id] });
    return noticedView(tx, area);
  },
});

/** Asked again soon, answers could be told apart by who came or went between. Giving an area up changes nothing in it. */
async function refuseSoon({ tx, now }: CommandContext, area: AreaRecord): Promise<void> {
  const { personId, cycleId, measureId } = area;
  const where = { personId, cycleId, measureId };
  const [last] = (await tx.find(panels, { where, order: '-at', limit: 1 })).items;
  if (!last) return;
  if (last.state === 'collecting' || last.state === 'releasing')
    throw new GuildhallError('conflict', 'growth.asking', 'They are being asked: wait for the release.');
  if (daysAfter(last.at, ASK_AGAIN_DAYS) > now.toISOString())
    throw new GuildhallError(
      'conflict',
      'growth.askedLately',
      `They are asked about the same thing at most once in ${ASK_AGAIN_DAYS} days.`,
    );
}

export const noticed = query({
  summary: 'What the raters noticed about a growth area of the caller, once it is released.',
  who: members,
  input: z.strictObject({ id }),
  output: Noticed,
  refuses: ['area.unknown'],
  async run({ tx, actor }, input) {
    return noticedView(tx, await ownArea(tx, input.id, actor.id));
  },
});

export const tasks = query({
  summary: 'The nameless questions about colleagues’ growth that the caller can answer now.',
  who: members,
  input: z.strictObject({}),
  output: z.object({ items: z.array(GrowthTask) }),
  async run({ tx, actor, now }) {
    const seats = new Map((await stateOfSeats(tx, actor.id)).map((seat) => [seat.roundId, seat]));
    const open = (await tx.getMany(panels, [...seats.keys()])).filter((panel) => isOpen(panel, now));
    const refs = await refsOf(
      tx,
      open.map(({ personId }) => personId),
    );
    const kTexts = await kTextsOf(tx, open);
    return {
      items: open.map(({ id: panelId, personId, cycleId, label, mode, k, answerBy }) => {
        const subject = refs.get(personId) ?? { id: personId, name: 'Former member' };
        return {
          ...{ id: panelId, subject, label, mode, k, kText: kTexts.get(cycleId) ?? k, answerBy },
          readers: [subject],
          questions: [...QUESTIONS],
          answered: seats.get(panelId)?.state === 'answered',
        };
      }),
    };
  },
});

function isOpen({ state, closesAt }: PanelRecord, now: Date): boolean {
  return state === 'collecting' && closesAt > now.toISOString();
}

/** What everything that changes one rater's answer waits for. */
const aloneOnSeat = (input: { id: string }, actor: { id: string }) => `growth seat ${input.id} ${actor.id}`;

const receipt = Receipt.optional();
const refuses = ['panel.unknown', 'form.over', 'answer.receiptMissing'];

export const answer = command({
  summary:
    'Says, nameless, what the caller noticed; again, to change it, until the close. Leaves no trace of when.',
  who: members,
  input: z.strictObject({ id, answers: GrowthAnswers, receipt }),
  output: z.object({ answered: z.literal(true) }),
  refuses: [...refuses, 'answer.invalid'],
  unlinked: true,
  alone: aloneOnSeat,
  async run(context, { id: panelId, answers, receipt: kept }) {
    const own = await ownSeat(context, panelId);
    await submit(context, { ...own, answers, receipt: kept });
    return { answered: true as const };
  },
});

export const ownAnswer = query({
  summary:
    'Reads what the caller said about a colleague’s growth, until the close; a sealed answer with its receipt.',
  who: members,
  input: z.strictObject({ id, receipt }),
  output: z.object({ answers: GrowthAnswers }),
  refuses: [...refuses, 'answer.unknown'],
  async run(context, { id: panelId, receipt: kept }) {
    const own = await ownSeat(context, panelId);
    const answers = await ownAnswers(context.tx, { ...own, personId: context.actor.id, receipt: kept });
    if (!answers) throw notFound('answer');
    return { answers };
  },
});

export const takeBack = command({
  summary:
    'Takes back what the caller said about a colleague’s growth, until the close. Leaves no trace of when.',
  who: members,
  input: z.strictObject({ id, receipt }),
  output: z.object({ takenBack: z.literal(true) }),
  refuses: [...refuses, 'answer.none'],
  unlinked: true,
  alone: aloneOnSeat,
  async run(context, { id: panelId, receipt: kept }) {
    await takeBackAnswer(context, { ...(await ownSeat(context, panelId)), receipt: kept });
    return { takenBack: true as const };
  },
});

/** The caller's seat in a question that can be answered now. */
async function ownSeat(
  { tx, actor, now }: { tx: Reader; actor: { id: string }; now: Date },
  panelId: string,
): Promise<{ roundId: string; seatId: string }> {
  const panel = await tx.get(panels, panelId);
  const seat = (await stateOfSeats(tx, actor.id)).find(({ roundId }) => roundId === panelId);
  if (!panel || !seat) throw notFound('panel');
  if (!isOpen(panel, now)) throw new GuildhallError('conflict', 'form.over', 'The time to answer is over.');
  return { roundId: panelId, seatId: seat.id };
}

export const panelsDue = query({
  summary: 'Whether raters are to be reminded, or what they noticed is to be closed, released or deleted.',
  who: system,
  input: z.strictObject({}),
  output: z.object({ due: z.boolean() }),
  async run(context) {
    return { due: (await nextDue(context)) !== undefined };
  },
});

export const advancePanels = command({
  summary: 'Does what is due with one question to raters: a reminder, the close and the release, deleting.',
  who: system,
  input: z.strictObject({}),
  output: z.object({}),
  alone: () => 'growth due',
  async run(context) {
    const panel = await nextDue(context);
    if (panel) await advancePanel(context, panel);
    return {};
  },
});

async function nextDue({ tx, now }: { tx: Reader; now: Date }): Promise<PanelRecord | undefined> {
  const before = new Date(now.getTime() + 1).toISOString();
  return (await tx.find(panels, { where: { dueAt: { before } }, order: '+dueAt', limit: 1 })).items[0];
}
