import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { check } from '../parts/icons.js';
import { thanking } from '../strings/en/thanking.js';

/** The most values that one thank-you names. */
const MOST = 5;

/**
 * @summary The company values as chips, of which up to five can be chosen. Nothing where there are none.
 * @event guild-change - The viewer has chosen or left a value; `value` says which are chosen now.
 * @csspart button - A value.
 * @csspart error - What is wrong with the choice.
 */
export class ValueChoice extends GuildElement {
  static override readonly tag = 'guild-value-choice';
  static override styles = [
    hostStyles,
    css`
      :host {
        display: contents;
      }
      fieldset {
        min-inline-size: 0;
      }
      legend {
        padding: 0;
      }
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: calc(1.5 * var(--_space));
        margin-block-start: calc(1.5 * var(--_space));
      }
      .chip {
        max-inline-size: 100%;
        overflow-wrap: anywhere;
      }
    `,
  ];

  readonly #values = new Query(this, {
    areas: ['people'],
    load: (client) => client.people.values(),
  });

  /** The ids of those chosen. */
  @property({ attribute: false }) value: readonly string[] = [];
  /** What is wrong with the choice. */
  @property() error = '';

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('button')?.focus(options);
  }

  /** Those of the ids that can be chosen here: others have been retired since they were. */
  offered(ids: readonly string[]): readonly string[] {
    const items = this.#values.data?.items;
    return items ? ids.filter((id) => items.some((value) => value.id === id)) : ids;
  }

  #toggle(id: string): void {
    const rest = this.value.filter((value) => value !== id);
    if (rest.length === this.value.length && rest.length >= MOST) return;
    this.value = rest.length < this.value.length ? rest : [...rest, id];
    this.fire(new Event('guild-change', { bubbles: true }));
  }

  protected override view(): TemplateResult | typeof nothing {
    const items = this.#values.data?.items ?? [];
    if (!items.length) return nothing;
    return html`<fieldset>
      <legend class="label">${this.strings(thanking).values}</legend>
      <div class="chips">
        ${items.map(({ id, name, description }) => {
          const chosen = this.value.includes(id);
          return html`<button
            class="chip"
            part="button"
            title=${description || nothing}
            aria-pressed=${chosen}
            aria-disabled=${!chosen && this.value.length >= MOST ? 'true' : nothing}
            @click=${() => this.#toggle(id)}
          >
            ${chosen ? check : nothing}<bdi>${name}</bdi>
          </button>`;
        })}
      </div>
      ${this.error ? html`<p class="error" part="error" role="alert">${this.error}</p>` : nothing}
    </fieldset>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-value-choice': ValueChoice;
  }
}
