import type { Leftover, MatchPair } from '@guildhall/core';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { workbench } from '../strings/en/workbench.js';
import { Carry } from './carry.js';
import { freeOf, leftoverWords } from './leftover-words.js';
import { matchBoardStyles } from './match-board.styles.js';
import { dropButton, gripButton, pairRow, pairRowElements } from './pair-row.js';
import { tintStyles } from './score-bar.js';

/** `guild-pick` and `guild-lock`: a pair whose reasons the viewer wants, or wants to keep or free. */
export class PairEvent extends Event {
  readonly pair: MatchPair;

  constructor(type: 'guild-pick' | 'guild-lock', pair: MatchPair) {
    super(type);
    this.pair = pair;
  }
}

/** A page of pairs, and where it stands among all. */
export interface PairPage {
  readonly items: readonly MatchPair[];
  /** How many pairs stand before these. */
  readonly before: number;
  readonly hasMore: boolean;
}

/** How many of those without a partner are shown at first. */
const SHOWN = 5;

/**
 * @summary The pairs of a run and those without a partner, to be moved from one mentor to another.
 * @event {PairEvent} guild-pick - The viewer wants to know why a pair is one.
 * @event {PairEvent} guild-lock - The viewer wants to lock or unlock a pair.
 * @event {MoveEvent} guild-move - The viewer has put somebody down with another mentor.
 * @event guild-earlier - The viewer wants the page before.
 * @event guild-later - The viewer wants the next page.
 * @csspart header - A title.
 * @csspart list - The pairs.
 * @csspart item - A pair.
 * @csspart button - What can be done.
 */
export class MatchBoard extends GuildElement {
  static override readonly tag = 'guild-match-board';
  static override readonly uses = pairRowElements;
  static override styles = [hostStyles, tintStyles, matchBoardStyles];

  readonly #carry = new Carry(this, (what, { mentee }) => {
    const strings = this.strings(workbench);
    this.announce(what === 'pickedUp' ? strings.pickedUp(mentee.name) : strings.putBackNow(mentee.name));
  });

  @state() private all = false;

  /** What is shown. */
  @property({ attribute: false }) page: PairPage | undefined;
  /** How many pairs there are. */
  @property({ type: Number }) total = 0;
  /** Those without a partner, and mentors with room. */
  @property({ attribute: false }) leftovers: readonly Leftover[] = [];
  /** The mentee of the pair whose reasons are shown, and its mentor. */
  @property() selected = '';
  /** The viewer may lock and move. */
  @property({ type: Boolean }) changeable = false;
  /** Another page is on its way. */
  @property({ type: Boolean }) busy = false;

  #row(pair: MatchPair): TemplateResult {
    const context = {
      strings: this.strings(workbench),
      formats: this.formats,
      carry: this.#carry,
      mayChange: this.changeable,
      selected: this.selected === pairKey(pair),
      select: () => this.fire(new PairEvent('guild-pick', pair)),
      toggleLock: () => this.fire(new PairEvent('guild-lock', pair)),
    };
    return html`<li part="item">${pairRow(pair, context)}</li>`;
  }

  #carrying(): TemplateResult | typeof nothing {
    const { carried } = this.#carry;
    const strings = this.strings(workbench);
    if (!carried) return nothing;
    return html`<div class="carry">
      <p>${strings.carrying(carried.mentee.name)} <span class="quiet small">${strings.carryHelp}</span></p>
      <button class="button" part="button" @click=${() => this.#carry.putBack()}>${strings.putBack}</button>
    </div>`;
  }

  #pages({ items, before, hasMore }: PairPage): TemplateResult | typeof nothing {
    if (!before && !hasMore) return nothing;
    const strings = this.strings(workbench);
    const ask = (name: string) => () => this.fire(new Event(name));
    return html`<div class="pages">
      <span class="quiet small"
        >${strings.pairsRange(before + 1, before + items.length, Math.max(this.total, before + items.length))}</span
      >
      <button class="button" part="button" ?disabled=${!before} @click=${ask('guild-earlier')}>
        ${strings.earlier}
      </button>
      <button class="button" part="button" ?disabled=${!hasMore} @click=${ask('guild-later')}>
        ${strings.later}
      </button>
    </div>`;
  }

  #without(): TemplateResult {
    const strings = this.strings(workbench);
    const left = this.leftovers.filter(({ side }) => side === 'mentee');
    const shown = this.all ? left : left.slice(0, SHOWN);
    return html`<h3 class="title" part="header">${strings.withoutMentor}</h3>
      ${
        left.length
          ? html`<ul class="lefts" role="list">
              ${shown.map((one) => this.#leftover(one))}
            </ul>`
          : html`<p class="quiet">${strings.everyoneMatched}</p>`
      }
      ${
        left.length > shown.length
          ? html`<button class="button quiet" part="button" @click=${() => (this.all = true)}>
              ${strings.moreLeft(left.length - shown.length)}
            </button>`
          : nothing
      }`;
  }

  #leftover(one: Leftover): TemplateResult {
    const strings = this.strings(workbench);
    const carried = { mentee: one.person };
    const isMovable = this.changeable && this.leftovers.some((each) => freeOf(each) > 0);
    return html`<li
      class="left ${this.#carry.holds(one.person) ? 'over' : ''}"
      part="item"
      draggable=${isMovable ? 'true' : 'false'}
      @dragstart=${(event: DragEvent) => {
        event.dataTransfer?.setData('text/plain', one.person.name);
        this.#carry.pickUp(carried);
      }}
      @dragend=${() => this.#carry.putBack()}
    >
      <guild-avatar .person=${one.person}></guild-avatar>
      <p><bdi class="name">${one.person.name}</bdi> ${leftoverWords(one, strings, this.formats)}</p>
      ${isMovable ? gripButton(carried, { carry: this.#carry, strings }) : nothing}
    </li>`;
  }

  #free(): TemplateResult | typeof nothing {
    const strings = this.strings(workbench);
    const free = this.leftovers.filter((one) => freeOf(one) > 0);
    const { carried } = this.#carry;
    // While somebody is carried all free places are wanted, else a few say enough.
    const shown = carried || this.all ? free : free.slice(0, SHOWN);
    if (!free.length) return nothing;
    return html`<h3 class="title" part="header">${strings.freePlaces}</h3>
      <ul class="lefts" role="list">
        ${shown.map((one) => this.#freePlace(one, freeOf(one)))}
      </ul>
      ${
        free.length > shown.length
          ? html`<button class="button quiet" part="button" @click=${() => (this.all = true)}>
              ${strings.moreLeft(free.length - shown.length)}
            </button>`
          : nothing
      }`;
  }

  #freePlace({ person }: Leftover, left: number): TemplateResult {
    const strings = this.strings(workbench);
    const target = { mentor: person };
    return html`<li
      class="left free"
      part="item"
      @dragover=${(event: DragEvent) => this.#carry.fits(target) && event.preventDefault()}
      @drop=${(event: DragEvent) => {
        event.preventDefault();
        this.#carry.drop(target);
      }}
    >
      <guild-avatar .person=${person}></guild-avatar>
      <p><bdi class="name">${person.name}</bdi> <span class="quiet small">${strings.free(left)}</span></p>
      ${
        this.#carry.fits(target)
          ? dropButton(strings.giveTo(person.name, left), strings.putHere, () => this.#carry.drop(target))
          : nothing
      }
    </li>`;
  }

  protected override view(): unknown {
    const { page } = this;
    if (!page) return nothing;
    const strings = this.strings(workbench);
    return html`<div @keydown=${(event: KeyboardEvent) => this.#carry.key(event)}>
      ${this.#carrying()}
      <ul
        part="list"
        role="list"
        class=${this.busy ? 'old' : ''}
        aria-label=${strings.pairs}
        aria-busy=${this.busy}
      >
        ${page.items.map((pair) => this.#row(pair))}
      </ul>
      ${page.items.length ? nothing : html`<p class="quiet">${strings.noPairs}</p>`} ${this.#pages(page)}
      ${this.#without()} ${this.#free()}
    </div>`;
  }
}

/** What tells a pair from the others of its run. */
export function pairKey({ mentee, mentor }: Pick<MatchPair, 'mentee' | 'mentor'>): string {
  return `${mentee.id} ${mentor.id}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-match-board': MatchBoard;
  }
}
