import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { hostStyles } from '../internal/host.styles.js';
import { close } from './icons.js';
import { PersonAvatar } from './person-avatar.js';

/**
 * @summary A person or team in one line: avatar, name, and quietly what they do.
 * @event guild-remove - Somebody wants to take the person off a list.
 * @csspart name - The name.
 * @csspart button - The remove button.
 */
export class PersonChip extends LitElement {
  static readonly tag = 'guild-person-chip';
  static readonly uses = [PersonAvatar];
  static override styles = [
    hostStyles,
    css`
      :host {
        --guild-avatar-size: 24px;
        display: inline-flex;
        align-items: center;
        gap: calc(2 * var(--_space));
        max-inline-size: 100%;
      }
      :host([removable]) {
        padding-inline-start: var(--_space);
        border: 1px solid var(--_line);
        border-radius: 999px;
      }
      .button {
        min-block-size: 28px;
        padding-inline: calc(2 * var(--_space));
        border-radius: 999px;
      }
    `,
  ];

  /** Whom it shows. */
  @property({ attribute: false }) person:
    { id: string; name: string; title?: string | undefined } | undefined;
  /** Offers a button that asks to take the person off. */
  @property({ type: Boolean, reflect: true }) removable = false;
  /** What that button is called, with the name in it. */
  @property() removeLabel = '';

  #remove(): void {
    this.dispatchEvent(new Event('guild-remove', { bubbles: true, composed: true }));
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.person) return nothing;
    const { name, title } = this.person;
    return html`<guild-avatar .person=${this.person}></guild-avatar>
      <span
        ><bdi part="name">${name}</bdi
        >${title ? html` <span class="quiet small">${title}</span>` : nothing}</span
      >
      ${
        this.removable
          ? html`<button
              class="button quiet"
              part="button"
              type="button"
              aria-label=${this.removeLabel || name}
              @click=${this.#remove}
            >
              ${close}
            </button>`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-person-chip': PersonChip;
  }
}
