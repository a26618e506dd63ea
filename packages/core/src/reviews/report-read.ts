import { canonicalJson } from '../wire.js';
import type { QueryContext } from '../operation.js';
import { refsOf } from '../people/read.js';
import { sha256 } from '../sha256.js';
import { attributedForms } from './report-attributed.js';
import { gapsOf } from './report-gaps.js';
import { reportMeasures } from './measured.js';
import { frozenForms, subjects, type SubjectRecord } from './model/cycle.js';
import type { Report, ReportClass, ReportHead } from './model/report.js';
import type { Readable } from './report-access.js';
import { allCompetencies, askedItems, mayRead } from './rules/report-forms.js';
import { frozenPanel } from './round-of.js';
import { isHr } from './rules/nomination.js';

type Moment = Pick<QueryContext, 'tx' | 'actor'>;

/** More points than this nobody contests. */
export const MOST_CONTESTS = 20;

/** What is said of a report in a list. */
export async function headOf({ tx }: Moment, { cycle, subject, as }: Readable): Promise<ReportHead> {
  const ref = (await refsOf(tx, [subject.subjectId])).get(subject.subjectId);
  return {
    cycle: { id: cycle.id, name: cycle.name },
    subject: ref ?? { id: subject.subjectId, name: '' },
    as,
    state: reportState(subject),
    releasedAt: cycle.since.released ?? cycle.createdAt,
  };
}

function reportState({ contests, acknowledgedAt }: SubjectRecord): ReportHead['state'] {
  if (contests.some((one) => !one.answer)) return 'contested';
  if (contests.length > 0) return 'answered';
  return acknowledgedAt === undefined ? 'released' : 'acknowledged';
}

/**
 * A report as one reader reads it. Everything in it but what was said of it since lies in frozen records, so that it
 * is the same however often it is read; `hash` says so.
 */
export async function reportView(moment: Moment, readable: Readable): Promise<Report> {
  const { tx } = moment;
  const { cycle, subject, as } = readable;
  const forms = (await tx.get(frozenForms, cycle.id))?.forms ?? {};
  const items = askedItems(forms).filter((item) => mayRead(item, as));
  const asked = new Set(items.map((item) => item.question.id));
  const competencies = allCompetencies(forms).filter((one) => one.questionIds.every((id) => asked.has(id)));
  const measures = reportMeasures(items, competencies);
  const attributed = await attributedForms(moment, readable, items, competencies);
  const panel = await frozenPanel(tx, cycle.id, subject.subjectId);
  const seen = new Set(measures.map((one) => one.id));
  const classes = (panel?.classes ?? []).map((one) => classFor(one, seen, asked));
  const all = panel?.all && classFor(panel.all, seen, asked);
  const frozen = { cycleId: cycle.id, subjectId: subject.subjectId, items, attributed, classes, all };
  const head = await headOf(moment, readable);
  return {
    ...head,
    mode: cycle.mode,
    k: cycle.thresholds.k360,
    kText: cycle.thresholds.kText,
    hash: sha256(canonicalJson(JSON.parse(JSON.stringify(frozen)))),
    questions: items.map(({ question, section, directions }) => ({
      question,
      directions,
      ...(section !== undefined && { section }),
    })),
    competencies,
    measures,
    attributed,
    classes,
    ...(all && { all }),
    gaps: gapsOf({ items, competencies, measures, attributed, classes, all }),
    ...(subject.acknowledgedAt !== undefined && { acknowledgedAt: subject.acknowledgedAt }),
    contests: await contestViews(moment, subject),
    may: mayOf(moment, readable),
  };
}

/** A class as far as the reader reads it. The writers' keys to their texts stay here. */
function classFor(
  { relations, n, cells, texts }: NonNullable<Awaited<ReturnType<typeof frozenPanel>>>['classes'][number],
  measures: ReadonlySet<string>,
  questions: ReadonlySet<string>,
): ReportClass {
  return {
    relations: relations as ReportClass['relations'],
    n,
    cells: Object.fromEntries(Object.entries(cells).filter(([id]) => measures.has(id))),
    texts: Object.fromEntries(
      Object.entries(texts)
        .filter(([id]) => questions.has(id))
        .map(([id, cell]) => [
          id,
          cell.shown ? { shown: true, texts: cell.texts.map(({ text }) => ({ text })) } : cell,
        ]),
    ),
  };
}

function mayOf({ actor }: Moment, { cycle, subject, as }: Readable): Report['may'] {
  const own = as === 'subject';
  const open = subject.contests.length < MOST_CONTESTS && cycle.state === 'released';
  return {
    acknowledge: own && subject.acknowledgedAt === undefined,
    contest: own && open,
    answerContest: isHr(actor) && !own && subject.contests.some((one) => !one.answer),
    export: true,
    grow: own,
  };
}

/** What a subject contests, with the answers. */
export async function contestViews({ tx }: Moment, { contests }: SubjectRecord): Promise<Report['contests']> {
  const refs = await refsOf(
    tx,
    contests.flatMap((one) => one.answer?.byId ?? []),
  );
  return contests.map(({ id, questionId, text, at, answer }) => {
    const by = answer && refs.get(answer.byId);
    return {
      ...{ id, text, at },
      ...(questionId !== undefined && { questionId }),
      ...(answer && { answer: { text: answer.text, at: answer.at, ...(by && { by }) } }),
    };
  });
}

/** All reports of people who report to somebody, or to those who do, the newest first. */
export async function lineSubjects({ tx, actor }: Moment): Promise<SubjectRecord[]> {
  const limit = 1000;
  const order = '-launchedAt';
  const [direct, further] = [
    await tx.find(subjects, { where: { managerId: actor.id }, order, limit }),
    await tx.find(subjects, { where: { skipManagerId: actor.id }, order, limit }),
  ];
  const all = new Map([...direct.items, ...further.items].map((one) => [one.id, one]));
  return [...all.values()].sort((a, b) =>
    a.launchedAt === b.launchedAt ? (a.id < b.id ? -1 : 1) : a.launchedAt < b.launchedAt ? 1 : -1,
  );
}
