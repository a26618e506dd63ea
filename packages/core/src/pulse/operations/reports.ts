import { GuildhallError, notFound } from '../../errors.js';
import { query, type QueryContext } from '../../operation.js';
import { refsOf } from '../../people/read.js';
import { membersAndSystem } from '../../policy.js';
import { id, z } from '../../schema.js';
import { languageFor } from '../form-read.js';
import { safetyGuide } from '../forms/safety.js';
import { itemsOf } from '../items.js';
import { GroupId, Language } from '../model/kinds.js';
import { Dashboard, GroupRef, GuidePart, Report, ReportFile, Trend } from '../model/report.js';
import { surveys } from '../model/survey.js';
import { waves, type WaveRecord } from '../model/wave.js';
import { fileOf } from '../report-file.js';
import { pick, reportOf, trendPoint } from '../report-read.js';
import { maySeeGroup } from '../rules/readers.js';
import { maySeeSurvey } from '../survey-read.js';
import { readingFor, releasedOf, visibleWave, type ReadableWave } from '../wave-read.js';

/** What reports of a group take. */
const ofGroup = {
  group: GroupId.default('all'),
  /** Of the built-in form. Default: the language of the caller's profile, else English. */
  language: Language.optional(),
};

/** The most waves of a trend: the latest. */
const MOST_POINTS = 60;

export const report = query({
  summary:
    'Reads what a wave shows of a group. What is too small, empty or not for the caller looks the same.',
  who: membersAndSystem,
  input: z.strictObject({ waveId: id, ...ofGroup }),
  output: Report,
  refuses: ['wave.unknown'],
  async run(context, { waveId, group, language }) {
    const readable = await visibleWave(context.tx, waveId, context.actor);
    return reportOf(context.tx, readable, group, await languageFor(context, language));
  },
});

export const exportReport = query({
  summary: 'Gives what `pulse.report` shows of a group as a file, made from the same figures.',
  who: membersAndSystem,
  input: z.strictObject({ waveId: id, ...ofGroup, format: z.enum(['csv', 'json']).default('csv') }),
  output: ReportFile,
  refuses: ['wave.unknown'],
  audited: true,
  async run(context, { waveId, group, language, format }) {
    const readable = await visibleWave(context.tx, waveId, context.actor);
    const shown = await reportOf(context.tx, readable, group, await languageFor(context, language));
    return fileOf(shown, format);
  },
});

export const groups = query({
  summary:
    'Lists the groups of a wave for which the caller may ask, whether or not anything of them is shown.',
  who: membersAndSystem,
  input: z.strictObject({ waveId: id }),
  output: z.object({ items: z.array(GroupRef) }),
  refuses: ['wave.unknown'],
  async run(context, { waveId }) {
    const readable = await visibleWave(context.tx, waveId, context.actor);
    return { items: await groupRefs(context, readable) };
  },
});

async function groupRefs({ tx }: QueryContext, { wave, reading }: ReadableWave) {
  const mine = wave.groups.filter((group) => maySeeGroup(reading, group.id));
  const managerOf = (group: WaveRecord['groups'][number]) => group.of.find(({ by }) => by === 'below')?.value;
  const refs = await refsOf(
    tx,
    mine.flatMap((group) => managerOf(group) ?? []),
  );
  return mine.map((group) => {
    const below = refs.get(managerOf(group) ?? '');
    return { id: group.id, level: group.level, label: group.label, ...(below && { below }) };
  });
}

export const trend = query({
  summary: "Reads a group's figures over the waves of a survey, the oldest first.",
  who: membersAndSystem,
  input: z.strictObject({ surveyId: id, ...ofGroup }),
  output: Trend,
  refuses: ['survey.unknown'],
  async run(context, { surveyId, group, language }) {
    const { tx, actor } = context;
    const where = { surveyId };
    const all = await tx.find(waves, { where, order: '-number', limit: MOST_POINTS });
    const known: ReadableWave[] = [];
    for (const wave of all.items.reverse()) {
      const reading = await readingFor(tx, wave, actor);
      if (reading.known) known.push({ wave, reading });
    }
    const survey = await tx.get(surveys, surveyId);
    if (!survey || (known.length === 0 && !maySeeSurvey(survey, actor))) throw notFound('survey');
    const points = [];
    for (const readable of known)
      if (readable.wave.state === 'released') points.push(await trendPoint(tx, readable, group));
    const items = known[0] ? itemsOf(known[0].wave, await languageFor(context, language)) : [];
    return { surveyId, items, points };
  },
});

export const dashboard = query({
  summary: 'Reads all groups of a wave side by side, for those who may read every group.',
  who: membersAndSystem,
  input: z.strictObject({ waveId: id, language: Language.optional() }),
  output: Dashboard,
  refuses: ['wave.unknown', 'wave.notYours'],
  async run(context, { waveId, language }) {
    const { tx, actor } = context;
    const readable = await visibleWave(tx, waveId, actor);
    if (readable.reading.groups !== 'every')
      throw new GuildhallError('forbidden', 'wave.notYours', 'Only who reads every group reads all of them.');
    const items = itemsOf(readable.wave, await languageFor(context, language));
    const release = await releasedOf(tx, readable.wave);
    const rows = (await groupRefs(context, readable)).map((group) => {
      const shown = pick(release, group.id, false);
      const cells = Object.fromEntries(items.map((item) => [item.id, shown.cell(item.id)]));
      return { group, cells, rate: shown.rate };
    });
    return { waveId, items, rows };
  },
});

export const guide = query({
  summary: 'Reads the guide to talking about safety in a team, for teams of any size.',
  who: membersAndSystem,
  input: z.strictObject({ language: Language.optional() }),
  output: z.object({ items: z.array(GuidePart) }),
  async run(context, { language }) {
    return { items: safetyGuide(await languageFor(context, language), () => false) };
  },
});
