import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { formStyles, selectField } from '../mentoring/form-parts.js';
import { QuestionForm } from '../questions/question-form.js';
import { reviewTemplates } from '../strings/en/review-templates.js';
import { DIRECTIONS } from './cycle-writing.js';
import { shownQuestion, type TemplateItem } from './template-writing.js';

/**
 * @summary The questions of a review template as one of those who are asked sees them. What is answered goes nowhere.
 * @csspart field - Whose form is shown.
 * @csspart header - The heading of a section.
 * @csspart list - The questions.
 * @csspart item - One of them.
 */
export class TemplatePreview extends GuildElement {
  static override readonly tag = 'guild-template-preview';
  static override readonly uses = [QuestionForm];
  static override styles = [hostStyles, formStyles];

  @state() private direction: (typeof DIRECTIONS)[number] = 'peer';

  /** The questions of the template. */
  @property({ attribute: false }) items: readonly TemplateItem[] = [];

  protected override view(): TemplateResult {
    const strings = this.strings(reviewTemplates);
    const asked = this.items.filter(({ directions }) => directions.includes(this.direction));
    const sections = asked.flatMap(({ question, section }) =>
      section?.trim() ? [[question.id, section.trim()] as const] : [],
    );
    const pick = ({ target }: Event) => {
      if (!(target instanceof HTMLSelectElement)) return;
      this.direction = DIRECTIONS.find((one) => one === target.value) ?? this.direction;
    };
    const choices = DIRECTIONS.map((direction) => [direction, strings.directions[direction]] as const);
    return html`<div class="form">
      <div @change=${pick}>${selectField('direction', strings.previewAs, choices, this.direction)}</div>
      ${
        asked.length
          ? html`<guild-question-form
              exportparts="header, list, item"
              .questions=${asked.map(({ question }) => shownQuestion(question))}
              .sections=${Object.fromEntries(sections)}
              ?anonymous=${this.direction !== 'self' && this.direction !== 'manager'}
            ></guild-question-form>`
          : html`<p class="quiet">${strings.previewNone}</p>`
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-template-preview': TemplatePreview;
  }
}
