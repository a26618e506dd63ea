import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { errorText } from '../internal/error-text.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { common } from '../strings/en/common.js';
import { recognition } from '../strings/en/recognition.js';
import { KudosWithdrawnEvent } from './events.js';

/**
 * @summary Asks once more before a kudos is taken back, or why a moderator removes it.
 * @event {KudosWithdrawnEvent} guild-kudos-withdrawn - It is gone.
 * @event guild-close - It stays.
 */
export class KudosWithdraw extends GuildElement {
  static override readonly tag = 'guild-kudos-withdraw';
  static override styles = [
    hostStyles,
    css`
      form {
        display: grid;
        gap: calc(3 * var(--_space));
        max-inline-size: 60ch;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: calc(2 * var(--_space));
      }
      .danger {
        border-color: var(--_danger);
        color: var(--_danger);
      }
    `,
  ];

  readonly #send = new Command(this, (client, input: { id: string; reason?: string }, options) =>
    client.recognition.withdraw(input, options),
  );

  @state() private reason = '';

  /** Which one. */
  @property({ attribute: false }) kudosId = '';
  /** It is removed by a moderator, with a reason. */
  @property({ type: Boolean }) moderate = false;

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('input, [type=button]')?.focus();
  }

  #input({ target }: Event): void {
    if (target instanceof HTMLInputElement) this.reason = target.value;
  }

  #key({ key }: KeyboardEvent): void {
    if (key === 'Escape') this.#close();
  }

  #close(): void {
    this.fire(new Event('guild-close'));
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.moderate && !this.reason.trim()) return this.focus();
    const { kudosId } = this;
    const around = [...hostsOf(this)];
    const done = await this.#send.run({ id: kudosId, ...(this.moderate && { reason: this.reason }) });
    // The news may be quicker than the answer: then the card, or its list, has done away with this already.
    if (done) around.find(({ isConnected }) => isConnected)?.dispatchEvent(new KudosWithdrawnEvent(kudosId));
  }

  protected override view(): TemplateResult {
    const strings = this.strings(recognition);
    const { error, pending } = this.#send;
    return html`<form @submit=${this.#submit} @keydown=${this.#key}>
      ${
        this.moderate
          ? html`<div class="field">
              <label for="reason">${strings.moderateReason}</label>
              <input class="input" id="reason" part="field" .value=${this.reason} @input=${this.#input} />
            </div>`
          : html`<p>${strings.withdrawQuestion}</p>`
      }
      ${error ? html`<p class="error" part="error" role="alert">${errorText(error, this.locale)}</p>` : nothing}
      <div class="actions">
        <button class="button danger" part="button" aria-disabled=${pending}>
          ${this.moderate ? strings.moderate : strings.withdraw}
        </button>
        <button class="button" part="button" type="button" @click=${this.#close}>
          ${this.strings(common).cancel}
        </button>
      </div>
    </form>`;
  }
}

/** An element and all in whose shadows it is, the innermost first. */
function* hostsOf(element: Element): Iterable<Element> {
  yield element;
  const root = element.getRootNode();
  if (root instanceof ShadowRoot) yield* hostsOf(root.host);
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-kudos-withdraw': KudosWithdraw;
  }
}
