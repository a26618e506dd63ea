import type { ReviewForm } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { dayWords } from '../mentoring/days.js';
import { failureLine, formStyles } from '../mentoring/form-parts.js';
import { reviewForm } from '../strings/en/review-form.js';

/** What must be known of a form that was sent. */
export interface SentForm extends Pick<ReviewForm, 'id' | 'dueOn' | 'keeping'> {
  may: Pick<ReviewForm['may'], 'takeBack'>;
}

/**
 * @summary A form that was sent: thanks, until when it can be changed, the receipt of sealed answers, the way back.
 * @slot - What else can be done.
 * @event guild-edit - The viewer wants to change the answers.
 * @event guild-taken-back - The answers are deleted.
 * @csspart header - The title.
 * @csspart text - What is said.
 * @csspart field - The receipt.
 * @csspart actions - The buttons.
 * @csspart button - One of them.
 * @csspart error - What went wrong.
 */
export class ReviewSent extends GuildElement {
  static override readonly tag = 'guild-review-sent';
  static override styles = [
    hostStyles,
    formStyles,
    css`
      h3 {
        font-size: 1.2em;
        font-weight: 600;
        line-height: 1.25;
      }
      .receipt {
        display: flex;
        flex-wrap: wrap;
        gap: calc(2 * var(--_space));
      }
      .receipt .input {
        inline-size: auto;
        flex: 1 1 22rem;
        min-inline-size: 0;
        font-family: ui-monospace, monospace;
        font-size: 0.9em;
      }
    `,
  ];

  readonly #takeBack = new Command(this, (client, input: { id: string; receipt?: string }, options) =>
    client[this.area].takeBack(input, options),
  );

  @state() private asking = false;
  @state() private copied = false;

  /** The form. */
  @property({ attribute: false }) form: SentForm | undefined;
  /** Where the answers were sent to: a review, or the later question whether something has changed. */
  @property() area: 'reviews' | 'growth' = 'reviews';
  /** The receipt of sealed answers. */
  @property() receipt = '';
  /** Whether this browser keeps the receipt. */
  @property({ type: Boolean }) lasting = false;

  /** Goes to the title, which says that it is done. */
  override async focus(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector('h3')?.focus();
  }

  /** Asks whether the answers are to be taken back. */
  async askToTakeBack(): Promise<void> {
    await this.#ask(true);
  }

  async #copy(): Promise<void> {
    const field = this.renderRoot.querySelector<HTMLInputElement>('#receipt');
    field?.select();
    // Missing on plain http, whatever the types say; the text is selected then, and the keys of the browser copy it.
    const { clipboard } = navigator as Partial<Navigator>;
    const done = await clipboard?.writeText(this.receipt).then(
      () => true,
      () => false,
    );
    this.copied = done ?? false;
    if (done) this.announce(this.strings(reviewForm).receiptCopied);
  }

  async #ask(asking: boolean): Promise<void> {
    this.asking = asking;
    this.#takeBack.reset();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(asking ? '.sure' : '.back')?.focus();
  }

  async #delete(): Promise<void> {
    const { form, receipt } = this;
    if (!form) return;
    const done = await this.#takeBack.run({ id: form.id, ...(receipt && { receipt }) });
    if (done) this.fire(new Event('guild-taken-back'));
  }

  #receiptField(): TemplateResult {
    const strings = this.strings(reviewForm);
    return html`<div class="field" part="field">
      <label for="receipt">${strings.receipt}</label>
      <div class="receipt">
        <input
          class="input"
          id="receipt"
          dir="ltr"
          readonly
          .value=${this.receipt}
          aria-describedby="receipt-help"
        />
        <button class="button" part="button" @click=${this.#copy}>
          ${this.copied ? strings.receiptCopied : strings.receiptCopy}
        </button>
      </div>
      <p class="help" id="receipt-help">${this.lasting ? strings.receiptWords : strings.receiptMemory}</p>
    </div>`;
  }

  #sure(): TemplateResult {
    const strings = this.strings(reviewForm);
    return html`<div class="field" role="group" aria-label=${strings.takeBack}>
      <p>${strings.takeBackSure}</p>
      ${failureLine(this.#takeBack.error, this.locale)}
      <div class="actions" part="actions">
        <button
          class="button sure"
          part="button"
          aria-disabled=${this.#takeBack.pending}
          @click=${this.#delete}
        >
          ${strings.takeBackYes}
        </button>
        <button class="button quiet" part="button" @click=${() => this.#ask(false)}>
          ${strings.takeBackNo}
        </button>
      </div>
    </div>`;
  }

  protected override view(): unknown {
    const { form } = this;
    if (!form) return nothing;
    const strings = this.strings(reviewForm);
    const day = dayWords(form.dueOn, this.locale);
    const until = form.keeping === 'attributed' ? strings.sentAttributed : strings.sentWords;
    return html`<div class="form">
      <h3 part="header" tabindex="-1">${strings.sentTitle}</h3>
      <p part="text">${strings.sentThanks} ${until(day)}</p>
      ${this.receipt ? this.#receiptField() : nothing}
      ${
        this.asking
          ? this.#sure()
          : html`<div class="actions" part="actions">
              <button class="button" part="button" @click=${() => this.fire(new Event('guild-edit'))}>
                ${strings.change}
              </button>
              ${
                form.may.takeBack
                  ? html`<button class="button quiet back" part="button" @click=${() => this.#ask(true)}>
                      ${strings.takeBack}
                    </button>`
                  : nothing
              }
              <slot></slot>
            </div>`
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-review-sent': ReviewSent;
  }
}
