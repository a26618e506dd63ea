import { css, html, nothing, svg, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { inOrder } from '../internal/in-order.js';
import { minus, plus } from '../parts/icons.js';
import { board as english } from '../strings/en/board.js';
import { shortly, type IdeaCard } from './idea-sorting.js';

/** `guild-vote`: the viewer gives a vote to an idea or a group, or takes one back. */
export class IdeaVoteEvent extends Event {
  readonly cardId: string;
  readonly by: 1 | -1;

  constructor(cardId: string, by: 1 | -1) {
    super('guild-vote');
    this.cardId = cardId;
    this.by = by;
  }
}

/**
 * @summary The ideas and groups of a board, each with the viewer's own votes, which nobody else sees, or with its total.
 * @event {IdeaVoteEvent} guild-vote - The viewer gives a vote or takes one back.
 * @csspart text - How many votes are left.
 * @csspart list - Ideas and groups.
 * @csspart item - One of them.
 * @csspart button - Gives a vote or takes one back.
 */
export class IdeaVote extends GuildElement {
  static override readonly tag = 'guild-idea-vote';
  static override styles = [
    hostStyles,
    css`
      :host {
        container-type: inline-size;
        overflow-wrap: anywhere;
      }
      .left {
        position: sticky;
        inset-block-start: 0;
        padding-block: calc(2 * var(--_space));
        background: var(--_surface);
        font-weight: 500;
        font-variant-numeric: tabular-nums;
      }
      .card {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: 0 calc(4 * var(--_space));
        padding-block: calc(3 * var(--_space));
        border-block-end: 1px solid var(--_line);
      }
      .name {
        white-space: pre-line;
      }
      .group .name {
        font-weight: 600;
      }
      .inside {
        display: grid;
        gap: var(--_space);
        margin-block-start: var(--_space);
        padding-inline-start: calc(3 * var(--_space));
        border-inline-start: 2px solid var(--_line);
      }
      .give {
        display: grid;
        grid-template-columns: auto 2em auto;
        align-items: center;
        text-align: center;
        font-variant-numeric: tabular-nums;
      }
      .give .button {
        inline-size: var(--_control);
        padding: 0;
      }
      .give b,
      .total b {
        font-weight: 600;
      }
      .total {
        text-align: end;
        display: grid;
        grid-template-columns: minmax(3rem, 8rem) 6.5em;
        align-items: center;
        gap: calc(2 * var(--_space));
        font-variant-numeric: tabular-nums;
      }
      .bar {
        inline-size: 100%;
        block-size: 10px;
        fill: var(--_accent);
        stroke: none;
      }
      @container (max-width: 34rem) {
        .card:has(.total) {
          grid-template-columns: minmax(0, 1fr);
        }
        .total {
          grid-template-columns: minmax(0, 1fr) 6.5em;
        }
      }
      @media (pointer: coarse) {
        .give .button {
          inline-size: 44px;
        }
      }
    `,
  ];

  /** What can get votes. */
  @property({ attribute: false }) cards: readonly IdeaCard[] = [];
  /** The viewer's votes by idea or group. */
  @property({ attribute: false }) given: Readonly<Record<string, number>> = {};
  /** How many votes the viewer has in all. */
  @property({ type: Number }) votesEach = 0;
  /** The viewer may vote. */
  @property({ type: Boolean }) changeable = false;

  get #left(): number {
    return this.votesEach - Object.values(this.given).reduce((sum, n) => sum + n, 0);
  }

  #give(card: IdeaCard, by: 1 | -1): void {
    if (by > 0 ? this.#left > 0 : this.given[card.id]) this.fire(new IdeaVoteEvent(card.id, by));
  }

  #buttons(card: IdeaCard): TemplateResult {
    const { voteFor, voteBack } = this.strings(english);
    const votes = this.given[card.id] ?? 0;
    const name = shortly(card.title);
    const button = (by: 1 | -1, label: string, isOff: boolean, icon: unknown) =>
      html`<button
        class="button ${by < 0 ? 'quiet' : ''}"
        part="button"
        aria-label=${label}
        aria-disabled=${isOff ? 'true' : nothing}
        @click=${() => this.#give(card, by)}
      >
        ${icon}
      </button>`;
    return html`<div class="give">
      ${button(-1, voteBack(name), votes === 0, minus)}
      <b>${this.formats.number(votes)}</b>
      ${button(1, voteFor(name), this.#left <= 0, plus)}
    </div>`;
  }

  #card(card: IdeaCard): TemplateResult {
    return html`<li class="card ${card.ideas.length ? 'group' : ''}" part="item">
      <div>
        <p class="name"><bdi>${card.title}</bdi></p>
        ${
          card.ideas.length
            ? html`<ul class="inside quiet small" role="list">
                ${card.ideas.map(({ text }) => html`<li><bdi>${text}</bdi></li>`)}
              </ul>`
            : nothing
        }
      </div>
      ${this.changeable ? this.#buttons(card) : this.#total(card)}
    </li>`;
  }

  /** How many votes it got, beside a bar against what got most. */
  #total({ votes }: IdeaCard): TemplateResult | typeof nothing {
    if (votes === undefined) return nothing;
    const most = Math.max(1, ...this.cards.map((card) => card.votes ?? 0));
    const width = (votes / most) * 100;
    const x = this.matches(':dir(rtl)') ? 100 - width : 0;
    return html`<div class="total">
      <svg class="bar" height="10" aria-hidden="true">
        ${svg`<rect x="${x}%" width="${width}%" height="10" rx="3" />`}
      </svg>
      <b>${this.strings(english).given(votes)}</b>
    </div>`;
  }

  protected override view(): TemplateResult {
    const { votesLeft, votesNone } = this.strings(english);
    const left = this.#left;
    return html`${
        this.changeable
          ? html`<p class="left" part="text" role="status">
              ${left > 0 ? votesLeft(left, this.votesEach) : votesNone}
            </p>`
          : nothing
      }
      <ul part="list" role="list">
        ${inOrder(
          this.cards,
          ({ id }) => id,
          (card) => this.#card(card),
        )}
      </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-idea-vote': IdeaVote;
  }
}
