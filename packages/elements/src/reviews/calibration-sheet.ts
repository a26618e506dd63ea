import type { Client } from '@guildhall/core';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { ConfirmStep } from '../mentoring/confirm-step.js';
import { failureLine } from '../mentoring/form-parts.js';
import { ModalDialog } from '../parts/modal-dialog.js';
import { RelativeTime } from '../parts/relative-time.js';
import { reviewConsole } from '../strings/en/review-console.js';
import { calibrationStyles } from './calibration.styles.js';
import type { CalibrationSheetData } from './cycle-types.js';
import { RatingChange } from './rating-change.js';

type Question = CalibrationSheetData['questions'][number];
type Row = CalibrationSheetData['rows'][number];
type Rating = Row['ratings'][number];

/**
 * @summary A calibration: ratings by managers side by side, each change with its reason beside it. For HR and those invited.
 * @event guild-change - A rating was changed, or all is agreed.
 * @csspart header - The title.
 * @csspart list - The ratings.
 * @csspart item - A person's.
 * @csspart name - A name.
 * @csspart text - What is said.
 * @csspart field - A field with its label.
 * @csspart button - A button.
 * @csspart error - What went wrong.
 */
export class CalibrationSheet extends GuildElement {
  static override readonly tag = 'guild-calibration';
  static override readonly uses = [ConfirmStep, ModalDialog, RatingChange, RelativeTime];
  static override styles = [hostStyles, calibrationStyles];

  readonly #sheet = new Query(this, {
    areas: ['reviews'],
    args: () => (this.calibration ? ([this.calibration] as const) : undefined),
    keep: true,
    load: (client: Client, [id], signal) => client.reviews.calibration({ id }, { signal }),
  });
  readonly #agree = new Command(this, (client, id: string, options) =>
    client.reviews.agreeCalibration({ id }, options),
  );

  @state() private changing: { row: Row; question: Question } | undefined;
  @state() private agreeing = false;

  /** The id of the calibration. */
  @property() calibration = '';

  async #open(row: Row, question: Question): Promise<void> {
    this.changing = { row, question };
    await this.updateComplete;
    await this.renderRoot.querySelector('guild-dialog')?.show();
  }

  #changed(): void {
    this.renderRoot.querySelector('guild-dialog')?.close();
    void this.#sheet.reload();
    this.fire(new Event('guild-change'));
  }

  async #ask(): Promise<void> {
    this.#agree.reset();
    this.agreeing = true;
    await this.updateComplete;
    await this.renderRoot.querySelector('guild-confirm')?.show();
  }

  async #agreeNow(): Promise<void> {
    if (!(await this.#agree.run(this.calibration))) return;
    this.renderRoot.querySelector('guild-confirm')?.close();
    this.announce(this.strings(reviewConsole).agreedNow);
    void this.#sheet.reload();
    this.fire(new Event('guild-change'));
  }

  #valueWords(value: number | undefined, question: Question): string {
    const strings = this.strings(reviewConsole);
    if (value === undefined) return strings.notJudged;
    const label = question.type === 'rating' ? question.labels[value - 1] : undefined;
    return label ? `${this.formats.number(value)} ${label}` : this.formats.number(value);
  }

  /** Every change with who made it, when, and why. */
  #changes({ changes }: Rating): unknown {
    const strings = this.strings(reviewConsole);
    const { number } = this.formats;
    if (!changes.length) return nothing;
    return html`<ul class="changes small" role="list">
      ${changes.map(
        ({ from, to, why, by, at }) =>
          html`<li>
            <p>
              <b aria-hidden="true"><bdi dir="ltr">${strings.changedFrom(number(from), number(to))}</bdi></b>
              <span class="visually-hidden">${strings.changedFromAloud(number(from), number(to))}</span>
              <span dir="auto">${why}</span>
            </p>
            <p class="quiet">
              ${by ? html`<bdi>${by.name}</bdi>, ` : nothing}<guild-relative-time
                datetime=${at}
              ></guild-relative-time>
            </p>
          </li>`,
      )}
    </ul>`;
  }

  #rating(row: Row, question: Question, sheet: CalibrationSheetData): TemplateResult {
    const strings = this.strings(reviewConsole);
    const rating = row.ratings.find(({ questionId }) => questionId === question.id);
    const may = sheet.may.calibrate && rating?.value !== undefined;
    return html`<tr part="item">
      <th scope="row">
        <bdi part="name">${row.subject.name}</bdi>
        <span class="quiet small">${strings.ratedBy(row.manager.name)}</span>
      </th>
      <td>
        <bdi>${this.#valueWords(rating?.value, question)}</bdi>
        ${rating ? this.#changes(rating) : nothing}
      </td>
      <td class="do">
        ${
          may
            ? html`<button
                class="button quiet"
                part="button"
                aria-label=${strings.changeNamed(row.subject.name, question.prompt)}
                @click=${() => this.#open(row, question)}
              >
                ${strings.change}
              </button>`
            : nothing
        }
      </td>
    </tr>`;
  }

  #question(question: Question, sheet: CalibrationSheetData): TemplateResult {
    const strings = this.strings(reviewConsole);
    return html`<table part="list">
      <caption>
        <bdi>${question.prompt}</bdi>
      </caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">${strings.addWho}</th>
          <th scope="col">${strings.rating}</th>
          <th scope="col">${strings.change}</th>
        </tr>
      </thead>
      <tbody>
        ${sheet.rows.map((row) => this.#rating(row, question, sheet))}
      </tbody>
    </table>`;
  }

  #dialog(): unknown {
    const { changing } = this;
    const strings = this.strings(reviewConsole);
    const label = changing ? strings.changeNamed(changing.row.subject.name, changing.question.prompt) : '';
    return html`<guild-dialog .label=${label} @close=${() => (this.changing = undefined)}>
      ${
        changing
          ? html`<guild-rating-change
              exportparts="field, button, error"
              .calibration=${this.calibration}
              .row=${changing.row}
              .question=${changing.question}
              @guild-saved=${this.#changed}
            ></guild-rating-change>`
          : nothing
      }
    </guild-dialog>`;
  }

  #agreement({ may }: CalibrationSheetData): unknown {
    if (!may.agree) return nothing;
    const strings = this.strings(reviewConsole);
    return html`<div class="agree">
        <button class="button primary" part="button" @click=${this.#ask}>${strings.agree}</button>
        <p class="help">${strings.agreeHelp}</p>
      </div>
      ${
        this.agreeing
          ? html`<guild-confirm
              .label=${strings.agreeSure}
              .doLabel=${strings.agree}
              .notLabel=${strings.notNow}
              .pending=${this.#agree.pending}
              @guild-confirm=${this.#agreeNow}
              @close=${() => (this.agreeing = false)}
            >
              <p>${strings.agreeHelp}</p>
              <p class="quiet small">${strings.logged}</p>
              ${failureLine(this.#agree.error, this.locale)}
            </guild-confirm>`
          : nothing
      }`;
  }

  #all(sheet: CalibrationSheetData): TemplateResult {
    const strings = this.strings(reviewConsole);
    const names = this.formats.list(sheet.participants.map(({ name }) => name));
    return html`<div class="whole">
        <div>
          <h3 class="title" part="header" tabindex="-1"><bdi>${sheet.name}</bdi></h3>
          <p class="quiet">
            ${strings.calibrationStates[sheet.state]} · <bdi>${strings.calibrationWith(names)}</bdi>
          </p>
          <p class="quiet small" part="text">${strings.calibrationHelp}</p>
        </div>
        ${
          sheet.rows.length
            ? sheet.questions.map((question) => this.#question(question, sheet))
            : html`<p class="quiet">${strings.calibrationRows}</p>`
        }
        ${this.#agreement(sheet)}
      </div>
      ${this.#dialog()}`;
  }

  protected override view(): unknown {
    return this.#sheet.render({ data: (sheet) => this.#all(sheet) });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-calibration': CalibrationSheet;
  }
}
