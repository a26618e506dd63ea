import { css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { common } from '../strings/en/common.js';
import { close } from './icons.js';

/**
 * @summary Something over the page. Closes by Escape, its button, or a click beside it; the focus goes back to where it was.
 * @slot - What it shows.
 * @event close - It has been closed.
 * @csspart button - The button that closes it.
 */
export class ModalDialog extends GuildElement {
  static override readonly tag = 'guild-dialog';
  static override styles = [
    hostStyles,
    css`
      :host {
        display: contents;
      }
      dialog {
        inline-size: min(36rem, 100vw - 24px);
        max-block-size: min(48rem, 100dvh - 24px);
        padding: 0;
        overflow: auto;
        overscroll-behavior: contain;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        background: var(--_raised);
        box-shadow: var(--_shadow);
        color: var(--_text);
      }
      dialog[open] {
        animation: rise 150ms ease-out;
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 0.4);
      }
      .top {
        position: sticky;
        inset-block-start: 0;
        z-index: 1;
        display: flex;
        justify-content: end;
        background: var(--_raised);
      }
      .button {
        margin: calc(2 * var(--_space)) calc(2 * var(--_space)) 0;
      }
      .inside {
        padding: 0 calc(6 * var(--_space)) calc(6 * var(--_space));
      }
      @keyframes rise {
        from {
          opacity: 0;
          transform: translateY(6px);
        }
      }
      @media (max-width: 30rem) {
        .inside {
          padding: 0 calc(4 * var(--_space)) calc(5 * var(--_space));
        }
      }
      @media (prefers-reduced-motion: reduce) {
        @keyframes rise {
          from {
            opacity: 0;
          }
        }
      }
    `,
  ];

  /** What it is called. */
  @property() label = '';

  /** True until those who listen know that it has been closed. */
  #shown = false;

  /** Opens it, and takes the focus. */
  async show(): Promise<void> {
    await this.updateComplete;
    const dialog = this.#dialog;
    if (!dialog?.isConnected || dialog.open) return;
    dialog.showModal();
    this.#shown = true;
  }

  /** Closes it. */
  close(): void {
    this.#dialog?.close();
    this.#closed();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  #click({ target, currentTarget }: Event): void {
    // All of its inside is covered by a child: what hits the dialog itself is beside it.
    if (target === currentTarget) this.close();
  }

  #closed(): void {
    // The browser's own event comes later, when it may have been opened again: that one is told to nobody.
    if (!this.#shown || this.#dialog?.open) return;
    this.#shown = false;
    this.fire(new Event('close'));
  }

  protected override view(): TemplateResult {
    const { close: closeLabel } = this.strings(common);
    return html`<dialog aria-label=${this.label} @click=${this.#click} @close=${this.#closed}>
      <div class="top">
        <button class="button quiet" part="button" aria-label=${closeLabel} @click=${() => this.close()}>
          ${close}
        </button>
      </div>
      <div class="inside"><slot></slot></div>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-dialog': ModalDialog;
  }
}
