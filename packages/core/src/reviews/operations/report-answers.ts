import { GuildhallError, notFound } from '../../errors.js';
import { command, query, type CommandContext } from '../../operation.js';
import { filterPages, type PageRequest } from '../../paging.js';
import { PersonRef } from '../../people/model.js';
import { refsOf } from '../../people/read.js';
import { holders, members } from '../../policy.js';
import { id, page, pageOf, text, z } from '../../schema.js';
import { hrCycle, subjectKey } from '../cycle-read.js';
import { frozenForms, subjects, type ContestRecord, type SubjectRecord } from '../model/cycle.js';
import { Contest, ContestDraft, ReportHead } from '../model/report.js';
import { isReleased, readable, type Readable } from '../report-access.js';
import { contestViews, headOf, MOST_CONTESTS } from '../report-read.js';
import { askedItems, mayRead } from '../rules/report-forms.js';

/** What the changes of one report wait for. */
const aloneOn = (cycleId: string, subjectId: string) => `review report ${subjectKey(cycleId, subjectId)}`;

/** The report about the caller; `report.unknown` when there is none to read. */
async function ownReport(context: CommandContext, cycleId: string): Promise<Readable> {
  const found = await readable(context, cycleId);
  if (found.as !== 'subject') throw notFound('report');
  return found;
}

export const acknowledge = command({
  summary: 'Says that the caller has read the report about them.',
  who: members,
  input: z.strictObject({ cycleId: id }),
  output: ReportHead,
  refuses: ['report.unknown'],
  alone: ({ cycleId }, actor) => aloneOn(cycleId, actor.id),
  async run(context, { cycleId }) {
    const { tx, actor, now } = context;
    const found = await ownReport(context, cycleId);
    const subject = { ...found.subject, acknowledgedAt: found.subject.acknowledgedAt ?? now.toISOString() };
    await tx.replace(subjects, subject);
    await tx.tell({ type: 'report.acknowledged', ids: [cycleId], audience: [actor.id] });
    return headOf(context, { ...found, subject });
  },
});

export const contest = command({
  summary: 'Contests a factual point of the report about the caller. HR answers.',
  who: members,
  input: ContestDraft,
  output: Contest,
  refuses: ['report.unknown', 'question.unknown', 'contest.tooMany', 'cycle.wrongState'],
  alone: ({ cycleId }, actor) => aloneOn(cycleId, actor.id),
  async run(context, { cycleId, questionId, text: words }) {
    const { tx, actor, now, newId } = context;
    const { cycle, subject } = await ownReport(context, cycleId);
    if (cycle.state !== 'released')
      throw new GuildhallError('conflict', 'cycle.wrongState', 'The cycle is closed: its reports stand.', {
        details: { state: cycle.state },
      });
    if (subject.contests.length >= MOST_CONTESTS)
      throw new GuildhallError('limited', 'contest.tooMany', `${MOST_CONTESTS} points are the most.`);
    const forms = (await tx.get(frozenForms, cycleId))?.forms ?? {};
    const asked = askedItems(forms).filter((item) => mayRead(item, 'subject'));
    if (questionId !== undefined && !asked.some((item) => item.question.id === questionId))
      throw notFound('question');
    const point: ContestRecord = {
      id: newId(),
      ...(questionId !== undefined && { questionId }),
      text: words,
      at: now.toISOString(),
    };
    const contested: SubjectRecord = { ...subject, contests: [...subject.contests, point] };
    await tx.replace(subjects, contested);
    await tx.tell({
      type: 'report.contested',
      ids: [cycleId, actor.id],
      audience: [cycle.createdById],
    });
    return contestView(context, contested, point.id);
  },
});

export const listContests = query({
  summary: 'Lists what subjects of a cycle contest, for HR to answer.',
  who: holders('hrAdmin'),
  input: z.strictObject({ cycleId: id, ...page }),
  output: pageOf(z.object({ subject: PersonRef, contests: z.array(Contest) })),
  refuses: ['cycle.unknown'],
  async run(context, { cycleId, limit, after }) {
    const { tx, actor } = context;
    await hrCycle(tx, cycleId, actor);
    const where = { cycleId };
    const fetch = (request: PageRequest) => tx.find(subjects, { where, order: '+sortName', ...request });
    // Few contest anything: a page looks at many subjects.
    const request = { limit, after, step: 200 };
    const found = await filterPages(fetch, (one) => one.contests.length > 0, request);
    const those = found.items;
    const refs = await refsOf(
      tx,
      those.map((one) => one.subjectId),
    );
    const items = [];
    for (const one of those) {
      const subject = refs.get(one.subjectId);
      if (subject) items.push({ subject, contests: await contestViews(context, one) });
    }
    return { ...found, items };
  },
});

export const answerContest = command({
  summary: 'Answers a contested point; the subject and the readers of the report see the answer.',
  who: holders('hrAdmin'),
  input: z.strictObject({ cycleId: id, subjectId: id, contestId: id, text: text(2000) }),
  output: Contest,
  refuses: ['cycle.unknown', 'report.unknown', 'contest.unknown', 'contest.answered', 'contest.own'],
  alone: ({ cycleId, subjectId }) => aloneOn(cycleId, subjectId),
  async run(context, { cycleId, subjectId, contestId, text: words }) {
    const { tx, actor, now } = context;
    const cycle = await hrCycle(tx, cycleId, actor);
    const subject = await tx.get(subjects, subjectKey(cycleId, subjectId));
    if (!subject || !isReleased(cycle)) throw notFound('report');
    const point = subject.contests.find((one) => one.id === contestId);
    if (!point) throw notFound('contest');
    if (subjectId === actor.id)
      throw new GuildhallError('forbidden', 'contest.own', 'Somebody else answers what you contest.');
    if (point.answer)
      throw new GuildhallError('conflict', 'contest.answered', 'This point was answered already.');
    const answer = { text: words, byId: actor.id, at: now.toISOString() };
    const contests = subject.contests.map((one) => (one === point ? { ...one, answer } : one));
    const answered: SubjectRecord = { ...subject, contests };
    await tx.replace(subjects, answered);
    await tx.tell({ type: 'report.answered', ids: [cycleId, subjectId], audience: [subjectId] });
    return contestView(context, answered, contestId);
  },
});

async function contestView(context: CommandContext, subject: SubjectRecord, contestId: string) {
  const view = (await contestViews(context, subject)).find((one) => one.id === contestId);
  if (!view) throw notFound('contest');
  return view;
}
