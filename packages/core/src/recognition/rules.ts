import type { KnownActor } from '../policy.js';
import type { Settings } from '../settings/model.js';
import type { KudosRecord } from './model.js';

/** What the rules about sight need to know of a kudos, written or still being written. */
export type KudosSight = Pick<KudosRecord, 'giverId' | 'receivers' | 'teams' | 'audience'>;

/**
 * Who may see a kudos: everyone, or these people and the members of these teams. The line that tells the
 * giver who will see it and every check of who may are made from this one rule.
 */
export function seersOf(kudos: KudosSight): { everyone: boolean; people: string[]; teams: string[] } {
  return {
    everyone: kudos.audience === 'public',
    people: [kudos.giverId, ...kudos.receivers],
    teams: kudos.audience === 'team' ? kudos.teams : [],
  };
}

/** Whether the actor may see a kudos. What was withdrawn or removed is gone for everybody. */
export function maySee(kudos: KudosRecord, actor: KnownActor): boolean {
  if (!isPublished(kudos)) return false;
  const seers = seersOf(kudos);
  return (
    seers.everyone ||
    seers.people.includes(actor.id) ||
    seers.teams.some((team) => actor.teamIds.includes(team))
  );
}

export function isPublished(kudos: KudosRecord): boolean {
  return kudos.shelf !== 'withdrawn' && kudos.shelf !== 'removed';
}

/** The end of the time in which the giver may mend the text. */
export function editUntil(kudos: KudosRecord, settings: Settings): Date {
  return new Date(Date.parse(kudos.givenAt) + settings.recognition.editMinutes * 60_000);
}

/** The end of the time in which the giver may withdraw. */
export function withdrawUntil(kudos: KudosRecord, settings: Settings): Date {
  return new Date(Date.parse(kudos.givenAt) + settings.recognition.withdrawHours * 3_600_000);
}

export function mayEdit(kudos: KudosRecord, actor: KnownActor, now: Date, settings: Settings): boolean {
  return kudos.giverId === actor.id && now < editUntil(kudos, settings);
}

export function mayWithdraw(kudos: KudosRecord, actor: KnownActor, now: Date, settings: Settings): boolean {
  return kudos.giverId === actor.id && now < withdrawUntil(kudos, settings);
}

/** Moderators remove, with a reason, what others wrote and they can see. */
export function mayModerate(actor: KnownActor, authorId: string): boolean {
  if (authorId === actor.id) return false;
  return actor.roles.includes('moderator') || actor.roles.includes('orgAdmin');
}

/** The calendar month of a moment in a time zone, such as `2026-11`. */
export function periodOf(now: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
  }).formatToParts(now);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}`;
}

/** The month before one: `2026-01` gives `2025-12`. */
export function monthBefore(period: string): string {
  const [year = 0, month = 0] = period.split('-').map(Number);
  const [before, of] = month === 1 ? [year - 1, 12] : [year, month - 1];
  return `${String(before).padStart(4, '0')}-${String(of).padStart(2, '0')}`;
}

/** What the points of a kudos cost: so many for each distinct receiver. */
export function costOf(kudos: Pick<KudosRecord, 'points' | 'receivers'>): number {
  return (kudos.points ?? 0) * kudos.receivers.length;
}
