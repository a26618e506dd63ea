import type { MatchPair, PersonRef } from '@guildhall/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { Formats } from '../internal/format.js';
import { arrow, grip, lock, unlocked } from '../parts/icons.js';
import { PersonAvatar } from '../parts/person-avatar.js';
import type { workbench } from '../strings/en/workbench.js';
import type { Carry } from './carry.js';
import { hundredths } from './reason-words.js';
import { scoreBar } from './score-bar.js';

/** The elements in a row. */
export const pairRowElements = [PersonAvatar];

/** What a row of the board needs besides its pair. */
export interface RowContext {
  strings: typeof workbench;
  formats: Formats;
  carry: Carry;
  /** The viewer may lock and move. */
  mayChange: boolean;
  selected: boolean;
  select(): void;
  toggleLock(): void;
}

/** A pair in one line: who wants what, with whom, how well they fit, and what can be done. */
export function pairRow(pair: MatchPair, context: RowContext): TemplateResult {
  const { strings, carry, mayChange, selected, select, toggleLock } = context;
  const { mentee, mentor, score, reasons, locked, byHand, override } = pair;
  const points = hundredths(score);
  const target = { mentor, mentee };
  const note = override ? strings.ruleSetAside(override) : byHand ? strings.byHand : '';
  return html`<div
    class="pair ${selected ? 'on' : ''} ${carry.holds(mentee) ? 'held' : ''}"
    draggable=${mayChange ? 'true' : 'false'}
    @dragstart=${(event: DragEvent) => {
      event.dataTransfer?.setData('text/plain', mentee.name);
      if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
      carry.pickUp({ mentee, mentor });
    }}
    @dragend=${() => carry.putBack()}
    @dragover=${(event: DragEvent) => carry.fits(target) && event.preventDefault()}
    @drop=${(event: DragEvent) => {
      event.preventDefault();
      carry.drop(target);
    }}
  >
    ${person(mentee, pair.wants?.length ? strings.wants(pair.wants.join(', ')) : mentee.title)}
    <span class="to">${arrow}</span>
    ${person(mentor, mentorLine(pair, strings))}
    <button
      class="why"
      part="button"
      aria-pressed=${selected}
      aria-label=${strings.showWhy(mentee.name, mentor.name, points)}
      @click=${select}
    >
      ${scoreBar(reasons)}<b>${context.formats.number(points)}</b>
    </button>
    <div class="do">
      ${mayChange ? actions(pair, context) : locked ? html`<span class="fixed">${lock}</span>` : nothing}
    </div>
    ${note ? html`<p class="note quiet small">${note}</p>` : nothing}
  </div>`;

  function actions(
    { mentee, mentor, locked }: MatchPair,
    { carry, strings }: RowContext,
  ): TemplateResult | typeof nothing {
    if (carry.fits(target))
      return dropButton(strings.swapWith(mentee.name, mentor.name), strings.swapHere, () =>
        carry.drop(target),
      );
    return html`${gripButton({ mentee, mentor }, context)}
      <button
        class="button quiet lock"
        part="button"
        aria-pressed=${locked}
        aria-label=${(locked ? strings.unlock : strings.lock)(mentee.name, mentor.name)}
        @click=${toggleLock}
      >
        ${locked ? lock : unlocked}
      </button>`;
  }
}

/** The button that picks somebody up, and puts them back. */
export function gripButton(
  carried: { mentee: PersonRef; mentor?: PersonRef },
  { carry, strings }: Pick<RowContext, 'carry' | 'strings'>,
): TemplateResult {
  const held = carry.holds(carried.mentee);
  return html`<button
    class="button quiet grip"
    part="button"
    data-mentee=${carried.mentee.id}
    aria-pressed=${held}
    aria-label=${held ? strings.putBack : strings.pickUp(carried.mentee.name)}
    @click=${() => (held ? carry.putBack() : carry.pickUp(carried))}
  >
    ${grip}
  </button>`;
}

/** The button that puts the carried one down. */
export function dropButton(label: string, text: string, drop: () => void): TemplateResult {
  return html`<button class="button target" part="button" aria-label=${label} @click=${drop}>
    ${text}
  </button>`;
}

function person(who: PersonRef, line: string | undefined): TemplateResult {
  return html`<div class="person">
    <guild-avatar .person=${who}></guild-avatar>
    <div>
      <bdi class="name">${who.name}</bdi>
      ${line ? html`<span class="quiet small" dir="auto" title=${line}>${line}</span>` : nothing}
    </div>
  </div>`;
}

function mentorLine(
  { mentor, department, places }: MatchPair,
  strings: typeof workbench,
): string | undefined {
  const parts = [department, places && strings.placesTaken(places.taken, places.of)].filter(Boolean);
  return parts.length ? parts.join(' · ') : mentor.title;
}
