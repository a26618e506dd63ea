import { releaseOf } from '../answers/round.js';
import { notFound } from '../errors.js';
import { skills } from '../people/model.js';
import { namesOf } from '../people/read.js';
import { cycles } from '../reviews/model/cycle.js';
import type { ReportClass } from '../reviews/model/report.js';
import type { PanelClass } from '../release/model.js';
import type { Reader } from '../store/store.js';
import { areas, panels, type AreaRecord, type GrowthArea, type Noticed, type PanelRecord } from './model.js';
import { QUESTIONS } from './questions.js';

/** An area of the person; others' areas are not there. */
export async function ownArea(tx: Reader, id: string, personId: string): Promise<AreaRecord> {
  const area = await tx.get(areas, id);
  if (area?.personId !== personId) throw notFound('area');
  return area;
}

/** The newest question to the raters about an area, unless it was called off. */
export async function newestPanel(tx: Reader, areaId: string): Promise<PanelRecord | undefined> {
  const found = await tx.find(panels, { where: { areaId }, order: '-at', limit: 1 });
  const [panel] = found.items;
  return panel?.state === 'canceled' ? undefined : panel;
}

/** Areas as their owner reads them, in the same order. */
export async function areaViews(tx: Reader, records: readonly AreaRecord[]): Promise<GrowthArea[]> {
  const named = await namesOf(
    tx,
    skills,
    records.flatMap(({ skillId }) => skillId ?? []),
  );
  const sources = await namesOf(
    tx,
    cycles,
    records.map(({ cycleId }) => cycleId),
  );
  const views: GrowthArea[] = [];
  for (const record of records) {
    const { id, label, from, to, min, max, plan, state, at, changedAt, cycleId, measureId } = record;
    const skill = named.get(record.skillId ?? '');
    const panel = await newestPanel(tx, id);
    views.push({
      ...{ id, label, from, to, min, max, state, at, changedAt },
      source: { cycleId, cycle: sources.get(cycleId)?.name ?? '', measureId },
      ...(skill && { skill }),
      ...(plan !== undefined && { plan }),
      ...(panel && panel.state !== 'canceled' && { asked: panel.state }),
      may: {
        change: state !== 'dropped',
        askRaters: state !== 'dropped' && (!panel || panel.state === 'released'),
      },
    });
  }
  return views;
}

/** One area as its owner reads it. */
export async function areaView(tx: Reader, record: AreaRecord): Promise<GrowthArea> {
  const [view] = await areaViews(tx, [record]);
  if (!view) throw notFound('area');
  return view;
}

/** What the raters noticed, as far as it is released. Nothing in it says how many have answered before. */
export async function noticedView(tx: Reader, area: AreaRecord): Promise<Noticed> {
  const panel = await newestPanel(tx, area.id);
  const questions = [...QUESTIONS];
  if (!panel || panel.state === 'canceled') return { state: 'none', questions, classes: [] };
  const { state, at, answerBy, k } = panel;
  const frozen = await releaseOf(tx, panel.id, area.personId);
  const release = frozen?.release.kind === 'panel' ? frozen.release : undefined;
  return {
    ...{ state, askedAt: at, answerBy, k, questions },
    ...(frozen && { releasedAt: frozen.releasedAt, hash: frozen.hash }),
    classes: (release?.classes ?? []).map(classView),
    ...(release?.all && { all: classView(release.all) }),
  };
}

/** The writers' keys to their texts stay here. */
function classView({ relations, n, cells, texts }: PanelClass): ReportClass {
  return {
    // The relations of a panel are directions: it was opened with them.
    relations: relations as ReportClass['relations'],
    n,
    cells,
    texts: Object.fromEntries(
      Object.entries(texts).map(([id, cell]) => [
        id,
        cell.shown ? { shown: true, texts: cell.texts.map(({ text }) => ({ text })) } : cell,
      ]),
    ),
  };
}
