import type { ReviewForm } from '@guildhall/core';
import { css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { failureLine, formStyles } from '../mentoring/form-parts.js';
import { reviewForm } from '../strings/en/review-form.js';
import { ReviewDecline } from './review-decline.js';

/**
 * @summary The way into a review form, or out of it: begins, or declines, which can be done only before.
 * @event guild-begun - The form is open.
 * @event {ReviewDeclinedEvent} guild-review-declined - The viewer has declined.
 * @csspart text - When the questions come.
 * @csspart actions - The buttons.
 * @csspart button - One of them.
 * @csspart error - What went wrong.
 */
export class ReviewStart extends GuildElement {
  static override readonly tag = 'guild-review-start';
  static override readonly uses = [ReviewDecline];
  static override styles = [
    hostStyles,
    formStyles,
    css`
      :host {
        display: grid;
        gap: calc(2 * var(--_space));
      }
    `,
  ];

  readonly #begin = new Command(this, (client, id: string, options) => client.reviews.start({ id }, options));

  /** The form. */
  @property({ attribute: false }) form: ReviewForm | undefined;

  async #start(id: string): Promise<void> {
    if (await this.#begin.run(id)) this.fire(new Event('guild-begun'));
  }

  protected override view(): unknown {
    const { form } = this;
    if (!form) return nothing;
    const strings = this.strings(reviewForm);
    const { start, decline } = form.may;
    const begin = html`<button
      class="button primary"
      part="button"
      aria-disabled=${this.#begin.pending}
      @click=${() => this.#start(form.id)}
    >
      ${strings.begin}
    </button>`;
    const refuse = html`<guild-review-decline
      exportparts="field, text, button, error"
      .form=${form.id}
    ></guild-review-decline>`;
    return html`${form.state === 'upcoming' ? html`<p part="text">${strings.upcoming}</p>` : nothing}
      ${failureLine(this.#begin.error, this.locale)}
      <div class="actions" part="actions">${start ? begin : nothing} ${decline ? refuse : nothing}</div>
      ${start && decline ? html`<p class="quiet small">${strings.afterStart}</p>` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-review-start': ReviewStart;
  }
}
