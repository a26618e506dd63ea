import type { Marks } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { more } from '../parts/icons.js';
import { common } from '../strings/en/common.js';
import { recognition } from '../strings/en/recognition.js';

/** What can be done with a kudos by those who may. */
export type KudosChange = 'edit' | 'withdraw' | 'moderate';

/** `guild-choose`: the viewer has chosen from the menu. */
export class ChooseEvent extends Event {
  readonly change: KudosChange;

  constructor(change: KudosChange) {
    super('guild-choose');
    this.change = change;
  }
}

/**
 * @summary What the viewer may do with a kudos, behind three dots.
 * @event {ChooseEvent} guild-choose - The viewer has chosen.
 */
export class KudosMenu extends GuildElement {
  static override readonly tag = 'guild-kudos-menu';
  static override styles = [
    hostStyles,
    css`
      :host {
        display: inline;
        font-size: inherit;
      }
      .button {
        min-block-size: 30px;
        border-radius: 999px;
      }
      svg {
        inline-size: 16px;
        block-size: 16px;
        stroke-width: 2.2;
      }
      [popover] {
        position: absolute;
        inset: auto;
        margin: 0;
        padding: var(--_space);
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        background: var(--_raised);
        box-shadow: var(--_shadow);
        color: var(--_text);
      }
      [popover] .button {
        display: flex;
        justify-content: start;
        inline-size: 100%;
        min-block-size: var(--_control);
        border-radius: min(8px, var(--_radius));
        color: inherit;
      }
      @media (pointer: coarse) {
        .button {
          min-block-size: 44px !important;
        }
      }
    `,
  ];

  /** What the viewer may do. */
  @property({ attribute: false }) may: Marks['may'] | undefined;

  override focus(): void {
    this.renderRoot.querySelector('button')?.focus();
  }

  #place({ currentTarget }: Event): void {
    const opener = this.renderRoot.querySelector('button')?.getBoundingClientRect();
    if (!opener || !(currentTarget instanceof HTMLElement)) return;
    // It lies above the page and scrolls with it.
    const end = this.matches(':dir(rtl)') ? opener.left : opener.right - currentTarget.offsetWidth;
    currentTarget.style.left = `${scrollX + Math.max(8, end)}px`;
    currentTarget.style.top = `${scrollY + opener.bottom}px`;
  }

  #choose({ target }: Event): void {
    const change = target instanceof HTMLElement && target.closest('button')?.name;
    this.renderRoot.querySelector<HTMLElement>('[popover]')?.hidePopover();
    if (change) this.fire(new ChooseEvent(change as KudosChange)); // The names are given below.
  }

  protected override view(): TemplateResult {
    const strings = this.strings(recognition);
    const { edit, moreActions } = this.strings(common);
    const choice = (name: KudosChange, text: string) =>
      this.may?.[name]
        ? html`<button class="button quiet" part="button" name=${name}>${text}</button>`
        : nothing;
    return html`<button class="button quiet" part="button" popovertarget="menu" aria-label=${moreActions}>
        ${more}
      </button>
      <div id="menu" popover @toggle=${this.#place} @click=${this.#choose}>
        ${choice('edit', edit)} ${choice('withdraw', strings.withdraw)}
        ${choice('moderate', strings.moderate)}
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-kudos-menu': KudosMenu;
  }
}
