import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { reviewReport } from '../strings/en/review-report.js';
import { classNameIn, classesOf, formName, type ReportView } from './report-series.js';
import type { Report, ReportQuestion } from './report-types.js';
import { answerWords, commentOf } from './report-words.js';

/** What one side said to a question. */
interface Said {
  by: string;
  texts: readonly string[];
}

/**
 * @summary The words of a report: those with a name by name, the others by class and in no order.
 * @csspart header - The titles.
 * @csspart list - What was said to one question.
 * @csspart item - What one side said.
 * @csspart text - The words.
 */
export class ReportTexts extends GuildElement {
  static override readonly tag = 'guild-report-texts';
  static override styles = [
    hostStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: calc(5 * var(--_space));
      }
      h4 {
        margin: 0 0 calc(2 * var(--_space));
        font-size: 1em;
        font-weight: 500;
      }
      .said {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 4fr);
        gap: 0 calc(4 * var(--_space));
        padding-block: calc(1.5 * var(--_space));
      }
      .said dd {
        display: grid;
        gap: calc(2 * var(--_space));
        max-inline-size: 68ch;
        white-space: pre-line;
      }
      @container (max-width: 34rem) {
        .said {
          grid-template-columns: minmax(0, 1fr);
        }
      }
      :host {
        container-type: inline-size;
      }
      section {
        break-inside: avoid;
      }
    `,
  ];

  /** The report. */
  @property({ attribute: false }) report: Report | undefined;
  /** The viewer is its subject. */
  @property({ type: Boolean }) own = false;

  #said(question: ReportQuestion, view: ReportView): Said[] {
    const { report, strings } = view;
    const named = report.attributed.map((form): Said => {
      const answer = form.answers[question.id];
      const words = answerWords(answer, question, strings, this.formats.list);
      return { by: formName(form, view), texts: [words, commentOf(answer)].filter(Boolean) };
    });
    // The whole holds the same texts as its classes.
    const classes = classesOf(report).filter((one) => one !== report.all || !report.classes.length);
    const nameless = classes.map((one): Said => {
      const cell = one.texts[question.id];
      const texts = cell?.shown ? cell.texts.map(({ text }) => text) : [];
      return { by: classNameIn(report, one, strings), texts };
    });
    return [...named, ...nameless].filter(({ texts }) => texts.length);
  }

  #question(question: ReportQuestion, said: readonly Said[]): TemplateResult {
    return html`<section>
      <h4><bdi>${question.prompt}</bdi></h4>
      <dl part="list">
        ${said.map(
          ({ by, texts }) =>
            html`<div class="said" part="item">
              <dt class="quiet small"><bdi>${by}</bdi></dt>
              <dd>${texts.map((text) => html`<p part="text" dir="auto">${text}</p>`)}</dd>
            </div>`,
        )}
      </dl>
    </section>`;
  }

  protected override view(): unknown {
    const { report, own } = this;
    if (!report) return nothing;
    const strings = this.strings(reviewReport);
    const { number } = this.formats;
    const view = { report, own, chosen: undefined, strings, number, percent: number };
    const all = report.questions
      .map(({ question }) => ({ question, said: this.#said(question, view) }))
      .filter(({ said }) => said.length);
    return html`<div>
        <h3 class="title" part="header">${strings.texts}</h3>
        <p class="quiet small">
          ${all.length ? (report.mode === 'named' ? nothing : strings.textsHelp) : strings.noTexts}
        </p>
      </div>
      ${all.map(({ question, said }) => this.#question(question, said))}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-report-texts': ReportTexts;
  }
}
