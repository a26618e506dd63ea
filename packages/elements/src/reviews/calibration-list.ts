import type { Client } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { emptyState } from '../parts/states.js';
import { reviewConsole } from '../strings/en/review-console.js';
import { CalibrationSheet } from './calibration-sheet.js';
import { CalibrationStart } from './calibration-start.js';
import type { CalibrationHead, Cycle } from './cycle-types.js';

/**
 * @summary The calibrations of a cycle, for HR; without a cycle those to which the viewer is invited. One of them opened.
 * @csspart header - The title.
 * @csspart list - The calibrations, and the ratings of one.
 * @csspart item - One of them.
 * @csspart name - A name.
 * @csspart text - What is said.
 * @csspart field - A field with its label.
 * @csspart button - A button.
 * @csspart empty - What is said when there is none.
 * @csspart error - What went wrong.
 */
export class CalibrationList extends GuildElement {
  static override readonly tag = 'guild-calibration-list';
  static override readonly uses = [CalibrationSheet, CalibrationStart];
  static override styles = [
    hostStyles,
    css`
      :host,
      .whole {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: calc(5 * var(--_space));
      }
      li + li {
        border-block-start: 1px solid var(--_line);
      }
      li {
        position: relative;
        padding-block: calc(3 * var(--_space));
      }
      .name {
        padding: 0;
        border: 0;
        background: none;
        font-weight: 600;
        text-align: start;
        cursor: pointer;
      }
      .name::after {
        position: absolute;
        inset: 0;
        border-radius: 8px;
        content: '';
      }
      .button.back {
        justify-self: start;
        padding-inline: 0;
      }
      .back::before {
        content: '←';
      }
      .back:dir(rtl)::before {
        content: '→';
      }
    `,
  ];

  readonly #calibrations = new Query(this, {
    areas: ['reviews'],
    args: () => (this.me ? ([this.cycle?.id] as const) : undefined),
    keep: true,
    load: (client: Client, [cycleId], signal) =>
      client.reviews.calibrations({ limit: 100, ...(cycleId && { cycleId }) }, { signal }),
  });

  @state() private opened = '';

  /** The cycle, for HR. */
  @property({ attribute: false }) cycle: Cycle | undefined;

  #row({ id, name, state, participants }: CalibrationHead): TemplateResult {
    const strings = this.strings(reviewConsole);
    const names = this.formats.list(participants.map((one) => one.name));
    return html`<li part="item">
      <p>
        <button class="name" part="button" @click=${() => (this.opened = id)}><bdi>${name}</bdi></button>
      </p>
      <p class="quiet small">
        ${strings.calibrationStates[state]} · <bdi>${strings.calibrationWith(names)}</bdi>
      </p>
    </li>`;
  }

  #list(items: readonly CalibrationHead[]): TemplateResult {
    const strings = this.strings(reviewConsole);
    const may = this.cycle?.may.moves.includes('calibrate');
    const isEarly = this.cycle && ['nominating', 'approving', 'collecting'].includes(this.cycle.state);
    const none = isEarly ? strings.calibrationEarly : this.cycle ? strings.calibrationNone : strings.notYours;
    return html`${
      this.cycle || !items.length
        ? nothing
        : html`<h2 class="title" part="header">${strings.calibrations}</h2>`
    }
    ${
      items.length
        ? html`<ul part="list" role="list">
            ${items.map((one) => this.#row(one))}
          </ul>`
        : emptyState(none)
    }
    ${
      may
        ? html`<guild-calibration-start
            exportparts="header, field, button, error"
            .cycle=${this.cycle?.id ?? ''}
            @guild-saved=${() => this.#calibrations.reload()}
          ></guild-calibration-start>`
        : nothing
    }`;
  }

  protected override view(): unknown {
    if (this.opened) {
      return html`<button class="button quiet back" part="button" @click=${() => (this.opened = '')}>
          ${this.strings(reviewConsole).backToCalibrations}
        </button>
        <guild-calibration
          exportparts="header, list, item, name, text, field, button, error"
          .calibration=${this.opened}
        ></guild-calibration>`;
    }
    return this.#calibrations.render({
      data: ({ items }) => html`<div class="whole">${this.#list(items)}</div>`,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-calibration-list': CalibrationList;
  }
}
