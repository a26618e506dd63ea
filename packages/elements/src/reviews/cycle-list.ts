import type { Client } from '@guildhall/core';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { lateElement } from '../parts/late-element.js';
import { ModalDialog } from '../parts/modal-dialog.js';
import { emptyState } from '../parts/states.js';
import { reviewConsole } from '../strings/en/review-console.js';
import { reviewTemplates } from '../strings/en/review-templates.js';
import { CyclePickEvent, CycleSavedEvent } from './cycle-events.js';
import { pickableStyles } from '../parts/pickable.styles.js';
import { cycleListStyles } from './cycle-list.styles.js';
import type { Cycle } from './cycle-types.js';
import { untilWords } from './cycle-words.js';

/** The most cycles that are shown. */
const MOST = 100;
/** The columns of the board, by the states in them. */
const BOARD = {
  open: ['nominating', 'approving', 'collecting', 'calibrating', 'releasing'],
  draft: ['draft'],
  done: ['released', 'closed', 'canceled'],
} as const;
type Column = keyof typeof BOARD;
const COLUMNS: readonly Column[] = ['open', 'draft', 'done'];

/**
 * @summary All review cycles by how far they are, a new one, and a copy of an old one.
 * @event {CyclePickEvent} guild-pick - The viewer wants to see one.
 * @event guild-templates - The viewer wants to see the templates.
 * @csspart header - The titles.
 * @csspart list - The cycles.
 * @csspart item - One of them.
 * @csspart button - What opens, copies and creates.
 * @csspart empty - What is said when there are none.
 * @csspart error - What went wrong.
 */
export class CycleList extends GuildElement {
  static override readonly tag = 'guild-cycle-list';
  static override readonly uses = [ModalDialog];
  static override styles = [hostStyles, pickableStyles, cycleListStyles];

  readonly #cycles = new Query(this, {
    areas: ['reviews'],
    args: () => (this.me ? ([] as const) : undefined),
    keep: true,
    load: async (client: Client, _args, signal) => {
      const { items } = await client.reviews.cycles({ limit: MOST }, { signal });
      // Who agrees to the launch of another sees that one cycle.
      return items.filter(({ may }) => may.manage || may.moves.includes('launch'));
    },
  });
  readonly #form = lateElement(
    this,
    () => this.asking === 'new',
    async () => (await import('./cycle-form.js')).CycleForm,
  );
  readonly #copy = lateElement(
    this,
    () => typeof this.asking === 'object',
    async () => (await import('./cycle-copy.js')).CycleCopy,
  );

  @state() private asking: 'new' | Cycle | undefined;

  /** The viewer may write new ones; who may not, and has none to agree to, sees nothing. */
  @property({ type: Boolean }) creating = false;

  async #ask(what: 'new' | Cycle): Promise<void> {
    this.asking = what;
    await this.updateComplete;
    await this.renderRoot.querySelector('guild-dialog')?.show();
  }

  #saved(event: Event): void {
    if (!(event instanceof CycleSavedEvent)) return;
    this.renderRoot.querySelector('guild-dialog')?.close();
    this.fire(new CyclePickEvent(event.cycle.id));
  }

  #about(cycle: Cycle): string {
    const strings = this.strings(reviewConsole);
    const { state, mode, subjectCount } = cycle;
    return [
      strings.states[state] ?? state,
      untilWords(cycle, strings, this.locale),
      strings.subjects(subjectCount),
      strings.modes[mode],
    ]
      .filter(Boolean)
      .join(' · ');
  }

  #row(cycle: Cycle): TemplateResult {
    const strings = this.strings(reviewConsole);
    const { id, name, purpose, may } = cycle;
    return html`<li part="item">
      <div class="row">
        <p>
          <button class="name" part="button" @click=${() => this.fire(new CyclePickEvent(id))}>
            <bdi>${name}</bdi>
          </button>
        </p>
        <p class="quiet small">${this.#about(cycle)}</p>
        <p class="purpose small"><bdi>${purpose}</bdi></p>
      </div>
      ${
        may.moves.includes('copyCycle')
          ? html`<button
              class="button quiet"
              part="button"
              aria-label=${strings.copyNamed(name)}
              @click=${() => this.#ask(cycle)}
            >
              ${strings.copy}
            </button>`
          : nothing
      }
    </li>`;
  }

  #column(column: Column, cycles: readonly Cycle[]): unknown {
    const states: readonly string[] = BOARD[column];
    const inIt = cycles.filter(({ state }) => states.includes(state));
    if (!inIt.length) return nothing;
    return html`<section>
      <h3 class="quiet small">${this.strings(reviewConsole).board[column]}</h3>
      <ul part="list" role="list">
        ${inIt.map((cycle) => this.#row(cycle))}
      </ul>
    </section>`;
  }

  #dialog(): unknown {
    const { asking } = this;
    if (asking === 'new') {
      return this.#form.render({
        data: () => html`<guild-cycle-form @guild-saved=${this.#saved}></guild-cycle-form>`,
      });
    }
    if (!asking) return nothing;
    return this.#copy.render({
      data: () => html`<guild-cycle-copy .cycle=${asking} @guild-saved=${this.#saved}></guild-cycle-copy>`,
    });
  }

  protected override view(): unknown {
    const strings = this.strings(reviewConsole);
    if (!this.creating && !this.#cycles.data?.length) return nothing;
    const create = this.creating
      ? html`<button class="button primary" part="button" @click=${() => this.#ask('new')}>
          ${strings.create}
        </button>`
      : nothing;
    const templates = this.creating
      ? html`<button
          class="button quiet"
          part="button"
          @click=${() => this.fire(new Event('guild-templates'))}
        >
          ${this.strings(reviewTemplates).open}
        </button>`
      : nothing;
    return html`<div class="head">
        <h2 class="title" part="header">${strings.title}</h2>
        <span class="does">${templates} ${this.#cycles.data?.length ? create : nothing}</span>
      </div>
      ${this.#cycles.render({
        data: (cycles) =>
          cycles.length
            ? COLUMNS.map((column) => this.#column(column, cycles))
            : emptyState(strings.empty, create),
      })}
      <guild-dialog
        .label=${this.asking === 'new' ? strings.create : strings.copyTitle}
        @close=${() => (this.asking = undefined)}
      >
        ${this.#dialog()}
      </guild-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-cycle-list': CycleList;
  }
}
