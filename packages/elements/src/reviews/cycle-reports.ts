import type { Client } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { saveText } from '../internal/save-text.js';
import { failureLine } from '../mentoring/form-parts.js';
import { saveFile } from '../mentoring/save-file.js';
import { reviewConsole } from '../strings/en/review-console.js';
import { reviewReport } from '../strings/en/review-report.js';
import { ContestAnswer } from './contest-answer.js';
import { CycleReportEvent } from './cycle-events.js';
import type { Cycle } from './cycle-types.js';
import { ReportList, ReportPickEvent } from './report-list.js';

type Contested = Awaited<ReturnType<Client['reviews']['contests']>>['items'][number];
type Format = 'csv' | 'json';
const FORMATS: readonly Format[] = ['csv', 'json'];

/**
 * @summary For HR after the release: points that subjects contest, to be answered, and the reports that HR may read.
 * @event {CycleReportEvent} guild-report - The viewer wants to read a report.
 * @csspart header - The titles.
 * @csspart list - What is contested, and the reports.
 * @csspart item - One of them.
 * @csspart text - What is said.
 * @csspart field - A field with its label.
 * @csspart actions - The buttons.
 * @csspart button - One of them.
 * @csspart empty - What is said when there is none.
 * @csspart error - What went wrong.
 */
export class CycleReports extends GuildElement {
  static override readonly tag = 'guild-cycle-reports';
  static override readonly uses = [ContestAnswer, ReportList];
  static override styles = [
    hostStyles,
    css`
      .whole,
      section {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: calc(7 * var(--_space));
      }
      section,
      .one {
        display: grid;
        gap: calc(2 * var(--_space));
      }
      .one {
        padding-block: calc(3 * var(--_space));
        border-block-end: 1px solid var(--_line);
      }
      .words {
        max-inline-size: 68ch;
        white-space: pre-line;
      }
      .answer {
        padding-inline-start: calc(4 * var(--_space));
        border-inline-start: 2px solid var(--_accent);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: calc(2 * var(--_space));
      }
    `,
  ];

  readonly #contests = new Query(this, {
    areas: ['reviews'],
    args: () => (this.cycle && this.#isReleased ? ([this.cycle.id] as const) : undefined),
    keep: true,
    load: (client: Client, [cycleId], signal) => client.reviews.contests({ cycleId, limit: 100 }, { signal }),
  });
  readonly #export = new Command(this, (client, input: { id: string; format: Format }) =>
    client.reviews.exportCycle(input),
  );

  /** The cycle. */
  @property({ attribute: false }) cycle: Cycle | undefined;

  get #isReleased(): boolean {
    return this.cycle?.state === 'released' || this.cycle?.state === 'closed';
  }

  async #save(id: string, format: Format): Promise<void> {
    const file = await this.#export.run({ id, format });
    if (!file) return;
    if (format === 'csv') saveText(file.name, file.text, file.type);
    else saveFile(file.text, file.name, file.type);
    this.announce(this.strings(reviewConsole).exported(file.name));
  }

  #contest({ subject }: Contested, one: Contested['contests'][number], cycleId: string): TemplateResult {
    const { contestAnswer } = this.strings(reviewReport);
    const { answer } = one;
    return html`<li class="one" part="item">
      <p><bdi>${subject.name}</bdi></p>
      <p class="words" part="text" dir="auto">${one.text}</p>
      ${
        answer
          ? html`<div class="answer">
              <p class="quiet small">${contestAnswer(answer.by?.name ?? 'HR')}</p>
              <p class="words" part="text" dir="auto">${answer.text}</p>
            </div>`
          : subject.id === this.me?.id
            ? nothing
            : html`<guild-contest-answer
                exportparts="field, actions, button, error"
                .cycle=${cycleId}
                .subject=${subject}
                .contest=${one.id}
                @guild-sent=${() => this.#contests.reload()}
              ></guild-contest-answer>`
      }
    </li>`;
  }

  #contested({ id }: Cycle): TemplateResult {
    const strings = this.strings(reviewConsole);
    return html`<section>
      <h3 class="title" part="header">${strings.contestsTitle}</h3>
      ${this.#contests.render({
        data: ({ items }) =>
          items.length
            ? html`<p class="quiet small">${strings.contestsHelp}</p>
                <ul part="list" role="list">
                  ${items.flatMap((one) => one.contests.map((point) => this.#contest(one, point, id)))}
                </ul>`
            : html`<p class="quiet">${strings.contestsNone}</p>`,
      })}
    </section>`;
  }

  #exports({ id, may }: Cycle): unknown {
    if (!may.moves.includes('exportCycle')) return nothing;
    const strings = this.strings(reviewConsole);
    return html`<div class="actions" part="actions">
        ${FORMATS.map(
          (format) =>
            html`<button
              class="button"
              part="button"
              aria-disabled=${this.#export.pending}
              @click=${() => this.#save(id, format)}
            >
              ${strings.exportAll(format.toUpperCase())}
            </button>`,
        )}
        <p class="help">${strings.exportHelp}</p>
      </div>
      ${failureLine(this.#export.error, this.locale)}`;
  }

  protected override view(): unknown {
    const { cycle } = this;
    if (!cycle) return nothing;
    const strings = this.strings(reviewConsole);
    if (!this.#isReleased) return html`<p class="quiet">${strings.reportsEarly}</p>`;
    const pick = (event: Event) =>
      event instanceof ReportPickEvent && this.fire(new CycleReportEvent(event.cycleId, event.subjectId));
    return html`<div class="whole">
      ${this.#contested(cycle)}
      <section>
        <h3 class="title" part="header">${strings.tabReports}</h3>
        <p class="quiet small">${strings.reportsHelp}</p>
        <guild-report-list
          untitled
          exportparts="list, item, button, empty, error"
          .cycle=${cycle.id}
          .none=${strings.reportsNone}
          @guild-pick=${pick}
        ></guild-report-list>
        ${this.#exports(cycle)}
      </section>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-cycle-reports': CycleReports;
  }
}
