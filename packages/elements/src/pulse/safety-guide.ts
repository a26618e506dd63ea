import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { pulse as english } from '../strings/en/pulse.js';
import type { Report } from './report-figures.js';

type Part = Report['guide'][number];

/**
 * @summary How to talk about safety in a team: questions for each item, those that came out low first and opened.
 * @csspart header - The title.
 * @csspart list - The items.
 * @csspart item - One of them.
 * @csspart text - What it is about.
 */
export class SafetyGuide extends GuildElement {
  static override readonly tag = 'guild-safety-guide';
  static override styles = [
    hostStyles,
    css`
      :host {
        display: grid;
        gap: calc(2 * var(--_space));
        max-inline-size: 44rem;
      }
      h3 {
        font-size: 1.05em;
        font-weight: 600;
        line-height: 1.25;
      }
      li.part {
        border-block-end: 1px solid var(--_line);
      }
      summary {
        list-style-position: outside;
        margin-inline-start: 1.2em;
        padding-block: calc(3 * var(--_space));
        border-radius: 4px;
        font-weight: 500;
        cursor: pointer;
      }
      details > div {
        display: grid;
        gap: calc(2 * var(--_space));
        padding-block-end: calc(4 * var(--_space));
        padding-inline-start: 1.2em;
      }
      ol {
        display: grid;
        gap: calc(1.5 * var(--_space));
        padding-inline-start: 1.2em;
        list-style: decimal;
      }
      ol li::marker {
        color: var(--_quiet);
      }
      .low {
        color: var(--_accent);
        font-size: 0.9em;
      }
    `,
  ];

  /** The guide, in the order of the items. */
  @property({ attribute: false }) parts: readonly Part[] = [];

  #part({ prompt, about, questions, low }: Part): TemplateResult {
    const strings = this.strings(english);
    return html`<li class="part" part="item">
      <details ?open=${low}>
        <summary>
          <bdi>${prompt}</bdi>
          ${low ? html`<span class="low">${strings.low}</span>` : nothing}
        </summary>
        <div>
          <p class="quiet" part="text"><bdi>${about}</bdi></p>
          <ol>
            ${questions.map((question) => html`<li><bdi>${question}</bdi></li>`)}
          </ol>
        </div>
      </details>
    </li>`;
  }

  protected override view(): unknown {
    if (!this.parts.length) return nothing;
    const strings = this.strings(english);
    const parts = [...this.parts].sort((one, other) => Number(other.low) - Number(one.low));
    return html`<h3 part="header">${strings.guide}</h3>
      <p class="quiet" part="text">${strings.guideWords}</p>
      <ul part="list" role="list">
        ${parts.map((part) => this.#part(part))}
      </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-safety-guide': SafetyGuide;
  }
}
