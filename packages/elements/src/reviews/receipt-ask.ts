import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { errorText } from '../internal/error-text.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { formStyles, lineField } from '../mentoring/form-parts.js';
import { reviewForm } from '../strings/en/review-form.js';

/**
 * @summary Asks for the receipt of sealed answers that were sent from another browser.
 * @event guild-receipt - The viewer has given one; `value` says which.
 * @csspart text - Why it is asked.
 * @csspart field - The receipt.
 * @csspart button - What opens the answers.
 * @csspart error - What is wrong.
 */
export class ReceiptAsk extends GuildElement {
  static override readonly tag = 'guild-receipt-ask';
  static override styles = [hostStyles, formStyles];

  @state() private problem = '';

  /** The receipt. */
  @property() value = '';
  /** The server has no answers under this receipt. */
  @property({ type: Boolean }) refused = false;

  #input({ target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    this.value = target.value.trim().toLowerCase();
    this.problem = '';
    this.refused = false;
  }

  #use(): void {
    const right = /^[0-9a-f]{32}$/.test(this.value);
    this.problem = right ? '' : this.strings(reviewForm).receiptWrong;
    if (right) this.fire(new Event('guild-receipt'));
  }

  protected override view(): TemplateResult {
    const strings = this.strings(reviewForm);
    const missing = { code: 'forbidden', reason: 'answer.receiptMissing' } as const;
    const refused = this.refused ? errorText(missing, this.locale) : '';
    return html`<div class="form" @input=${this.#input}>
      <p part="text">${strings.receiptAsk}</p>
      ${lineField({
        name: 'receipt',
        label: strings.receipt,
        value: this.value,
        problem: this.problem || refused || undefined,
      })}
      <div class="actions">
        <button class="button" part="button" @click=${this.#use}>${strings.receiptUse}</button>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-receipt-ask': ReceiptAsk;
  }
}
