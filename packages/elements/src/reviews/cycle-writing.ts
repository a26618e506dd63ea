import type { Picked } from '../parts/person-search.js';
import type { Cycle, CycleDraft } from './cycle-types.js';

/** Who answers, in the order of the form. */
export const DIRECTIONS = ['self', 'manager', 'peer', 'upward', 'external'] as const;
/** Who answers, as seen from the subject. */
export type Direction = (typeof DIRECTIONS)[number];
/** Those of whom several are asked. */
export const SEVERAL = ['peer', 'upward', 'external'] as const satisfies readonly Direction[];
/** One of those. */
export type Several = (typeof SEVERAL)[number];
/** Who may read a report. */
export const READERS = ['subject', 'manager', 'skipManager', 'hr'] as const;

/** A cycle while it is being written: every field as its control holds it. */
export interface CycleWriting {
  name: string;
  purpose: string;
  people: readonly Picked[];
  mode: NonNullable<CycleDraft['mode']>;
  nominationMode: NonNullable<CycleDraft['nominationMode']>;
  approval: NonNullable<CycleDraft['approval']>;
  /** The id of the template by direction; empty: not asked. */
  template_self: string;
  template_manager: string;
  template_peer: string;
  template_upward: string;
  template_external: string;
  least_peer: string;
  least_upward: string;
  least_external: string;
  most_peer: string;
  most_upward: string;
  most_external: string;
  k360: string;
  kText: string;
  reader_subject: boolean;
  reader_manager: boolean;
  reader_skipManager: boolean;
  reader_hr: boolean;
  nominateBy: string;
  answerBy: string;
  releaseOn: string;
}

/** A new cycle: confidential, everyone asked by the same questions, five to eight of each kind. */
export function blankCycle(templateId: string): CycleWriting {
  return {
    ...{
      name: '',
      purpose: '',
      people: [],
      mode: 'confidential',
      nominationMode: 'subject',
      approval: 'manager',
    },
    ...{ template_self: templateId, template_manager: templateId, template_peer: templateId },
    ...{ template_upward: templateId, template_external: '' },
    ...{ least_peer: '5', least_upward: '0', least_external: '0' },
    ...{ most_peer: '8', most_upward: '10', most_external: '5' },
    ...{ k360: '3', kText: '10' },
    ...{ reader_subject: true, reader_manager: false, reader_skipManager: false, reader_hr: false },
    ...{ nominateBy: '', answerBy: '', releaseOn: '' },
  };
}

/** A cycle as the form holds it. `people` names those who are reviewed. */
export function writingOf({ draft, ...cycle }: Cycle, people: readonly Picked[]): CycleWriting {
  const { name, purpose, mode, nominationMode, approval, amounts, thresholds, visibility, dates } =
    draft ?? cycle;
  const idOf = (direction: Direction) =>
    draft?.templateByDirection[direction]?.templateId ??
    cycle.templates.find((one) => one.direction === direction)?.templateId ??
    '';
  const amount = (direction: Several) => amounts?.[direction] ?? { min: 0, max: 10 };
  return {
    ...{ name, purpose, people, nominateBy: dates.nominateBy, answerBy: dates.answerBy },
    releaseOn: dates.releaseOn ?? '',
    mode,
    nominationMode,
    approval,
    ...{ template_self: idOf('self'), template_manager: idOf('manager'), template_peer: idOf('peer') },
    ...{ template_upward: idOf('upward'), template_external: idOf('external') },
    ...{ least_peer: `${amount('peer').min}`, most_peer: `${amount('peer').max}` },
    ...{ least_upward: `${amount('upward').min}`, most_upward: `${amount('upward').max}` },
    ...{ least_external: `${amount('external').min}`, most_external: `${amount('external').max}` },
    ...{ k360: `${thresholds.k360}`, kText: `${thresholds.kText}` },
    ...{ reader_subject: visibility.subject, reader_manager: visibility.manager },
    ...{ reader_skipManager: visibility.skipManager, reader_hr: visibility.hr },
  };
}

/** What is sent for a form that has no problems. The versions that were chosen stay where the template does. */
export function draftOf(writing: CycleWriting, before?: CycleDraft): CycleDraft {
  const asked = DIRECTIONS.filter((direction) => writing[`template_${direction}`]);
  const choice = (direction: Direction) => {
    const templateId = writing[`template_${direction}`];
    const old = before?.templateByDirection[direction];
    return old?.templateId === templateId ? old : { templateId };
  };
  const amount = (direction: Several) => ({
    min: Number(writing[`least_${direction}`]),
    max: Number(writing[`most_${direction}`]),
  });
  const several = SEVERAL.filter((direction) => asked.includes(direction));
  const { nominateBy, answerBy, releaseOn, mode, nominationMode, approval } = writing;
  return {
    ...{ name: writing.name.trim(), purpose: writing.purpose.trim(), mode, nominationMode, approval },
    subjects: writing.people.map(({ id }) => id),
    templateByDirection: Object.fromEntries(asked.map((direction) => [direction, choice(direction)])),
    amounts: Object.fromEntries(several.map((direction) => [direction, amount(direction)])),
    thresholds: { k360: Number(writing.k360), kText: Number(writing.kText) },
    visibility: {
      ...{ subject: writing.reader_subject, manager: writing.reader_manager },
      ...{ skipManager: writing.reader_skipManager, hr: writing.reader_hr },
    },
    dates: { nominateBy, answerBy, ...(releaseOn && { releaseOn }) },
  };
}
