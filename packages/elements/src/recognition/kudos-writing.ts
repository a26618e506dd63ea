import type { KudosAudience, KudosDraft } from '@guildhall/core';
import type { Failure } from '../internal/failure.js';
import type { Unsettled } from '../internal/command.js';
import type { Choice } from '../parts/choice.js';
import type { Picked } from '../parts/person-search.js';

/** A thank-you while it is being written: every field as its control holds it. */
export interface Writing {
  receivers: readonly Picked[];
  message: string;
  values: readonly string[];
  /** For which skills, where a thing thanked for is named. */
  skills: readonly Choice[];
  impact: string;
  url: string;
  linkTitle: string;
  audience: KudosAudience;
  points: string;
  /** What was sent when nobody knows whether it arrived. */
  unsettled?: Unsettled | undefined;
}

/** Where something can be wrong; `send` is the form as a whole. */
export type Place = Exclude<keyof Writing, 'audience' | 'unsettled'> | 'send';

/** The longest message, in code points. */
export const MESSAGE_MAX = 2000;

const IMPACT_MAX = 300;
const TITLE_MAX = 200;
/** As core has it. */
const WEB_ADDRESS = /^https?:\/\/[^\s/?#\\]+([/?#]\S*)?$/i;

/** Nothing written yet. */
export const blank: Writing = {
  receivers: [],
  message: '',
  values: [],
  skills: [],
  impact: '',
  url: '',
  linkTitle: '',
  audience: 'public',
  points: '',
};

/** Whether what was kept in the browser is a draft as this version writes it, or as one before it that knew no skills. */
export function isWriting(value: unknown): value is Omit<Writing, 'skills'> & Partial<Writing> {
  if (typeof value !== 'object' || value === null) return false;
  const kept = new Map<string, unknown>(Object.entries({ skills: [], ...value }));
  return Object.entries(blank).every(([name, empty]) =>
    Array.isArray(empty) ? Array.isArray(kept.get(name)) : typeof kept.get(name) === 'string',
  );
}

/**
 * The writing as the server takes it, for a mentorship where one is thanked for. The same writing gives the same text,
 * so that it keeps its key.
 */
export function draftOf(writing: Writing, mentorshipId = ''): KudosDraft {
  const { receivers, message, values, skills, impact, url, linkTitle, audience, points } = writing;
  return {
    receivers: receivers.map(({ id }) => id),
    message,
    values: [...values],
    // They count for what is named: without it the field is not there.
    ...((url || mentorshipId) && skills.length && { skills: skills.map(({ id }) => id) }),
    ...(impact.trim() && { impact }),
    ...(mentorshipId && { ref: { kind: 'mentorship' as const, id: mentorshipId } }),
    ...(url && { ref: { kind: 'link' as const, url, title: linkTitle.trim() ? linkTitle : titleOf(url) } }),
    audience,
    ...(points && { points: Number(points) }),
  };
}

/** The sentences for what may be wrong. */
interface Needs {
  needReceiver: string;
  needMessage: string;
  needAddress: string;
  needPoints: string;
  tooLong: string;
}

/** What must be mended before sending, by place. The server looks again. */
export function problemsOf(writing: Writing, needs: Needs): Partial<Record<Place, string>> {
  const { receivers, message, impact, url, linkTitle, points } = writing;
  const long = (text: string, max: number) => [...text].length > max;
  return {
    ...(!receivers.length && { receivers: needs.needReceiver }),
    ...(!message.trim() && { message: needs.needMessage }),
    ...(long(message, MESSAGE_MAX) && { message: needs.tooLong }),
    ...(long(impact, IMPACT_MAX) && { impact: needs.tooLong }),
    ...((url || linkTitle.trim()) && !WEB_ADDRESS.test(url) && { url: needs.needAddress }),
    ...(long(linkTitle, TITLE_MAX) && { linkTitle: needs.tooLong }),
    ...(points && !/^[1-9]\d{0,5}$/.test(points) && { points: needs.needPoints }),
  };
}

const placeOfReason: Partial<Record<string, Place>> = {
  'kudos.self': 'receivers',
  'kudos.tooMany': 'receivers',
  'person.unknown': 'receivers',
  'person.departed': 'receivers',
  'team.empty': 'receivers',
  'value.unknown': 'values',
  'skill.unknown': 'skills',
  'allowance.spent': 'points',
  'points.off': 'points',
};
const placeOfPath: Partial<Record<string, Place>> = { 'ref.url': 'url', 'ref.title': 'linkTitle' };

/** The fields that a refusal is about. */
export function placesOf({ reason, fields = [] }: Failure): Place[] {
  const named = fields.map(({ path }) => placeOfPath[path] ?? path.split('.')[0]);
  const places = named.filter((name): name is Place => name !== undefined && Object.hasOwn(blank, name));
  return places.length ? places : [placeOfReason[reason] ?? 'send'];
}

/** A name for a page from the last part of its address: `…/how-to-roll-back.html` is "How to roll back". */
export function titleOf(url: string): string {
  const { hostname, pathname } = URL.canParse(url) ? new URL(url) : { hostname: url, pathname: '' };
  const last = pathname.split('/').filter(Boolean).at(-1) ?? '';
  const words = decoded(last)
    .replace(/\.\w{1,5}$/, '')
    .replace(/[-_+\s]+/g, ' ')
    .trim();
  return [...(words ? words.charAt(0).toUpperCase() + words.slice(1) : hostname)]
    .slice(0, TITLE_MAX)
    .join('');
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
