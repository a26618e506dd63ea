import type { KudosAudience } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { check } from '../parts/icons.js';
import { recognition } from '../strings/en/recognition.js';

/**
 * @summary For whom a thank-you is meant: one of three chips.
 * @event input - The viewer has chosen another; `value` says which.
 * @csspart button - A choice.
 */
export class AudienceChoice extends GuildElement {
  static override readonly tag = 'guild-audience-choice';
  static override styles = [
    hostStyles,
    css`
      legend {
        padding: 0;
      }
      div {
        display: flex;
        flex-wrap: wrap;
        gap: calc(1.5 * var(--_space));
        margin-block-start: calc(1.5 * var(--_space));
      }
      .chip:has(:checked) {
        border-color: transparent;
        background: var(--_soft);
        color: var(--_accent);
        font-weight: 500;
      }
      .chip:has(:focus-visible) {
        outline: 2px solid var(--_focus);
        outline-offset: 2px;
      }
      @media (forced-colors: active) {
        .chip:has(:checked) {
          border-color: Highlight;
        }
      }
    `,
  ];

  /** The one chosen. */
  @property() value: KudosAudience = 'public';

  protected override view(): TemplateResult {
    const strings = this.strings(recognition);
    const choices = [
      ['public', strings.audienceChoicePublic],
      ['team', strings.audienceChoiceTeam],
      ['private', strings.audienceChoicePrivate],
    ] as const;
    return html`<fieldset>
      <legend class="label">${strings.audience}</legend>
      <div>
        ${choices.map(
          ([value, label]) =>
            html`<label class="chip" part="button">
              <input
                class="visually-hidden"
                type="radio"
                name="audience"
                .checked=${this.value === value}
                @input=${() => (this.value = value)}
              />
              ${this.value === value ? check : nothing}${label}
            </label>`,
        )}
      </div>
    </fieldset>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-audience-choice': AudienceChoice;
  }
}
