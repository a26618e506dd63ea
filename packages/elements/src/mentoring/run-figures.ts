import type { MatchRun } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { shield } from '../parts/icons.js';
import { workbench } from '../strings/en/workbench.js';
import { hundredths } from './reason-words.js';

type Figures = NonNullable<MatchRun['figures']>;

/**
 * @summary A run in figures, and the proof that no other assignment is better.
 * @csspart list - The figures.
 * @csspart item - One of them.
 * @csspart text - The proof.
 */
export class RunFigures extends GuildElement {
  static override readonly tag = 'guild-run-figures';
  static override styles = [
    hostStyles,
    css`
      .figures {
        display: flex;
        flex-wrap: wrap;
        align-items: start;
        gap: calc(4 * var(--_space)) calc(10 * var(--_space));
        padding-block: calc(4.5 * var(--_space));
        border-block: 1px solid var(--_line);
      }
      dl {
        display: flex;
        flex-wrap: wrap;
        gap: calc(4 * var(--_space)) calc(10 * var(--_space));
      }
      dl > div {
        display: flex;
        flex-direction: column-reverse;
      }
      dd {
        font-size: 1.5em;
        font-weight: 600;
        line-height: 1.2;
        font-variant-numeric: tabular-nums;
      }
      details {
        flex: 1 1 18rem;
        max-inline-size: 24rem;
        margin-inline-start: auto;
      }
      details[open] {
        max-inline-size: 40rem;
      }
      summary {
        display: flex;
        align-items: center;
        gap: calc(2.5 * var(--_space));
        border-radius: 6px;
        line-height: 1.4;
        cursor: pointer;
        list-style: none;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary svg {
        inline-size: 22px;
        block-size: 22px;
        color: var(--_accent);
      }
      summary:hover .more {
        text-decoration: underline;
      }
      .more {
        color: var(--_accent);
      }
      .proof {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: var(--_space) calc(4 * var(--_space));
        margin-block: calc(3 * var(--_space));
      }
      .proof > div {
        display: contents;
      }
      .proof dd {
        font-size: 1em;
        font-weight: 400;
        line-height: inherit;
        text-align: end;
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** The run. */
  @property({ attribute: false }) run: MatchRun | undefined;

  #figure(value: string, label: string): TemplateResult {
    return html`<div part="item">
      <dt class="quiet small">${label}</dt>
      <dd><bdi>${value}</bdi></dd>
    </div>`;
  }

  #proof({ inputs }: MatchRun, { certificate, took, mentors, mentees }: Figures): TemplateResult {
    const strings = this.strings(workbench);
    const { number } = this.formats;
    const { optimal, primal, dual, gap, scope } = certificate;
    const checked =
      scope === 'allEligiblePairs' ? strings.checkedAll(mentors * mentees) : strings.checkedSome;
    const rows = [
      [strings.primal, number(hundredths(primal))],
      [strings.dual, number(hundredths(dual))],
      [strings.gap, number(hundredths(gap))],
      [strings.took, strings.milliseconds(Math.round(took))],
      [strings.inputs, inputs.slice(0, 16)],
    ];
    return html`<details class="small quiet">
      <summary part="text">
        ${optimal ? shield : nothing}
        <span
          >${optimal ? strings.proof : strings.unproved(Math.ceil(gap / 100))} ${checked}
          <span class="more">${strings.proofFigures}</span></span
        >
      </summary>
      <dl class="proof">
        ${rows.map(
          ([label, value]) =>
            html`<div>
              <dt>${label}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
      <p>${strings.proofHelp}</p>
    </details>`;
  }

  protected override view(): unknown {
    const { run } = this;
    const figures = run?.figures;
    if (!run || !figures) return nothing;
    const strings = this.strings(workbench);
    const { number } = this.formats;
    return html`<div class="figures">
      <dl part="list" aria-label=${strings.figures}>
        ${this.#figure(strings.matchedOf(figures.matched, figures.mentees), strings.matched)}
        ${this.#figure(number(hundredths(figures.mean)), strings.mean)}
        ${this.#figure(number(hundredths(figures.worst)), strings.worst)}
        ${this.#figure(number(figures.locked), strings.locked(figures.locked))}
      </dl>
      ${this.#proof(run, figures)}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-run-figures': RunFigures;
  }
}
