import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { dayWords } from '../mentoring/days.js';
import { cycleForm } from '../strings/en/cycle-form.js';
import { reviewConsole } from '../strings/en/review-console.js';
import type { Cycle } from './cycle-types.js';

/**
 * @summary What is fixed in a launched cycle: how answers are kept, who reads, the smallest groups, who is asked what, the days.
 * @csspart list - The rules.
 * @csspart item - One of them.
 */
export class CycleRules extends GuildElement {
  static override readonly tag = 'guild-cycle-rules';
  static override styles = [
    hostStyles,
    css`
      dl {
        display: grid;
        max-inline-size: 44rem;
        margin-block-start: calc(3 * var(--_space));
      }
      dl > div {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 2fr);
        gap: 0 calc(4 * var(--_space));
        padding-block: calc(2 * var(--_space));
        border-block-start: 1px solid var(--_line);
      }
      dd {
        white-space: pre-line;
      }
      @media (max-width: 30rem) {
        dl > div {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  /** The cycle. */
  @property({ attribute: false }) cycle: Cycle | undefined;

  #rule(name: string, value: unknown): TemplateResult {
    return html`<div part="item">
      <dt class="quiet">${name}</dt>
      <dd dir="auto">${value}</dd>
    </div>`;
  }

  #asked({ templates, amounts }: Cycle): string {
    const { directionNames } = this.strings(cycleForm);
    const { number } = this.formats;
    const lines = templates.map(({ direction, name }) => {
      const amount = direction === 'self' || direction === 'manager' ? undefined : amounts[direction];
      const bounds = amount ? `, ${number(amount.min)}–${number(amount.max)}` : '';
      return `${directionNames[direction] ?? direction}${bounds}: ${name}`;
    });
    return lines.join('\n');
  }

  protected override view(): unknown {
    const { cycle } = this;
    if (!cycle) return nothing;
    const strings = this.strings(cycleForm);
    const { number, list } = this.formats;
    const { thresholds, dates, mode, readers, nominationMode, approval, purpose } = cycle;
    const day = (value: string) => dayWords(value, this.locale);
    return html`<p class="quiet">${cycle.state === 'draft' ? strings.frozenLater : strings.frozenNow}</p>
      <dl part="list">
        ${this.#rule(strings.purpose, purpose)}
        ${this.#rule(strings.keeping, this.strings(reviewConsole).modesSay[mode])}
        ${mode === 'named' ? nothing : this.#rule(strings.threshold, number(thresholds.k360))}
        ${mode === 'named' ? nothing : this.#rule(strings.textThreshold, number(thresholds.kText))}
        ${this.#rule(strings.visibility, list(readers.map((reader) => strings.visibilities[reader])))}
        ${this.#rule(strings.who, this.#asked(cycle))}
        ${this.#rule(strings.nominationMode, strings.nominationModes[nominationMode])}
        ${this.#rule(strings.approval, strings.approvals[approval])}
        ${this.#rule(strings.nominateBy, day(dates.nominateBy))}
        ${this.#rule(strings.answerBy, day(dates.answerBy))}
        ${dates.releaseOn ? this.#rule(strings.releaseOn, day(dates.releaseOn)) : nothing}
      </dl>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-cycle-rules': CycleRules;
  }
}
