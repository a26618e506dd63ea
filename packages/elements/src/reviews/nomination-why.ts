import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { failureLine, formStyles, textField } from '../mentoring/form-parts.js';
import { KeptForm } from '../mentoring/kept-form.js';
import { common } from '../strings/en/common.js';
import { reviewConsole } from '../strings/en/review-console.js';
import type { Nomination } from './cycle-types.js';
import { NominationEndedEvent } from './review-events.js';

/** As many characters as a reason may have. */
const MOST = 300;

/**
 * @summary Rejects a proposed reviewer or takes one out, with or without a reason for those who propose.
 * @event {NominationEndedEvent} guild-nomination-ended - It is done.
 * @event guild-close - The viewer leaves it as it is.
 * @csspart field - The reason.
 * @csspart button - A button.
 * @csspart error - What went wrong.
 */
export class NominationWhy extends GuildElement {
  static override readonly tag = 'guild-nomination-why';
  static override styles = [hostStyles, formStyles];

  readonly #form = new KeptForm<{ reason: string }>(this, {
    name: () => (this.nomination ? `why not ${this.nomination.id}` : undefined),
    blank: () => ({ reason: '' }),
  });
  readonly #end = new Command(this, (client, { id, reason }: { id: string; reason: string }, options) => {
    const why = reason && { reason };
    return this.rejects
      ? client.reviews.decideNomination({ id, approve: false, ...why }, options)
      : client.reviews.withdrawNomination({ id, ...why }, options);
  });

  /** Who is rejected or taken out. */
  @property({ attribute: false }) nomination: Nomination | undefined;
  /** Whether what was proposed is rejected; else it is taken out. */
  @property({ type: Boolean }) rejects = false;

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('textarea')?.focus(options);
  }

  async #send(): Promise<void> {
    const { nomination } = this;
    const reason = this.#form.value.reason.trim();
    if (!nomination || [...reason].length > MOST) return this.focus();
    const ended = await this.#end.run({ id: nomination.id, reason });
    if (!ended) return;
    this.#form.drop();
    this.fire(new NominationEndedEvent(ended));
  }

  protected override view(): TemplateResult | typeof nothing {
    const { nomination } = this;
    if (!nomination) return nothing;
    const strings = this.strings(reviewConsole);
    const { charactersLeft, cancel } = this.strings(common);
    const { reason } = this.#form.value;
    const left = MOST - [...reason.trim()].length;
    return html`<div class="form" @input=${(event: Event) => this.#form.input(event)}>
      ${textField({
        name: 'reason',
        label: fill(this.rejects ? strings.rejectWhy : strings.withdrawWhy, {
          name: html`<bdi>${nomination.reviewer.name}</bdi>`,
        }),
        value: reason,
        help: strings.whyHelp,
        problem: left < 0 ? charactersLeft(left) : undefined,
      })}
      ${failureLine(this.#end.error, this.locale)}
      <div class="actions">
        <button class="button" part="button" aria-disabled=${this.#end.pending} @click=${this.#send}>
          ${this.rejects ? strings.reject : strings.withdraw}
        </button>
        <button class="button quiet" part="button" @click=${() => this.fire(new Event('guild-close'))}>
          ${cancel}
        </button>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-nomination-why': NominationWhy;
  }
}
