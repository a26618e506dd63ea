import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { ModalDialog } from '../parts/modal-dialog.js';
import { formStyles } from './form-parts.js';

/**
 * @summary Asks before something is done that concerns others, and says what will happen to whom.
 * @slot - What will happen.
 * @event guild-confirm - The viewer wants it done.
 * @event close - It has been closed.
 * @csspart header - The question.
 * @csspart actions - The buttons.
 * @csspart button - One of them.
 */
export class ConfirmStep extends GuildElement {
  static override readonly tag = 'guild-confirm';
  static override readonly uses = [ModalDialog];
  static override styles = [hostStyles, formStyles];

  /** The question. */
  @property() label = '';
  /** What is done, on the button. */
  @property() doLabel = '';
  /** What is done instead, on the other button. */
  @property() notLabel = '';
  /** An answer is awaited. */
  @property({ type: Boolean }) pending = false;

  /** Opens it. */
  async show(): Promise<void> {
    await this.updateComplete;
    await this.renderRoot.querySelector('guild-dialog')?.show();
  }

  /** Closes it. */
  close(): void {
    this.renderRoot.querySelector('guild-dialog')?.close();
  }

  protected override view(): TemplateResult {
    return html`<guild-dialog .label=${this.label} @close=${() => this.fire(new Event('close'))}>
      <div class="form">
        <h2 class="title" part="header">${this.label}</h2>
        <slot></slot>
        <div class="actions" part="actions">
          <button
            class="button primary"
            part="button"
            aria-disabled=${this.pending}
            @click=${() => this.fire(new Event('guild-confirm'))}
          >
            ${this.doLabel}
          </button>
          <button class="button quiet" part="button" @click=${() => this.close()}>${this.notLabel}</button>
        </div>
      </div>
    </guild-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-confirm': ConfirmStep;
  }
}
