import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { dayWords } from '../mentoring/days.js';
import { failureLine, formStyles, lineField } from '../mentoring/form-parts.js';
import { pulse as english } from '../strings/en/pulse.js';
import { pulseStyles } from './pulse.styles.js';
import type { PulseForm, PulseWriting } from './pulse-writing.js';

/**
 * @summary What stands after answering: thanks, until when the answers can be changed, the receipt, and taking them back.
 * @event guild-resume - The answers are there to be changed.
 * @event guild-taken-back - The answers were deleted.
 * @csspart header - The thanks.
 * @csspart text - What can still be done.
 * @csspart field - The receipt.
 * @csspart button - What can be done.
 * @csspart error - What went wrong.
 */
export class PulseThanks extends GuildElement {
  static override readonly tag = 'guild-pulse-thanks';
  static override styles = [hostStyles, formStyles, pulseStyles];

  readonly #own = new Command(this, (client, receipt: string, options) =>
    client.pulse.ownAnswer({ waveId: this.form?.waveId ?? '', ...(receipt && { receipt }) }, options),
  );
  readonly #takeBack = new Command(this, async (client, { waveId }: PulseForm, options) => {
    const { receipt } = this.writing ?? {};
    return client.pulse.takeBack({ waveId, ...(receipt && { receipt }) }, options);
  });

  @state() private unsure = false;
  @state() private copied = false;
  @state() private problem = '';

  /** The survey. */
  @property({ attribute: false }) form: PulseForm | undefined;
  /** Its answers. */
  @property({ attribute: false }) writing: PulseWriting | undefined;

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }

  async #change(receipt: string): Promise<void> {
    const own = await this.#own.run(receipt);
    if (!own) return;
    // Only a receipt that has opened something is kept.
    if (receipt && receipt !== this.writing?.receipt) await this.writing?.useReceipt(receipt);
    this.writing?.resume(own.answers ?? {});
    this.fire(new Event('guild-resume'));
  }

  async #remove(form: PulseForm): Promise<void> {
    if (!(await this.#takeBack.run(form))) return;
    await this.writing?.takenBack();
    this.unsure = false;
    this.announce(this.strings(english).takenBack);
    this.fire(new Event('guild-taken-back'));
  }

  async #copy(receipt: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(receipt);
      this.copied = true;
      this.announce(this.strings(english).copied);
    } catch {
      // Not allowed, or plain http: then it is selected, to be copied by hand.
      this.renderRoot.querySelector('input')?.select();
    }
  }

  async #use(): Promise<void> {
    const typed = this.renderRoot.querySelector('input')?.value.trim().toLowerCase() ?? '';
    this.problem = /^[0-9a-f]{32}$/.test(typed) ? '' : this.strings(english).receiptForm;
    if (this.problem) return this.renderRoot.querySelector('input')?.focus();
    await this.#change(typed);
  }

  #receipt(receipt: string): TemplateResult {
    const strings = this.strings(english);
    return html`<div class="field receipt" part="field">
      <label for="receipt">${strings.receipt}</label>
      <div class="line">
        <input
          class="input"
          id="receipt"
          dir="ltr"
          readonly
          .value=${receipt}
          aria-describedby="receipt-help"
        />
        <button class="button" part="button" @click=${() => this.#copy(receipt)}>
          ${this.copied ? strings.copied : strings.copy}
        </button>
      </div>
      <p class="help" id="receipt-help">
        ${this.writing?.lasting ? strings.receiptWords : strings.receiptWordsUnkept}
      </p>
    </div>`;
  }

  #lost(): TemplateResult {
    const strings = this.strings(english);
    return html`<p part="text">${strings.receiptLost}</p>
      <div class="form">
        ${lineField({ name: 'receipt', label: strings.receipt, value: '', problem: this.problem })}
        <div class="actions">
          <button class="button" part="button" @click=${this.#use}>${strings.receiptUse}</button>
        </div>
      </div>`;
  }

  #sure(form: PulseForm): TemplateResult {
    const { takeBack, takeBackSure, takeBackYes, takeBackNo } = this.strings(english);
    return html`<div class="sure" role="group" aria-label=${takeBack}>
      <p>${takeBackSure}</p>
      <div class="actions" part="actions">
        <button class="button" part="button" @click=${() => this.#remove(form)}>${takeBackYes}</button>
        <button class="button quiet" part="button" @click=${() => (this.unsure = false)}>
          ${takeBackNo}
        </button>
      </div>
    </div>`;
  }

  #actions(): TemplateResult {
    const strings = this.strings(english);
    return html`<div class="actions" part="actions">
      <button
        class="button"
        part="button"
        aria-disabled=${this.#own.pending}
        @click=${() => this.#change(this.writing?.receipt ?? '')}
      >
        ${strings.change}
      </button>
      <button class="button quiet" part="button" @click=${() => (this.unsure = true)}>
        ${strings.takeBack}
      </button>
    </div>`;
  }

  protected override view(): unknown {
    const { form, writing } = this;
    if (!form || !writing) return nothing;
    const strings = this.strings(english);
    const { receipt } = writing;
    const isLost = form.mode === 'sealed' && !receipt;
    return html`<div class="said">
      <h2 part="header" tabindex="-1">${strings.thanks}</h2>
      <p part="text">${strings.thanksWords} ${strings.changeUntil(dayWords(form.closesOn, this.locale))}</p>
      ${form.mode === 'sealed' && receipt ? this.#receipt(receipt) : nothing}
      ${isLost ? this.#lost() : this.unsure ? this.#sure(form) : this.#actions()}
      ${failureLine(this.#own.error ?? this.#takeBack.error, this.locale)}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-pulse-thanks': PulseThanks;
  }
}
