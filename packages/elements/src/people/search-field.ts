import { css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { search } from '../parts/icons.js';

const TYPING_MS = 150;

/**
 * @summary A field to search in, under a title that is its label.
 * @slot - What stands beside the title.
 * @event guild-change - The viewer has stopped typing for a moment; `value` says what is written.
 * @csspart header - The title.
 * @csspart field - The field.
 */
export class SearchField extends GuildElement {
  static override readonly tag = 'guild-search-field';
  static override styles = [
    hostStyles,
    css`
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--_space) calc(4 * var(--_space));
      }
      .input {
        display: flex;
        align-items: center;
        gap: calc(2 * var(--_space));
        margin-block-start: calc(3 * var(--_space));
        padding-block: 0;
        color: var(--_quiet);
        cursor: text;
      }
      .input:focus-within {
        outline: 2px solid var(--_focus);
        outline-offset: 2px;
      }
      input {
        flex: 1;
        min-inline-size: 0;
        min-block-size: calc(var(--_control) - 2px);
        padding: 0;
        border: 0;
        background: none;
        color: var(--_text);
      }
      input:focus-visible {
        outline: 0;
      }
      input::placeholder {
        color: var(--_quiet);
        opacity: 1;
      }
      @media (pointer: coarse) {
        input {
          min-block-size: 42px;
        }
      }
    `,
  ];

  #timer: ReturnType<typeof setTimeout> | undefined;

  /** What is written, without the space around it. */
  value = '';
  /** The title. */
  @property() label = '';
  /** What can be searched for, shown while the field is empty. */
  @property() help = '';

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('input')?.focus(options);
  }

  /** Empties the field. */
  clear(): void {
    clearTimeout(this.#timer);
    this.value = '';
    const input = this.renderRoot.querySelector('input');
    if (input) input.value = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  #type({ target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    this.value = target.value.trim().slice(0, 200);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.fire(new Event('guild-change')), this.value ? TYPING_MS : 0);
  }

  protected override view(): TemplateResult {
    return html`<div class="head">
        <h2 class="title" part="header"><label for="search">${this.label}</label></h2>
        <slot></slot>
      </div>
      <div class="input" part="field" @click=${() => this.focus()}>
        ${search}
        <input
          id="search"
          role="searchbox"
          autocomplete="off"
          spellcheck="false"
          placeholder=${this.help}
          @input=${this.#type}
        />
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-search-field': SearchField;
  }
}
