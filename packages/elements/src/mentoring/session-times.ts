import type { Client } from '@guildhall/core';
import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../internal/format.js';
import type { mentorship as english } from '../strings/en/mentorship.js';
import { offsetAt, placeOf } from './zoned-time.js';

/** Somebody of a mentorship with the zone that they show, if they show one. */
export interface InZone {
  id: string;
  name: string;
  timeZone?: string | undefined;
}

/** When a session is, and for whom it is told. */
export interface Told {
  start: Date;
  minutes: number;
  /** The viewer's zone. */
  ownZone: string;
  others: readonly InZone[];
}

/** The zones of people, as far as they show them to the viewer. Who cannot be read shows none. */
export async function zonesOf(
  client: Client,
  people: readonly { id: string; name: string }[],
  signal: AbortSignal,
): Promise<readonly InZone[]> {
  return Promise.all(
    people.map(async ({ id, name }) => {
      try {
        const { timeZone } = await client.people.get({ id }, { signal });
        return { id, name, ...(timeZone !== undefined && isKnownZone(timeZone) && { timeZone }) };
      } catch (error) {
        signal.throwIfAborted();
        // Without the zone there is still a session to plan; only the sentence about it changes.
        console.warn('[guildhall] A time zone could not be read.', error);
        return { id, name };
      }
    }),
  );
}

/** From when to when, in words of a zone: "Thursday, 26 March, 15:00 – 16:00". The year when it is not this one. */
export function rangeWords(start: Date, minutes: number, timeZone: string, locale: string): string {
  const isThisYear = start.getUTCFullYear() === new Date().getUTCFullYear();
  const format = new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(!isThisYear && { year: 'numeric' }),
    hour: 'numeric',
    minute: '2-digit',
  });
  return format.formatRange(start, new Date(start.getTime() + minutes * 60_000));
}

/** When a session is for each of its people, in their own zones; once, when the clocks of all show the same. */
export function timesFor(told: Told, strings: typeof english, locale: string): TemplateResult {
  const { start, minutes, ownZone, others } = told;
  const known = others.filter(({ timeZone }) => timeZone !== undefined);
  const unknown = others.filter(({ timeZone }) => timeZone === undefined);
  const words = (zone: string) => rangeWords(start, minutes, zone, locale);
  const isSame = known.every(
    ({ timeZone = ownZone }) => offsetAt(start.getTime(), timeZone) === offsetAt(start.getTime(), ownZone),
  );
  const time = html`<time datetime=${start.toISOString()}>${words(ownZone)}</time>`;
  const rows = known.map(
    ({ name, timeZone = ownZone }) =>
      html`<div>
        <dt>${fill(strings.timeThey, { name: html`<bdi>${name}</bdi>`, place: placeOf(timeZone) })}</dt>
        <dd>${words(timeZone)}</dd>
      </div>`,
  );
  return html`${
    isSame
      ? html`<p class="when">${time}</p>
          ${known.length ? html`<p class="quiet small">${strings.sameTime}</p>` : nothing}`
      : html`<dl class="when each">
          <div>
            <dt>${fill(strings.timeYou, { place: placeOf(ownZone) })}</dt>
            <dd>${time}</dd>
          </div>
          ${rows}
        </dl>`
  }
  ${unknown.map(
    ({ name }) =>
      html`<p class="quiet small">${fill(strings.zoneUnknown, { name: html`<bdi>${name}</bdi>` })}</p>`,
  )}
  ${changesBefore(told) ? html`<p class="quiet small">${strings.clocksChange}</p>` : nothing}`;
}

/** Whether, between now and then, the clocks of two people move apart or together. */
export function changesBefore({ start, ownZone, others }: Told, now = new Date()): boolean {
  const between = (zone: string, at: Date) => offsetAt(at.getTime(), zone) - offsetAt(at.getTime(), ownZone);
  return others.some(
    ({ timeZone }) => timeZone !== undefined && between(timeZone, start) !== between(timeZone, now),
  );
}

/** Whether a session begins before seven or at eight in the evening and later for somebody. */
export function oddFor({ start, others }: Told): InZone | undefined {
  return others.find(({ timeZone }) => {
    if (timeZone === undefined) return false;
    const local = new Date(start.getTime() + offsetAt(start.getTime(), timeZone));
    return local.getUTCHours() < 7 || local.getUTCHours() >= 20;
  });
}

function isKnownZone(timeZone: string): boolean {
  try {
    return Number.isFinite(offsetAt(0, timeZone));
  } catch {
    // The server may know zones that this browser does not.
    return false;
  }
}
