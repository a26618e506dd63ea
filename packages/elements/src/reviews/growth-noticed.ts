import type { Client } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { DotRange } from '../charts/dot-range.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { dayWords } from '../mentoring/days.js';
import { reviewReport } from '../strings/en/review-report.js';
import { bandWords, className, spreadWords } from './release-words.js';
import type { ReportClass } from './report-types.js';

type Noticed = Awaited<ReturnType<Client['growth']['noticed']>>;
/** The ids of what the raters are asked. */
const CHANGE = 'change';
const WHAT = 'what';

/**
 * @summary What the raters of a report noticed later about a growth area: a figure and words, as far as they may be shown.
 * @csspart header - The title.
 * @csspart text - What is said, and what they wrote.
 * @csspart error - What went wrong.
 */
export class GrowthNoticed extends GuildElement {
  static override readonly tag = 'guild-growth-noticed';
  static override readonly uses = [DotRange];
  static override styles = [
    hostStyles,
    css`
      .whole {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: calc(2 * var(--_space));
      }
      h4 {
        margin: 0;
        font-size: 1em;
        font-weight: 500;
      }
      .words {
        max-inline-size: 68ch;
        white-space: pre-line;
      }
    `,
  ];

  readonly #noticed = new Query(this, {
    areas: ['growth'],
    args: () => (this.area ? ([this.area.id, this.area.asked] as const) : undefined),
    keep: true,
    load: (client: Client, [id], signal) => client.growth.noticed({ id }, { signal }),
  });

  /** The area, as far as it is looked at here. */
  @property({ attribute: false }) area: { id: string; asked?: string | undefined } | undefined;

  #shown({ all, classes, questions }: Noticed): TemplateResult {
    const strings = this.strings(reviewReport);
    const [first] = classes;
    const one: ReportClass | undefined = all ?? first;
    const cell = one?.cells[CHANGE];
    if (!one || !cell?.shown) return html`<p class="quiet small" part="text">${strings.noticedHidden}</p>`;
    const name = all ? strings.classOf(strings.everyone, bandWords(all.n)) : className(one, strings);
    const rating = questions.find(({ id }) => id === CHANGE);
    const row = {
      id: 'change',
      name: strings.changePrompt,
      values: { class: cell.mean },
      note: spreadWords(cell.spread, strings, this.formats.number),
    };
    const words = classes.flatMap(({ texts }) => {
      const said = texts[WHAT];
      return said?.shown ? said.texts : [];
    });
    return html`<h4 part="header">${strings.noticed}</h4>
      <guild-dot-range
        .label=${strings.noticed}
        .series=${[{ id: 'class', name, look: 'first' as const }]}
        .rows=${[row]}
        .min=${1}
        .max=${rating?.type === 'rating' ? rating.labels.length : 5}
        .lowLabel=${strings.changeLow}
        .highLabel=${strings.changeHigh}
      ></guild-dot-range>
      ${words.map(({ text }) => html`<p class="words" part="text" dir="auto">${text}</p>`)}`;
  }

  protected override view(): unknown {
    const strings = this.strings(reviewReport);
    return this.#noticed.render({
      data: (noticed) => {
        if (noticed.state === 'none') return nothing;
        const day = noticed.answerBy && dayWords(noticed.answerBy, this.locale);
        return noticed.state === 'released'
          ? html`<div class="whole">${this.#shown(noticed)}</div>`
          : html`<p class="quiet small" part="text">${strings.asking(day ?? '')}</p>`;
      },
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-growth-noticed': GrowthNoticed;
  }
}
