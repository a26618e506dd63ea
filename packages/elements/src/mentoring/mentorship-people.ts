import type { Mentorship, PersonRef } from '@guildhall/core';
import { html } from 'lit';
import type { Formats } from '../internal/format.js';

/** The people of a mentorship whom the viewer learns with: those of the other side, and in a circle the others of theirs. */
export function othersOf({ mentors, mentees, side }: Mentorship, viewerId: string | undefined): PersonRef[] {
  const across = side === 'mentor' ? mentees : mentors;
  const beside = side === 'mentor' ? mentors : mentees;
  return [...across, ...beside].filter(
    ({ id }, index, all) => id !== viewerId && all.findIndex((one) => one.id === id) === index,
  );
}

/** Names for a template: "Dana and Ben", each turned the way its script runs. */
export function namesIn(people: readonly PersonRef[], formats: Formats): unknown[] {
  return formats.pieces(people.map(({ name }) => html`<bdi>${name}</bdi>`));
}

/** Names for an attribute. */
export function namesText(people: readonly PersonRef[], formats: Formats): string {
  return formats.list(people.map(({ name }) => name));
}
