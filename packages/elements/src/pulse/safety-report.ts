import type { Client } from '@guildhall/core';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { DotRange, type DotSeries } from '../charts/dot-range.js';
import { ShareBars } from '../charts/share-bars.js';
import { TrendLine, type TrendPoint } from '../charts/trend-line.js';
import { Command } from '../internal/command.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { saveText } from '../internal/save-text.js';
import { dayWords } from '../mentoring/days.js';
import { failureLine } from '../mentoring/form-parts.js';
import { pulse as english } from '../strings/en/pulse.js';
import {
  barsOf,
  isAllHidden,
  isSomeHidden,
  lowestOf,
  nameOf,
  rateWords,
  rowOf,
  scalesOf,
  spreadWords,
  wholeOf,
  type Report,
  type ScaleOfItems,
  type Wording,
} from './report-figures.js';
import { SafetyGuide } from './safety-guide.js';
import { safetyTrendStyles } from './safety-trend.styles.js';

/** A wave as its readers get it. */
export type Wave = Awaited<ReturnType<Client['pulse']['wave']>>;
type Trend = Awaited<ReturnType<Client['pulse']['trend']>>;

/**
 * @summary What one wave of a survey shows of one group: the whole, how it went, item by item, words, and the guide.
 * @csspart header - A title.
 * @csspart text - What is said about the figures.
 * @csspart list - Words.
 * @csspart item - One of them.
 * @csspart button - What can be done.
 * @csspart error - What went wrong.
 */
export class SafetyReport extends GuildElement {
  static override readonly tag = 'guild-safety-report';
  static override readonly uses = [DotRange, SafetyGuide, ShareBars, TrendLine];
  static override styles = [hostStyles, safetyTrendStyles];

  readonly #both = new Query<readonly [Report, Trend], readonly [Wave, string, 'en' | 'de']>(this, {
    areas: ['pulse'],
    args: () =>
      this.wave && this.hall?.locale
        ? [this.wave, this.group, /^de\b/.test(this.locale) ? 'de' : 'en']
        : undefined,
    keep: true,
    load: (client, [{ id, surveyId }, group, language], signal) =>
      Promise.all([
        client.pulse.report({ waveId: id, group, language }, { signal }),
        client.pulse.trend({ surveyId, group, language }, { signal }),
      ]),
  });
  readonly #export = new Command(this, (client, waveId: string, options) =>
    client.pulse.exportReport({ waveId, group: this.group, format: 'csv' }, options),
  );

  /** The wave. */
  @property({ attribute: false }) wave: Wave | undefined;
  /** The id of the group. */
  @property({ attribute: false }) group = 'all';
  /** What the group is called. */
  @property({ attribute: false }) groupName = '';

  get #wording(): Wording {
    return { strings: this.strings(english), formats: this.formats, locale: this.locale };
  }

  async #save(): Promise<void> {
    const file = this.wave && (await this.#export.run(this.wave.id));
    if (file) saveText(file.name, file.text, file.type);
  }

  #whole(report: Report): TemplateResult | typeof nothing {
    const whole = wholeOf(report);
    if (!whole) return nothing;
    const wording = this.#wording;
    const { strings, formats } = wording;
    const { cell, item, mean } = whole;
    const said = [spreadWords(cell.spread, wording), `${strings.bands[cell.n]}.`, rateWords(report, wording)];
    return html`<section class="whole">
      <h3 part="header">${strings.whole}</h3>
      <p class="figure" part="text">
        <b>${formats.number(mean)}</b>
        <span class="quiet">${strings.outOf(formats.number(item.max))}</span>
      </p>
      <p part="text">${said.filter(Boolean).join(' ')}</p>
    </section>`;
  }

  #trend(report: Report, trend: Trend): TemplateResult | typeof nothing {
    const whole = trend.items.find(({ index }) => index);
    if (!whole || trend.points.length < 2) return nothing;
    const strings = this.strings(english);
    const points: TrendPoint[] = trend.points.map(({ closedOn, cells }) => {
      const cell = cells[whole.id];
      return { name: dayWords(closedOn, this.locale), value: cell?.shown ? cell.mean : undefined };
    });
    const isCompared = report.items.some(({ index, trend: compared }) => index && compared.shown);
    return html`<section>
      <h3 part="header">${strings.trend}</h3>
      <guild-trend-line
        .label=${strings.whole}
        .points=${points}
        .min=${whole.min}
        .max=${whole.max}
      ></guild-trend-line>
      ${isCompared ? nothing : html`<p class="quiet small" part="text">${strings.trendHidden}</p>`}
    </section>`;
  }

  #scale({ items, min, max, labels }: ScaleOfItems): TemplateResult {
    const wording = this.#wording;
    const { strings } = wording;
    const lowest = lowestOf(items);
    const series: readonly DotSeries[] = [
      { id: 'mean', name: this.groupName || strings.mean, look: 'first' },
    ];
    return html`<guild-dot-range
      .label=${strings.itemsLabel}
      .sentence=${lowest ? strings.lowest(nameOf(lowest)) : ''}
      .series=${series}
      .rows=${items.map((item) => rowOf(item, wording))}
      .min=${min}
      .max=${max}
      .lowLabel=${labels ? (labels[0] ?? '') : strings.endLow}
      .highLabel=${labels ? (labels.at(-1) ?? '') : strings.endHigh}
    ></guild-dot-range>`;
  }

  #items(report: Report): TemplateResult | typeof nothing {
    const strings = this.strings(english);
    const choices = report.items.filter(({ kind, cell }) => kind === 'choice' && cell.shown);
    const scales = scalesOf(report);
    if (!scales.length && !choices.length) return nothing;
    return html`<section>
      <h3 part="header">${strings.items}</h3>
      ${scales.length ? html`<p class="quiet" part="text">${strings.itemsHelp}</p>` : nothing}
      ${scales.map((scale) => this.#scale(scale))}
      ${choices.map((item) =>
        item.cell.shown
          ? html`<h4>${nameOf(item)}</h4>
              <guild-share-bars .label=${nameOf(item)} .bars=${barsOf(item, item.cell)}></guild-share-bars>`
          : nothing,
      )}
    </section>`;
  }

  #words({ words }: Report): TemplateResult | typeof nothing {
    const shown = words.flatMap(({ prompt, cell }) => (cell.shown ? [{ prompt, texts: cell.texts }] : []));
    if (!shown.length) return nothing;
    const strings = this.strings(english);
    return html`<section>
      <h3 part="header">${strings.words}</h3>
      <p class="quiet" part="text">${strings.wordsHelp}</p>
      ${shown.map(
        ({ prompt, texts }) =>
          html`<h4><bdi>${prompt}</bdi></h4>
            <ul class="words" part="list" role="list">
              ${texts.map(({ text }) => html`<li part="item"><bdi>${text}</bdi></li>`)}
            </ul>`,
      )}
    </section>`;
  }

  #hidden(report: Report, isNothing: boolean): TemplateResult | typeof nothing {
    const { hidden, hiddenSome, guideOnly } = this.strings(english);
    const k = String(this.wave?.k ?? 5);
    if (this.wave?.tooSmall) return html`<p class="hidden-line" part="text">${guideOnly}</p>`;
    if (!isSomeHidden(report)) return nothing;
    const sentence = (isNothing ? hidden : hiddenSome).replace('{k}', k);
    return html`<p class="${isNothing ? 'hidden-line' : 'quiet small'}" part="text">${sentence}</p>`;
  }

  #report(report: Report, trend: Trend): TemplateResult {
    const isNothing = isAllHidden(report);
    const guide = html`<guild-safety-guide .parts=${report.guide}></guild-safety-guide>`;
    if (isNothing) return html`${this.#hidden(report, true)} ${guide}`;
    return html`${this.#whole(report)} ${this.#trend(report, trend)} ${this.#items(report)}
      ${this.#hidden(report, false)} ${guide} ${this.#words(report)}
      <div>
        <button class="button" part="button" aria-disabled=${this.#export.pending} @click=${this.#save}>
          ${this.strings(english).exportCsv}
        </button>
        ${failureLine(this.#export.error, this.locale)}
      </div>`;
  }

  protected override view(): unknown {
    return this.#both.render({
      data: ([report, trend]) => html`<div class="report">${this.#report(report, trend)}</div>`,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-safety-report': SafetyReport;
  }
}
