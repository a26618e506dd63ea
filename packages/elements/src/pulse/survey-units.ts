import type { Client } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import type { Choice, ChoiceEvent } from '../parts/choice.js';
import { ChoiceField } from '../parts/choice-field.js';
import { close } from '../parts/icons.js';
import { common } from '../strings/en/common.js';
import { survey as english } from '../strings/en/survey.js';

const OFFERED = 6;

/**
 * @summary The departments and teams whom a survey asks.
 * @event guild-change - One was added or removed; `units` has those that are left.
 * @csspart field - The field that finds them.
 * @csspart list - Those who are asked.
 * @csspart item - One of them.
 * @csspart error - What is wrong.
 */
export class SurveyUnits extends GuildElement {
  static override readonly tag = 'guild-survey-units';
  static override readonly uses = [ChoiceField];
  static override styles = [
    hostStyles,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: calc(2 * var(--_space));
        margin-block-end: calc(2 * var(--_space));
      }
    `,
  ];

  /** Those who are asked. */
  @property({ attribute: false }) units: readonly Choice[] = [];
  /** What is wrong. */
  @property() error = '';

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('guild-choice-field')?.focus(options);
  }

  /** The first departments and teams that a text finds and that are not asked yet; a name may be that of both. */
  async #find(client: Client, text: string, signal: AbortSignal): Promise<readonly Choice[]> {
    const { unitOf } = this.strings(english);
    const found = await Promise.all(
      (['department', 'team'] as const).map(async (kind) => {
        const { items } = await client.people.units(
          { kind, ...(text && { text }), limit: OFFERED },
          { signal },
        );
        return items.map(({ id, name }) => ({ id, name: unitOf[kind](name) }));
      }),
    );
    return found.flat().filter(({ id }) => !this.units.some((unit) => unit.id === id));
  }

  #change(units: readonly Choice[]): void {
    this.units = units;
    this.fire(new Event('guild-change'));
  }

  #remove(id: string): void {
    this.#change(this.units.filter((unit) => unit.id !== id));
    // Its button is gone.
    this.focus();
  }

  #unit({ id, name }: Choice): TemplateResult {
    return html`<li part="item">
      <button
        class="chip"
        aria-label=${this.strings(common).removeNamed(name)}
        @click=${() => this.#remove(id)}
      >
        <bdi>${name}</bdi>${close}
      </button>
    </li>`;
  }

  protected override view(): TemplateResult {
    const { unit, unitHelp } = this.strings(english);
    return html`${
        this.units.length
          ? html`<ul part="list" role="list">
              ${this.units.map((each) => this.#unit(each))}
            </ul>`
          : nothing
      }
      <guild-choice-field
        .label=${unit}
        .help=${unitHelp}
        .error=${this.error}
        .find=${(client: Client, text: string, signal: AbortSignal) => this.#find(client, text, signal)}
        .value=${''}
        @guild-choose=${({ choice, currentTarget }: ChoiceEvent) => {
          if (!choice) return;
          this.#change([...this.units, choice]);
          if (currentTarget instanceof ChoiceField) currentTarget.value = '';
        }}
      ></guild-choice-field>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-survey-units': SurveyUnits;
  }
}
