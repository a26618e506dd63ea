import { GuildhallError, invalidField } from '../../errors.js';
import { command, query, type CommandContext } from '../../operation.js';
import { skills } from '../../people/model.js';
import { keyOf } from '../../people/rules.js';
import { members } from '../../policy.js';
import { readable } from '../../reviews/report-access.js';
import { reportView } from '../../reviews/report-read.js';
import { id, page, pageOf, z } from '../../schema.js';
import { callOff } from '../panel-life.js';
import {
  AreaChange,
  areas as areaRecords,
  AreaState,
  GapChoice,
  GrowthArea,
  type AreaRecord,
} from '../model.js';
import { areaView, areaViews, newestPanel, ownArea } from '../read.js';
import { gapFor, liveKey, nextStepOf, type Gapped } from '../rules.js';

/** What everything that changes one person's areas waits for. */
export const aloneOnAreas = (_input: unknown, actor: { id: string }) => `growth areas ${actor.id}`;

export const fromFeedback = command({
  summary: 'Makes a growth area of a skill or a question of the caller’s own released report.',
  who: members,
  input: GapChoice.refine(
    ({ skill, questionId }) => (skill === undefined) !== (questionId === undefined),
    'Name a skill or a question, one of the two.',
  ),
  output: GrowthArea,
  refuses: ['report.unknown', 'growth.notShown', 'growth.exists'],
  alone: aloneOnAreas,
  async run(context, choice) {
    const { tx, actor, now, newId } = context;
    const gap = await gapOf(context, choice);
    const to = choice.to ?? nextStepOf(gap);
    checkGoal(gap, to);
    const skillId = gap.skill === undefined ? undefined : await listedSkill(context, gap.skill);
    const live = liveKey({ personId: actor.id, cycleId: choice.cycleId, measureId: gap.measureId });
    await refuseDouble(context, live);
    const { label, from, min, max, measureId } = gap;
    const at = now.toISOString();
    const record: AreaRecord = {
      ...{ id: newId(), personId: actor.id, label, from, to, min, max },
      ...{ cycleId: choice.cycleId, measureId, state: 'open', at, changedAt: at, live },
      ...(skillId !== undefined && { skillId }),
    };
    await tx.insert(areaRecords, record);
    await tx.tell({ type: 'growth.changed', ids: [record.id], audience: [actor.id] });
    return areaView(tx, record);
  },
});

/** What the report about the caller shows of it. Reports about others, which managers and HR read, are not asked for. */
async function gapOf(context: CommandContext, choice: z.output<typeof GapChoice>): Promise<Gapped> {
  const own = await readable(context, choice.cycleId);
  const gap = gapFor(await reportView(context, own), choice);
  if (!gap) throw new GuildhallError('conflict', 'growth.notShown', 'The report shows no figure of this.');
  return gap;
}

function checkGoal({ from, max }: Pick<AreaRecord, 'from' | 'max'>, to: number): void {
  if (to < from || to > max) throw invalidField('to', `Use a number from ${from} to ${max}.`);
}

async function listedSkill({ tx }: CommandContext, name: string): Promise<string | undefined> {
  const found = await tx.find(skills, { where: { key: keyOf(name) }, order: '+id', limit: 1 });
  const [skill] = found.items;
  return skill?.listed === undefined ? undefined : skill.id;
}

async function refuseDouble({ tx, actor }: CommandContext, live: string): Promise<void> {
  for (let after: string | undefined; ;) {
    const where = { personId: actor.id, state: 'open' as const };
    const open = await tx.find(areaRecords, { where, order: '+at', limit: 100, after });
    if (open.items.some((one) => one.live === live))
      throw new GuildhallError('conflict', 'growth.exists', 'An open area comes from the same gap.');
    if (open.next === undefined) return;
    after = open.next;
  }
}

export const areas = query({
  summary: 'The growth areas of the caller, newest first; nobody else reads them.',
  who: members,
  input: z.strictObject({ state: AreaState.optional(), ...page }),
  output: pageOf(GrowthArea),
  async run({ tx, actor }, { state, limit, after }) {
    const where = { personId: actor.id, ...(state && { state }) };
    const found = await tx.find(areaRecords, { where, order: '-at', limit, after });
    return { ...found, items: await areaViews(tx, found.items) };
  },
});

export const updateArea = command({
  summary: 'Changes the goal, the plan or the state of a growth area of the caller.',
  who: members,
  input: AreaChange,
  output: GrowthArea,
  refuses: ['area.unknown', 'growth.dropped', 'growth.exists'],
  alone: aloneOnAreas,
  async run(context, { id: areaId, to, plan, state }) {
    const { tx, actor, now } = context;
    const before = await ownArea(tx, areaId, actor.id);
    if (before.state === 'dropped') throw dropped();
    if (to !== undefined) checkGoal(before, to);
    const { live: _live, plan: planned, ...kept } = before;
    const after = state ?? before.state;
    const live = liveKey(before);
    if (after === 'open' && before.state !== 'open') await refuseDouble(context, live);
    const text = plan === undefined ? planned : (plan ?? undefined);
    const record: AreaRecord = {
      ...kept,
      ...(to !== undefined && { to }),
      ...(text !== undefined && { plan: text }),
      state: after,
      ...(after === 'open' && { live }),
      changedAt: now.toISOString(),
    };
    await tx.replace(areaRecords, record);
    await tx.tell({ type: 'growth.changed', ids: [areaId], audience: [actor.id] });
    return areaView(tx, record);
  },
});

export const dropArea = command({
  summary: 'Gives up a growth area of the caller; what raters were asked about it is called off.',
  who: members,
  input: z.strictObject({ id }),
  output: GrowthArea,
  refuses: ['area.unknown'],
  alone: aloneOnAreas,
  async run(context, input) {
    const { tx, actor, now } = context;
    const before = await ownArea(tx, input.id, actor.id);
    if (before.state === 'dropped') return areaView(tx, before);
    const panel = await newestPanel(tx, before.id);
    if (panel?.state === 'collecting') await callOff(context, panel);
    const { live: _live, ...kept } = before;
    const record: AreaRecord = { ...kept, state: 'dropped', changedAt: now.toISOString() };
    await tx.replace(areaRecords, record);
    await tx.tell({ type: 'growth.changed', ids: [before.id], audience: [actor.id] });
    return areaView(tx, record);
  },
});

/** The refusal of changes to what was given up. */
export function dropped(): GuildhallError {
  return new GuildhallError('conflict', 'growth.dropped', 'This area was given up. Make a new one.');
}
