import type { Client } from '@guildhall/core';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { saveText } from '../internal/save-text.js';
import { programConsole } from '../strings/en/console.js';
import { failureLine } from './form-parts.js';
import { tableStyles } from './picture.js';
import { programReportStyles } from './program-report.styles.js';

type Report = Awaited<ReturnType<Client['mentoring']['report']>>;
type Figure = Report['figures'][number];
type Export = Parameters<Client['mentoring']['exportProgram']>[0]['what'];

/** What stands above the others, large. */
const FIRST = ['matchRate', 'sessionsHeld', 'goalsMet', 'completed'];
const EXPORTS: readonly Export[] = ['report', 'enrollments', 'pairs', 'mentorships', 'sessions'];

/**
 * @summary The program in figures, each with how it is computed, and its records as CSV files.
 * @csspart header - The title.
 * @csspart list - The figures that stand above the others.
 * @csspart item - One of them.
 * @csspart field - What to download.
 * @csspart button - What downloads it.
 * @csspart error - What went wrong.
 */
export class ProgramReport extends GuildElement {
  static override readonly tag = 'guild-program-report';
  static override styles = [hostStyles, tableStyles, programReportStyles];

  readonly #report = new Query(this, {
    areas: ['mentoring', 'recognition'],
    args: () => (this.program ? ([this.program] as const) : undefined),
    keep: true,
    load: (client, [programId], signal) => client.mentoring.report({ programId }, { signal }),
  });
  readonly #export = new Command(this, (client, input: { programId: string; what: Export }, options) =>
    client.mentoring.exportProgram(input, options),
  );

  @state() private what: Export = 'report';

  /** The id of the program. */
  @property() program = '';

  async #download({ program }: Report): Promise<void> {
    const { what } = this;
    const written = await this.#export.run({ programId: this.program, what });
    if (!written) return;
    const strings = this.strings(programConsole);
    const name = `${fileName(program.name)}-${what}.csv`;
    saveText(name, written.csv);
    this.announce(strings.exported(name));
  }

  #value({ value, of }: Figure): TemplateResult {
    const { number } = this.formats;
    const strings = this.strings(programConsole);
    if (value === null || of === 0) return html`<span class="quiet">${strings.nothingYet}</span>`;
    return html`<bdi>${of === undefined ? number(value) : strings.valueOf(number(value), number(of))}</bdi>`;
  }

  #row(figure: Figure): TemplateResult {
    const strings = this.strings(programConsole);
    const how = strings.hows[figure.figure];
    return html`<tr>
      <th scope="row">${this.#name(figure)}</th>
      <td class="number">${this.#value(figure)}</td>
      <td class="quiet" lang=${how ? nothing : 'en'}>${how ?? figure.how}</td>
    </tr>`;
  }

  #name({ figure }: Figure): string {
    const { figures, endings, endedFor } = this.strings(programConsole);
    const [, reason] = /^endedEarly\.(.+)$/.exec(figure) ?? [];
    return reason ? endedFor(endings[reason] ?? reason) : (figures[figure] ?? figure);
  }

  #all(report: Report): TemplateResult {
    const strings = this.strings(programConsole);
    const first = report.figures.filter(({ figure }) => FIRST.includes(figure));
    return html`<h3 class="title" part="header">${strings.reportTitle}</h3>
      <p class="quiet small">${strings.reportHelp}</p>
      <dl part="list">
        ${first.map(
          (figure) =>
            html`<div part="item">
              <dt class="quiet small">${this.#name(figure)}</dt>
              <dd>${this.#value(figure)}</dd>
            </div>`,
        )}
      </dl>
      <table>
        <thead>
          <tr>
            <th scope="col">${strings.figure}</th>
            <th scope="col" class="number">${strings.value}</th>
            <th scope="col">${strings.how}</th>
          </tr>
        </thead>
        <tbody>
          ${report.figures.map((figure) => this.#row(figure))}
        </tbody>
      </table>
      ${this.#exports(report)}`;
  }

  #exports(report: Report): TemplateResult {
    const strings = this.strings(programConsole);
    const choose = ({ target }: Event) =>
      target instanceof HTMLSelectElement && (this.what = EXPORTS[target.selectedIndex] ?? 'report');
    return html`<div class="export">
      <div class="field" part="field">
        <label for="what">${strings.exportWhat}</label>
        <select class="input" id="what" aria-describedby="what-note" @change=${choose}>
          ${EXPORTS.map(
            (what) => html`<option ?selected=${what === this.what}>${strings.exports[what]}</option>`,
          )}
        </select>
      </div>
      <button
        class="button"
        part="button"
        aria-disabled=${this.#export.pending}
        @click=${() => this.#download(report)}
      >
        ${strings.exportCsv}
      </button>
      <p class="help" id="what-note">${strings.exportHelp}</p>
      ${failureLine(this.#export.error, this.locale)}
    </div>`;
  }

  protected override view(): unknown {
    return this.#report.render({ data: (report) => this.#all(report) });
  }
}

/** A name that any file system takes. */
function fileName(name: string): string {
  return name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '') || 'program';
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-program-report': ProgramReport;
  }
}
