import type { Client } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { programConsole } from '../strings/en/console.js';
import { failureLine, formStyles, note } from './form-parts.js';
import { tableStyles } from './picture.js';

type Result = Awaited<ReturnType<Client['mentoring']['importEnrollments']>>;

/** What the server takes. */
const MOST = 5_000_000;

/**
 * @summary Brings people into a program from a CSV file: first it says what would change, line by line, and only then does it.
 * @csspart field - The file, and the lines.
 * @csspart text - What would change.
 * @csspart actions - The buttons.
 * @csspart button - One of them.
 * @csspart error - What is wrong.
 */
export class EnrollmentImport extends GuildElement {
  static override readonly tag = 'guild-enrollment-import';
  static override styles = [
    hostStyles,
    formStyles,
    tableStyles,
    css`
      textarea.input {
        font-family: ui-monospace, monospace;
        font-size: 0.9em;
        white-space: pre;
        max-block-size: 16rem;
      }
    `,
  ];

  readonly #import = new Command(
    this,
    (client, input: { programId: string; csv: string; dryRun: boolean }, options) =>
      client.mentoring.importEnrollments(input, options),
  );

  @state() private csv = '';
  @state() private result: Result | undefined;
  @state() private problem = '';

  /** The id of the program. */
  @property() program = '';

  /** The lines changed: what was said about them before is no longer true. */
  #set(csv: string): void {
    this.csv = csv;
    this.result = undefined;
    this.problem = csv.length > MOST ? this.strings(programConsole).tooLarge : '';
  }

  async #file({ target }: Event): Promise<void> {
    const file = target instanceof HTMLInputElement && target.files?.[0];
    if (!file) return;
    if (file.size > MOST) this.problem = this.strings(programConsole).tooLarge;
    else this.#set(await file.text());
  }

  async #run(dryRun: boolean): Promise<void> {
    const { csv, program: programId } = this;
    if (!csv.trim() || this.problem) return;
    const result = await this.#import.run({ programId, csv, dryRun });
    if (!result || csv !== this.csv) return;
    this.result = result;
    this.announce(this.#sentence(result));
    if (result.written) this.csv = '';
  }

  #sentence({ created, changed, errorCount, written }: Result): string {
    const strings = this.strings(programConsole);
    if (errorCount) return strings.importErrors(errorCount);
    if (written) return strings.didImport(created, changed);
    return created + changed ? strings.wouldCreate(created, changed) : strings.nothingNew;
  }

  #answer(result: Result): TemplateResult {
    const strings = this.strings(programConsole);
    const { errors, ignoredColumns } = result;
    return html`<div part="text" class="field">
      <p class=${errors.length ? 'error' : ''}>${this.#sentence(result)}</p>
      ${
        ignoredColumns.length
          ? html`<p class="quiet small">${strings.ignored(this.formats.list(ignoredColumns))}</p>`
          : nothing
      }
      ${errors.length ? this.#errors(errors) : nothing}
    </div>`;
  }

  #errors(errors: Result['errors']): TemplateResult {
    const strings = this.strings(programConsole);
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${strings.cause}>
      <table>
        <thead>
          <tr>
            <th scope="col">${strings.line}</th>
            <th scope="col">${strings.column}</th>
            <th scope="col">${strings.cause}</th>
          </tr>
        </thead>
        <tbody>
          ${errors.map(
            ({ line, column, cause }) =>
              html`<tr>
                <th scope="row">${this.formats.number(line)}</th>
                <td><bdi>${column}</bdi></td>
                <td lang="en">${cause}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  protected override view(): TemplateResult {
    const strings = this.strings(programConsole);
    const { result } = this;
    const many = result && !result.errorCount && !result.written ? result.created + result.changed : 0;
    const type = ({ target }: Event) => target instanceof HTMLTextAreaElement && this.#set(target.value);
    return html`<div class="form" role="group" aria-label=${strings.importTitle}>
      <p class="quiet small">${strings.importHelp}</p>
      <div class="field" part="field">
        <label for="file">${strings.chooseFile}</label>
        <input class="input" id="file" type="file" accept=".csv,text/csv" @change=${this.#file} />
      </div>
      <div class="field" part="field">
        <label for="csv">${strings.orPaste}</label>
        <textarea
          class="input"
          id="csv"
          rows="4"
          spellcheck="false"
          placeholder="email,side,capacity,topics"
          .value=${this.csv}
          aria-invalid=${this.problem ? 'true' : nothing}
          aria-describedby=${this.problem ? 'csv-note' : nothing}
          @input=${type}
        ></textarea>
        ${note('csv', this.problem)}
      </div>
      ${result ? this.#answer(result) : nothing} ${failureLine(this.#import.error, this.locale)}
      <div class="actions" part="actions">
        ${
          many
            ? html`<button
                class="button primary"
                part="button"
                aria-disabled=${this.#import.pending}
                @click=${() => this.#run(false)}
              >
                ${strings.importDo(many)}
              </button>`
            : nothing
        }
        <button
          class="button"
          part="button"
          aria-disabled=${!this.csv.trim() || this.#import.pending}
          @click=${() => this.#run(true)}
        >
          ${result ? strings.checkAgain : strings.check}
        </button>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-enrollment-import': EnrollmentImport;
  }
}
