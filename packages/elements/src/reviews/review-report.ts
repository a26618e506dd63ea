import type { Client } from '@guildhall/core';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { saveText } from '../internal/save-text.js';
import { saveFile } from '../mentoring/save-file.js';
import { failureLine } from '../mentoring/form-parts.js';
import { RelativeTime } from '../parts/relative-time.js';
import { errorState } from '../parts/states.js';
import { reviewReport } from '../strings/en/review-report.js';
import { openAll } from './print-open.js';
import { classesOf, classNameIn, formName } from './report-series.js';
import { ReportContests } from './report-contests.js';
import { ReportFigures } from './report-figures.js';
import { ReportGrowth } from './report-growth.js';
import { ReportList, ReportPickEvent } from './report-list.js';
import { ReportTexts } from './report-texts.js';
import type { Report } from './report-types.js';
import { reviewReportStyles } from './review-report.styles.js';

type Format = 'csv' | 'json';
const FORMATS: readonly Format[] = ['csv', 'json'];

/**
 * @summary A released 360 report: oneself against others in pictures, words, where to grow, and one's answer to it.
 * @csspart header - Titles.
 * @csspart list - Reports, rows of a picture, words, points.
 * @csspart item - One of them.
 * @csspart text - What is said.
 * @csspart field - A field with its label.
 * @csspart actions - Buttons that belong together.
 * @csspart button - A button.
 * @csspart empty - What is said when there is no report.
 * @csspart error - What went wrong.
 */
export class ReviewReport extends GuildElement {
  static override readonly tag = 'review-report';
  static override readonly uses = [
    RelativeTime,
    ReportContests,
    ReportFigures,
    ReportGrowth,
    ReportList,
    ReportTexts,
  ];
  static override styles = [hostStyles, reviewReportStyles];

  readonly #report = new Query(this, {
    areas: ['reviews'],
    args: () => (this.cycle ? ([this.cycle, this.subject] as const) : undefined),
    load: (client: Client, [cycleId, subjectId], signal) =>
      client.reviews.report({ cycleId, ...(subjectId && { subjectId }) }, { signal }),
  });
  readonly #export = new Command(
    this,
    (client, input: { cycleId: string; subjectId: string; format: Format }) =>
      client.reviews.exportReport(input),
  );
  #closeAgain: (() => void) | undefined;

  /** The id of the cycle. Default: a list of the reports that the viewer may read. */
  @property({ reflect: true }) cycle = '';
  /** The id of the person whom it is about. Default: the viewer. */
  @property({ reflect: true }) subject = '';
  /** Offers no way to the list of reports, since something around it does. */
  @property({ type: Boolean }) alone = false;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('beforeprint', this.#beforePrint);
    window.addEventListener('afterprint', this.#afterPrint);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('beforeprint', this.#beforePrint);
    window.removeEventListener('afterprint', this.#afterPrint);
  }

  readonly #beforePrint = () => (this.#closeAgain ??= openAll(this));
  readonly #afterPrint = () => {
    this.#closeAgain?.();
    this.#closeAgain = undefined;
  };

  async #pick(event: Event): Promise<void> {
    if (!(event instanceof ReportPickEvent)) return;
    [this.cycle, this.subject] = [event.cycleId, event.subjectId];
    await this.#focusTitle();
  }

  async #back(): Promise<void> {
    [this.cycle, this.subject] = ['', ''];
    await this.#focusTitle();
  }

  async #focusTitle(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.title, guild-report-list')?.focus();
  }

  async #save({ cycle, subject }: Report, format: Format): Promise<void> {
    const file = await this.#export.run({ cycleId: cycle.id, subjectId: subject.id, format });
    if (!file) return;
    if (format === 'csv') saveText(file.name, file.text, file.type);
    else saveFile(file.text, file.name, file.type);
    this.announce(this.strings(reviewReport).exported(file.name));
  }

  /** From whom it comes, how it was kept, and what is never shown, before anything of it. */
  #head(report: Report, own: boolean): TemplateResult {
    const strings = this.strings(reviewReport);
    const { number, list } = this.formats;
    const time = html`<guild-relative-time datetime=${report.releasedAt}></guild-relative-time>`;
    const view = { report, own, chosen: undefined, strings, number, percent: number };
    const named = report.attributed.map((form) => formName(form, view));
    const classes = classesOf(report).filter((one) => one !== report.all);
    const who = list([...named, ...classes.map((one) => classNameIn(report, one, strings))]);
    return html`<header class="head">
      <h2 class="title" part="header" tabindex="-1">
        <bdi>${own ? strings.yours : strings.about(report.subject.name)}</bdi>
      </h2>
      <p class="quiet"><bdi>${report.cycle.name}</bdi> · ${fill(strings.released, { time })}</p>
      ${who ? html`<p>${strings.comesFrom(who)}</p>` : nothing}
      <p class="quiet small">
        ${strings.modes[report.mode]} ${report.mode === 'named' ? nothing : strings.smallest(report.k)}
      </p>
    </header>`;
  }

  #foot(report: Report): TemplateResult {
    const strings = this.strings(reviewReport);
    return html`<footer class="foot">
      ${report.mode === 'named' ? nothing : html`<p class="quiet small" part="text">${strings.hidden}</p>`}
      <div class="actions" part="actions">
        <button class="button" part="button" @click=${() => window.print()}>${strings.print}</button>
        ${
          report.may.export
            ? FORMATS.map(
                (format) =>
                  html`<button
                    class="button"
                    part="button"
                    aria-disabled=${this.#export.pending}
                    @click=${() => this.#save(report, format)}
                  >
                    ${strings.exportAs(format.toUpperCase())}
                  </button>`,
              )
            : nothing
        }
      </div>
      ${failureLine(this.#export.error, this.locale)}
      <p class="quiet small">${fill(strings.fingerprint, { hash: html`<code>${report.hash}</code>` })}</p>
    </footer>`;
  }

  #one(report: Report): TemplateResult {
    const own = report.subject.id === this.me?.id;
    const parts = 'header, list, item, text, field, actions, button, error';
    return html`${this.#head(report, own)}
      <guild-report-figures exportparts=${parts} .report=${report} .own=${own}></guild-report-figures>
      <guild-report-texts exportparts=${parts} .report=${report} .own=${own}></guild-report-texts>
      <guild-report-growth exportparts=${parts} .report=${report} .own=${own}></guild-report-growth>
      <guild-report-contests
        exportparts=${parts}
        .report=${report}
        .own=${own}
        @guild-change=${() => this.#report.reload()}
      ></guild-report-contests>
      ${this.#foot(report)}`;
  }

  protected override view(): unknown {
    const { hall, me } = this;
    const failure = me ? undefined : hall?.failure;
    if (failure) return errorState(failure, this.locale, () => void hall?.greet());
    if (!this.cycle) {
      return html`<guild-report-list
        exportparts="header, list, item, button, empty, error"
        tabindex="-1"
        @guild-pick=${this.#pick}
      ></guild-report-list>`;
    }
    return html`<div class="whole">
      ${
        this.alone
          ? nothing
          : html`<button class="button quiet back" part="button" @click=${this.#back}>
              ${this.strings(reviewReport).back}
            </button>`
      }
      ${this.#report.render({ data: (report) => this.#one(report) })}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'review-report': ReviewReport;
  }
}
