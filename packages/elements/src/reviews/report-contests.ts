import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { failureLine, formStyles, seers, selectField, textField } from '../mentoring/form-parts.js';
import { KeptForm } from '../mentoring/kept-form.js';
import { RelativeTime } from '../parts/relative-time.js';
import { reviewReport } from '../strings/en/review-report.js';
import { ContestAnswer } from './contest-answer.js';
import type { Report } from './report-types.js';

type Contest = Report['contests'][number];
interface Writing {
  questionId: string;
  text: string;
}

/**
 * @summary What the subject of a report says to it: that it is read, what is wrong in it, and what HR answers.
 * @csspart header - The title.
 * @csspart list - What is contested.
 * @csspart item - One point of it.
 * @csspart text - What was written.
 * @csspart field - A field with its label.
 * @csspart actions - The buttons.
 * @csspart button - One of them.
 * @csspart error - What is wrong.
 */
export class ReportContests extends GuildElement {
  static override readonly tag = 'guild-report-contests';
  static override readonly uses = [ContestAnswer, RelativeTime];
  static override styles = [
    hostStyles,
    formStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: calc(4 * var(--_space));
      }
      li {
        display: grid;
        gap: calc(2 * var(--_space));
        padding-block: calc(3 * var(--_space));
        border-block-end: 1px solid var(--_line);
        break-inside: avoid;
      }
      .words {
        max-inline-size: 68ch;
        white-space: pre-line;
      }
      .answer {
        padding-inline-start: calc(4 * var(--_space));
        border-inline-start: 2px solid var(--_accent);
      }
      summary {
        inline-size: fit-content;
        border-radius: 4px;
        cursor: pointer;
      }
      details .form {
        padding-block-start: calc(3 * var(--_space));
      }
      @media print {
        details,
        .actions,
        guild-contest-answer {
          display: none;
        }
      }
    `,
  ];

  readonly #form = new KeptForm<Writing>(this, {
    name: () => (this.report && this.own ? `contest ${this.report.cycle.id}` : undefined),
    blank: () => ({ questionId: '', text: '' }),
  });
  readonly #acknowledge = new Command(this, (client, input: { cycleId: string }, options) =>
    client.reviews.acknowledge(input, options),
  );
  readonly #contest = new Command(
    this,
    (client, input: { cycleId: string; questionId?: string; text: string }, options) =>
      client.reviews.contest(input, options),
  );

  @state() private problem = '';
  @state() private opened = false;

  /** The report. */
  @property({ attribute: false }) report: Report | undefined;
  /** The viewer is its subject. */
  @property({ type: Boolean }) own = false;

  #changed(): void {
    this.announce(this.strings(reviewReport).sent);
    this.fire(new Event('guild-change'));
  }

  async #read({ cycle }: Report): Promise<void> {
    if (await this.#acknowledge.run({ cycleId: cycle.id })) this.#changed();
  }

  async #send({ cycle }: Report): Promise<void> {
    const { questionId, text } = this.#form.value;
    this.problem = text.trim() ? '' : this.strings(reviewReport).contestEmpty;
    if (this.problem) return this.renderRoot.querySelector<HTMLElement>('#text')?.focus();
    const point = { cycleId: cycle.id, text: text.trim(), ...(questionId && { questionId }) };
    if (!(await this.#contest.run(point))) return;
    this.#form.drop();
    this.opened = false;
    this.#changed();
  }

  #readLine(report: Report): unknown {
    const strings = this.strings(reviewReport);
    const { acknowledgedAt } = report;
    if (acknowledgedAt) {
      const time = html`<guild-relative-time datetime=${acknowledgedAt}></guild-relative-time>`;
      return html`<p class="quiet">
        ${fill(this.own ? strings.acknowledged : strings.acknowledgedBy, { time })}
      </p>`;
    }
    if (!report.may.acknowledge) return nothing;
    return html`<div class="actions" part="actions">
        <button
          class="button primary"
          part="button"
          aria-disabled=${this.#acknowledge.pending}
          @click=${() => this.#read(report)}
        >
          ${strings.acknowledge}
        </button>
        <p class="help">${strings.acknowledgeHelp}</p>
      </div>
      ${failureLine(this.#acknowledge.error, this.locale)}`;
  }

  #point({ questionId }: Contest, report: Report): string {
    const strings = this.strings(reviewReport);
    const asked = report.questions.find(({ question }) => question.id === questionId)?.question;
    return strings.contestOf(asked?.prompt ?? strings.contestWhole);
  }

  #one(contest: Contest, report: Report): TemplateResult {
    const strings = this.strings(reviewReport);
    const { answer } = contest;
    return html`<li part="item">
      <p class="quiet small"><bdi>${this.#point(contest, report)}</bdi></p>
      <p class="words" part="text" dir="auto">${contest.text}</p>
      ${
        answer
          ? html`<div class="answer">
              <p class="quiet small">${strings.contestAnswer(answer.by?.name ?? 'HR')}</p>
              <p class="words" part="text" dir="auto">${answer.text}</p>
            </div>`
          : report.may.answerContest
            ? html`<guild-contest-answer
                exportparts="field, actions, button, error"
                .cycle=${report.cycle.id}
                .subject=${report.subject}
                .contest=${contest.id}
                @guild-sent=${this.#changed}
              ></guild-contest-answer>`
            : html`<p class="quiet small">${strings.contestWaiting}</p>`
      }
    </li>`;
  }

  #write(report: Report): unknown {
    if (!report.may.contest) return nothing;
    const strings = this.strings(reviewReport);
    const { questionId, text } = this.#form.value;
    const choices = report.questions.map(({ question }) => [question.id, question.prompt] as const);
    const fold = ({ currentTarget }: Event) =>
      currentTarget instanceof HTMLDetailsElement && (this.opened = currentTarget.open);
    const input = (event: Event) => this.#form.input(event);
    return html`<details ?open=${this.opened || this.#form.begun} @toggle=${fold}>
      <summary>${strings.contest}</summary>
      <div class="form" @input=${input} @change=${input}>
        <p class="help">${strings.contestHelp}</p>
        ${selectField('questionId', strings.contestWhat, [['', strings.contestWhole], ...choices], questionId)}
        ${textField({ name: 'text', label: strings.contestText, value: text, problem: this.problem })}
        ${failureLine(this.#contest.error, this.locale)}
        <div class="actions" part="actions">
          <button
            class="button"
            part="button"
            aria-disabled=${this.#contest.pending}
            @click=${() => this.#send(report)}
          >
            ${strings.contestSend}
          </button>
          ${seers(false, strings.contestSeers)}
        </div>
      </div>
    </details>`;
  }

  protected override view(): unknown {
    const { report } = this;
    if (!report) return nothing;
    const { contests } = report;
    return html`${this.#readLine(report)}
    ${
      contests.length
        ? html`<h3 class="title" part="header">${this.strings(reviewReport).contests}</h3>
            <ul part="list" role="list">
              ${contests.map((one) => this.#one(one, report))}
            </ul>`
        : nothing
    }
    ${this.#write(report)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-report-contests': ReportContests;
  }
}
