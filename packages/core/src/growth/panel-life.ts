import { askRelease, closeRound, dropRound, openRound, remindLate, stateOfRound } from '../answers/round.js';
import type { Listener } from '../listeners.js';
import type { CommandContext } from '../operation.js';
import { endOf, nextReminder } from '../feedback/rules.js';
import { panels, type AreaRecord, type PanelRecord } from './model.js';
import { QUESTIONS } from './questions.js';
import type { Raters } from './raters.js';

/** Different writers of texts before any of them is shown. */
const WRITERS = 3;
/** A release that could not be computed is tried again after this time. */
const AGAIN_MS = 3_600_000;

/** Asks the raters about an area until the end of a day. */
export async function openPanel(
  context: CommandContext,
  area: AreaRecord,
  raters: Raters,
  answerBy: string,
): Promise<PanelRecord> {
  const { tx, now, newId, settings } = context;
  const at = now.toISOString();
  const closesAt = endOf(answerBy, settings.timeZone);
  const { id: areaId, personId, cycleId, measureId, label } = area;
  const { mode, thresholds, relations, seats } = raters;
  const k = thresholds.k360;
  const record = withDue(
    {
      ...{ id: newId(), areaId, personId, cycleId, measureId, label, mode, k },
      ...{ state: 'collecting', at, answerBy, closesAt },
    },
    nextReminder({ at, dueOn: answerBy }, now, settings.timeZone),
  );
  await tx.insert(panels, record);
  await openRound(context, {
    id: record.id,
    owner: { area: 'growth', id: record.id },
    mode,
    shape: 'panel',
    thresholds: { k, kText: thresholds.kText, writers: WRITERS },
    colluders: 0,
    questions: QUESTIONS,
    groups: [],
    relations,
    indexes: [],
    seats: seats.map(({ personId: rater, relation }) => ({
      ...{ id: newId(), personId: rater, sheetId: personId, groups: [relation] },
    })),
  });
  const audience = seats.map(({ personId: rater }) => rater);
  await tx.tell({ type: 'growth.asked', ids: [record.id], audience });
  return record;
}

/** Calls a question off: what was answered is deleted by the ticks that follow. */
export async function callOff({ tx, now }: CommandContext, panel: PanelRecord): Promise<void> {
  const { remindAt: _remindAt, ...kept } = panel;
  await tx.replace(panels, { ...kept, state: 'canceled', dueAt: now.toISOString() });
  await tx.tell({ type: 'growth.calledOff', ids: [panel.id], audience: [panel.personId] });
}

/** Does what is due with a question: a reminder, the close, another try at the release, deleting. */
export async function advancePanel(context: CommandContext, panel: PanelRecord): Promise<void> {
  const { tx, now, settings } = context;
  if (panel.state === 'canceled') {
    if (await dropRound(context, panel.id)) return;
    const { dueAt: _dueAt, ...kept } = panel;
    return tx.replace(panels, kept);
  }
  if (panel.state === 'releasing' || panel.closesAt <= now.toISOString()) {
    if (panel.state === 'collecting') await closeRound(context, panel.id);
    const { dueAt: _dueAt, remindAt: _remindAt, reminding: _reminding, ...kept } = panel;
    await tx.replace(panels, { ...kept, state: 'releasing' });
    return askRelease(context, panel.id);
  }
  const late = new Set<string>();
  const step = await remindLate(context, panel.id, async ({ personId }) => void late.add(personId), {
    after: panel.reminding,
  });
  if (late.size > 0) await tx.tell({ type: 'growth.reminded', ids: [panel.id], audience: [...late] });
  const { reminding: _reminding, ...kept } = panel;
  if (step.next !== undefined) return tx.replace(panels, { ...kept, reminding: step.next });
  const remindAt = nextReminder({ at: panel.at, dueOn: panel.answerBy }, now, settings.timeZone);
  return tx.replace(panels, withDue(kept, remindAt));
}

function withDue({ remindAt: _remindAt, ...panel }: PanelRecord, remindAt: string | undefined): PanelRecord {
  return { ...panel, ...(remindAt !== undefined && { remindAt }), dueAt: remindAt ?? panel.closesAt };
}

/** What growth does when the release of what raters noticed is there, or could not be computed. */
export const growthListeners: Readonly<Record<string, Listener>> = {
  'round.released': async ({ tx }, { ids: [roundId = ''] }) => {
    const panel = await tx.get(panels, roundId);
    if (panel?.state !== 'releasing') return;
    await tx.replace(panels, { ...panel, state: 'released' });
    await tx.tell({ type: 'growth.noticed', ids: [panel.areaId, panel.id], audience: [panel.personId] });
  },
  'round.failed': async ({ tx, now }, { ids: [roundId = ''] }) => {
    const panel = await tx.get(panels, roundId);
    if (panel?.state !== 'releasing' || (await stateOfRound(tx, roundId))?.state !== 'closed') return;
    await tx.replace(panels, { ...panel, dueAt: new Date(now.getTime() + AGAIN_MS).toISOString() });
  },
};
