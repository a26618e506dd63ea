import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { inOrder } from '../internal/in-order.js';
import { Query } from '../internal/query.js';
import { lateElement } from '../parts/late-element.js';
import { ModalDialog } from '../parts/modal-dialog.js';
import { rowSkeletons, rowSkeletonStyles } from '../parts/row-skeleton.js';
import { emptyState, errorState, loadingState } from '../parts/states.js';
import { common } from '../strings/en/common.js';
import { finder } from '../strings/en/finder.js';
import type { IntroductionChangedEvent } from './introduction-events.js';
import { IntroductionRow } from './introduction-row.js';
import {
  findIntroductions,
  findMentees,
  type Introductions,
  type IntroductionSide,
} from './introductions.js';

const STEP = 10;

/**
 * @summary Introductions: a mentor proposes one, the third person consents, and then the two know how to reach each other.
 * @slot empty - What to show when there are none, in place of our line.
 * @event {IntroductionChangedEvent} guild-introduction-changed - The viewer has proposed, answered or taken back one.
 * @csspart header - The title.
 * @csspart list - The introductions.
 * @csspart item - An introduction.
 * @csspart button - A button: to introduce somebody, and to show more.
 * @csspart empty - What is said when there are none.
 * @csspart error - What went wrong.
 */
export class IntroductionCard extends GuildElement {
  static override readonly tag = 'introduction-card';
  static override readonly uses = [IntroductionRow, ModalDialog];
  static override styles = [
    hostStyles,
    rowSkeletonStyles,
    css`
      .whole,
      ul {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: calc(5 * var(--_space));
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--_space) calc(4 * var(--_space));
      }
      .more {
        justify-self: start;
      }
    `,
  ];

  readonly #found = new Query(this, {
    areas: ['people'],
    keep: true,
    args: () => this.me && ([this.me.id, this.of, this.pages] as const),
    load: (client, [, side, pages], signal) => findIntroductions(client, side, pages * STEP, signal),
  });
  readonly #mentees = new Query(this, {
    areas: ['mentoring'],
    keep: true,
    // Who looks at what others propose proposes nothing here.
    args: () => (this.me && (this.of ?? 'proposed') === 'proposed' ? ([this.me.id] as const) : undefined),
    load: (client, _args, signal) => findMentees(client, signal),
  });
  readonly #form = lateElement(
    this,
    () => this.proposing,
    async () => (await import('./introduction-form.js')).IntroductionForm,
  );

  @state() private pages = 1;
  @state() private proposing = false;

  /** Which introductions: `asked` (to the viewer), `given` (as a mentee) or `proposed` (by the viewer). Default: all. */
  @property() of: IntroductionSide | undefined;
  /** The id of the mentee whom the form introduces. Default: the viewer chooses among theirs. */
  @property({ attribute: 'person-id' }) personId: string | undefined;

  get #introducible() {
    const mentees = this.#mentees.data ?? [];
    return this.personId ? mentees.filter(({ id }) => id === this.personId) : mentees;
  }

  async #propose(): Promise<void> {
    this.proposing = true;
    await this.updateComplete;
    await this.renderRoot.querySelector('guild-dialog')?.show();
    await this.#form.reload();
    await this.updateComplete;
    await this.renderRoot.querySelector('guild-introduction-form')?.focus();
  }

  async #changed({ introduction }: IntroductionChangedEvent): Promise<void> {
    const isHere = this.matches(':focus-within');
    await this.#found.reload();
    await this.updateComplete;
    // What has been answered may stand in another place now: who was there goes with it.
    const rows = [...this.renderRoot.querySelectorAll('guild-introduction')];
    const row = rows.find((each) => each.introduction?.id === introduction.id);
    await row?.updateComplete;
    if (isHere) row?.focus();
  }

  #close(): void {
    this.renderRoot.querySelector('guild-dialog')?.close();
  }

  #list({ items, isPart }: Introductions): TemplateResult {
    const strings = this.strings(finder);
    if (!items.length) return emptyState(strings.introNone);
    return html`<ul
        part="list"
        role="list"
        aria-label=${strings.introTitle}
        @guild-introduction-changed=${this.#changed}
      >
        ${inOrder(
          items,
          ({ id }) => id,
          (introduction) =>
            html`<li part="item">
              <guild-introduction .introduction=${introduction}></guild-introduction>
            </li>`,
        )}
      </ul>
      ${
        isPart
          ? html`<button
              class="button more"
              part="button"
              aria-busy=${this.#found.stale}
              @click=${() => (this.pages += 1)}
            >
              ${this.strings(common).more}
            </button>`
          : nothing
      }`;
  }

  #dialog(): TemplateResult {
    const { introPropose } = this.strings(finder);
    return html`<guild-dialog .label=${introPropose} @close=${() => (this.proposing = false)}>
      ${
        this.proposing
          ? this.#form.render({
              data: () =>
                html`<guild-introduction-form
                  .mentees=${this.#introducible}
                  @guild-close=${this.#close}
                ></guild-introduction-form>`,
            })
          : nothing
      }
    </guild-dialog>`;
  }

  protected override view(): unknown {
    const { hall, me } = this;
    if (hall?.failure && !me) return errorState(hall.failure, this.locale, () => void hall.greet());
    const { introPropose, introTitle } = this.strings(finder);
    const propose = html`<button class="button" part="button" aria-haspopup="dialog" @click=${this.#propose}>
      ${introPropose}
    </button>`;
    return html`<div class="whole">
        <div class="head">
          <h2 class="title" part="header">${introTitle}</h2>
          ${this.#introducible.length ? propose : nothing}
        </div>
        ${this.#found.render({
          loading: () => loadingState(this.locale, rowSkeletons),
          data: (found) => this.#list(found),
        })}
      </div>
      ${this.#dialog()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'introduction-card': IntroductionCard;
  }
}
