import { css, html, svg, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { workbench } from '../strings/en/workbench.js';
import { asTable, tableStyles } from './picture.js';
import { hundredths } from './reason-words.js';
import { tintStyles } from './score-bar.js';

/** What one more place for a skill is worth. */
export interface PlaceValue {
  readonly skill: { readonly id: string; readonly name: string };
  /** Points of 10,000 that the program would gain. */
  readonly gain: number;
  /** How many mentees want it. */
  readonly wanted: number;
}

/** So many skills are pictured; the table has all. */
const SHOWN = 6;

/**
 * @summary Where one more place with a mentor would help most, skill by skill.
 * @csspart list - The skills.
 * @csspart item - One of them.
 */
export class PlaceValues extends GuildElement {
  static override readonly tag = 'guild-place-values';
  static override styles = [
    hostStyles,
    tintStyles,
    tableStyles,
    css`
      ul {
        display: grid;
        gap: calc(2 * var(--_space));
        margin-block-start: calc(2 * var(--_space));
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 2px calc(3 * var(--_space));
        font-size: 0.9em;
        line-height: 1.4;
      }
      .bar {
        grid-column: 1 / -1;
        block-size: 5px;
      }
      .gain {
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  /** The skills, that with the greatest gain first. */
  @property({ attribute: false }) values: readonly PlaceValue[] = [];

  #item({ skill, gain }: PlaceValue, most: number): TemplateResult {
    return html`<li part="item">
      <bdi>${skill.name}</bdi>
      <span class="gain quiet">${this.strings(workbench).gain(hundredths(gain))}</span>
      <svg class="bar" viewBox="0 0 ${most} 10" preserveAspectRatio="none" aria-hidden="true">
        ${svg`<rect class="tint-0" width=${gain} height="10" />`}
      </svg>
    </li>`;
  }

  protected override view(): unknown {
    const strings = this.strings(workbench);
    const values = this.values.filter(({ gain }) => gain > 0);
    const most = Math.max(1, ...values.map(({ gain }) => gain));
    if (!values.length) return html`<p class="quiet small">${strings.placesNone}</p>`;
    return html`<p class="quiet small">${strings.placesHelp}</p>
      <ul part="list" role="list">
        ${values.slice(0, SHOWN).map((value) => this.#item(value, most))}
      </ul>
      ${asTable(strings.placesTable, {
        caption: strings.placesTitle,
        columns: [strings.skillColumn, strings.gainColumn, strings.wantedColumn],
        rows: values.map(({ skill, gain, wanted }) => [
          html`<bdi>${skill.name}</bdi>`,
          hundredths(gain),
          this.formats.number(wanted),
        ]),
      })}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-place-values': PlaceValues;
  }
}
