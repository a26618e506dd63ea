import { css, html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { failureLine, formStyles, textField } from '../mentoring/form-parts.js';
import { reviewForm } from '../strings/en/review-form.js';
import { ReviewDeclinedEvent } from './review-events.js';

/**
 * @summary Declines a review form before it is opened, with or without a reason.
 * @event {ReviewDeclinedEvent} guild-review-declined - It is declined.
 * @csspart field - The reason.
 * @csspart text - Who is told.
 * @csspart actions - The buttons.
 * @csspart button - One of them.
 * @csspart error - What went wrong.
 */
export class ReviewDecline extends GuildElement {
  static override readonly tag = 'guild-review-decline';
  static override styles = [
    hostStyles,
    formStyles,
    css`
      .button.opens {
        padding-inline: 0;
      }
    `,
  ];

  readonly #decline = new Command(this, (client, input: { id: string; reason?: string }, options) =>
    client.reviews.decline(input, options),
  );

  @state() private open = false;
  @state() private reason = '';

  /** The id of the form. */
  @property() form = '';

  async #toggle(open: boolean): Promise<void> {
    this.open = open;
    this.#decline.reset();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(open ? 'textarea' : '.opens')?.focus();
  }

  async #send(): Promise<void> {
    const reason = this.reason.trim();
    const input = { id: this.form, ...(reason && { reason }) };
    if (await this.#decline.run(input)) this.fire(new ReviewDeclinedEvent(this.form));
  }

  protected override view(): TemplateResult {
    const strings = this.strings(reviewForm);
    if (!this.open) {
      return html`<button class="button quiet opens" part="button" @click=${() => this.#toggle(true)}>
        ${strings.decline}
      </button>`;
    }
    const input = ({ target }: Event) => {
      if (target instanceof HTMLTextAreaElement) this.reason = target.value;
    };
    return html`<div class="form" role="form" aria-label=${strings.decline} @input=${input}>
      <p part="text">${strings.declineSure}</p>
      ${textField({
        name: 'reason',
        label: strings.declineWhy,
        value: this.reason,
        help: strings.declineHelp,
      })}
      ${failureLine(this.#decline.error, this.locale)}
      <div class="actions" part="actions">
        <button class="button" part="button" aria-disabled=${this.#decline.pending} @click=${this.#send}>
          ${strings.declineYes}
        </button>
        <button class="button quiet" part="button" @click=${() => this.#toggle(false)}>
          ${strings.declineNo}
        </button>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-review-decline': ReviewDecline;
  }
}
