import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { errorText } from '../internal/error-text.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { thanking } from '../strings/en/thanking.js';

/**
 * @summary How many points each person gets, and how many are left then. Nothing where points are off.
 * @csspart field - Label, field and help.
 * @csspart error - What is wrong with the number.
 */
export class PointsField extends GuildElement {
  static override readonly tag = 'guild-points-field';
  static override styles = [
    hostStyles,
    css`
      :host {
        display: contents;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--_space) calc(3 * var(--_space));
      }
      .input {
        inline-size: 7em;
        font-variant-numeric: tabular-nums;
        appearance: textfield;
      }
      .input::-webkit-inner-spin-button {
        appearance: none;
      }
    `,
  ];

  readonly #allowance = new Query(this, {
    areas: ['recognition'],
    load: (client) => client.recognition.allowance(),
  });

  /** The number as it is written. */
  @property() value = '';
  /** How many people get it; below one when that is not known here, as for teams. */
  @property({ type: Number }) people = 0;
  /** What is wrong with it. */
  @property() error = '';

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('input')?.focus(options);
  }

  #input({ target }: Event): void {
    if (target instanceof HTMLInputElement) this.value = target.value;
  }

  protected override view(): TemplateResult | typeof nothing {
    const { enabled, left = 0 } = this.#allowance.data ?? {};
    if (!enabled) return nothing;
    const { pointsAfter, pointsLabel, pointsLeft } = this.strings(thanking);
    const needed = Number(this.value) * Math.max(this.people, 1);
    const after = left - needed;
    const short = { code: 'forbidden', reason: 'allowance.spent', details: { left, needed } } as const;
    const error = this.error || (after < 0 ? errorText(short, this.locale) : '');
    return html`<div class="field" part="field">
      <label for="points">${pointsLabel}</label>
      <div class="row">
        <input
          class="input"
          id="points"
          type="number"
          min="1"
          step="1"
          inputmode="numeric"
          .value=${this.value}
          aria-invalid=${error ? 'true' : nothing}
          aria-describedby="note"
          @input=${this.#input}
        />
        ${
          error
            ? html`<p class="error" part="error" id="note" role="alert">${error}</p>`
            : html`<p class="help" id="note">
                ${needed > 0 && this.people ? pointsAfter(after) : pointsLeft(left)}
              </p>`
        }
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-points-field': PointsField;
  }
}
