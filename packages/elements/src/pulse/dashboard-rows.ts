import type { Client } from '@guildhall/core';
import type { survey } from '../strings/en/survey.js';

/** All groups of a wave with their figures. */
export type Dashboard = Awaited<ReturnType<Client['pulse']['dashboard']>>;
/** A group with its figures. */
export type DashboardRow = Dashboard['rows'][number];
/** A group as readers name it. */
export type Group = DashboardRow['group'];

/** What groups are made by. */
export type GroupKind = keyof typeof survey.kinds;

/** Groups that are made by the same. */
export interface GroupSection {
  kind: GroupKind;
  /** By name. */
  rows: DashboardRow[];
}

const BY_ATTRIBUTE = ['department', 'team', 'location', 'grade'] as const;

/** The rows by what their groups are made by, the whole first; within one kind by name. */
export function sectionsOf(
  rows: readonly DashboardRow[],
  nameOf: (group: Group) => string,
  locale: string,
): GroupSection[] {
  const sections = new Map<GroupKind, DashboardRow[]>();
  for (const row of rows) {
    const kind = kindOf(row.group);
    sections.set(kind, [...(sections.get(kind) ?? []), row]);
  }
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return [...sections].map(([kind, of]) => ({
    kind,
    rows: of.sort((a, b) => compare(nameOf(a.group), nameOf(b.group))),
  }));
}

function kindOf({ id, level }: Group): GroupKind {
  if (level === 0) return 'all';
  if (level === 3) return 'crossed';
  return BY_ATTRIBUTE.find((each) => id.startsWith(`${each}:`)) ?? 'below';
}
