import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { formStyles, note } from '../mentoring/form-parts.js';
import { close, plus } from '../parts/icons.js';
import { reviewTemplates } from '../strings/en/review-templates.js';
import { CompetenciesEvent } from './template-events.js';
import { blankCompetency, endsOf, type Competency, type TemplateItem } from './template-writing.js';

/**
 * @summary Which ratings of a review template say one thing together.
 * @event {CompetenciesEvent} guild-competencies - The viewer has changed it.
 * @csspart item - A competency.
 * @csspart field - A field with its label.
 * @csspart button - A button.
 * @csspart error - What is wrong.
 */
export class TemplateCompetencies extends GuildElement {
  static override readonly tag = 'guild-template-competencies';
  static override styles = [
    hostStyles,
    formStyles,
    css`
      ul,
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: calc(3 * var(--_space));
      }
      li {
        padding-block: calc(4 * var(--_space));
        border-block-end: 1px solid var(--_line);
      }
      .name {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: end;
        gap: calc(2 * var(--_space));
      }
    `,
  ];

  /** What is taken together. */
  @property({ attribute: false }) competencies: readonly Competency[] = [];
  /** The questions of the template. */
  @property({ attribute: false }) items: readonly TemplateItem[] = [];
  /** What is wrong, by the id of the competency. */
  @property({ attribute: false }) problems: Partial<Record<string, string>> = {};

  /** Goes to a competency. */
  async goTo(id: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[id="name-${CSS.escape(id)}"]`)?.focus();
  }

  #change(competencies: readonly Competency[]): void {
    this.competencies = competencies;
    this.fire(new CompetenciesEvent(competencies));
  }

  #edit(id: string, change: (before: Competency) => Partial<Competency>): void {
    this.#change(this.competencies.map((one) => (one.id === id ? { ...one, ...change(one) } : one)));
  }

  #add(): void {
    const fresh = blankCompetency();
    this.#change([...this.competencies, fresh]);
    void this.goTo(fresh.id);
  }

  async #remove({ id }: Competency): Promise<void> {
    this.#change(this.competencies.filter((one) => one.id !== id));
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.add')?.focus();
  }

  #question(one: Competency, { question }: TemplateItem): TemplateResult {
    const { id, prompt } = question;
    const tick = ({ target }: Event) => {
      if (!(target instanceof HTMLInputElement)) return;
      this.#edit(one.id, ({ questionIds }) => {
        const rest = questionIds.filter((each) => each !== id);
        return { questionIds: target.checked ? [...rest, id] : rest };
      });
    };
    return html`<label class="tick">
      <input type="checkbox" .checked=${one.questionIds.includes(id)} @change=${tick} />
      <bdi>${prompt || '–'}</bdi>
    </label>`;
  }

  #row(one: Competency, measured: readonly TemplateItem[]): TemplateResult {
    const strings = this.strings(reviewTemplates);
    const { id, name } = one;
    const problem = this.problems[id];
    const input = ({ target }: Event) =>
      target instanceof HTMLInputElement &&
      target.type === 'text' &&
      this.#edit(id, () => ({ name: target.value }));
    return html`<li part="item" @input=${input}>
      <div class="name">
        <div class="field" part="field">
          <label for="name-${id}">${strings.competencyName}</label>
          <input
            class="input"
            id="name-${id}"
            type="text"
            dir="auto"
            autocomplete="off"
            maxlength="120"
            .value=${name}
            aria-invalid=${problem ? 'true' : nothing}
            aria-describedby=${problem ? `${id}-note` : nothing}
          />
        </div>
        <button
          class="button quiet"
          part="button"
          aria-label=${strings.competencyRemove(name)}
          @click=${() => void this.#remove(one)}
        >
          ${close}
        </button>
      </div>
      <fieldset class="field" part="field">
        <legend class="label visually-hidden">${strings.competencyAbout}</legend>
        ${measured.map((item) => this.#question(one, item))}
      </fieldset>
      ${note(id, problem)}
    </li>`;
  }

  protected override view(): TemplateResult {
    const strings = this.strings(reviewTemplates);
    const measured = this.items.filter(({ question }) => endsOf(question));
    return html`<p class="help">${strings.competenciesHelp}</p>
      <ul role="list">
        ${repeat(
          this.competencies,
          ({ id }) => id,
          (one) => this.#row(one, measured),
        )}
      </ul>
      <div class="actions">
        <button class="button quiet add" part="button" @click=${this.#add}>
          ${plus} ${strings.competencyAdd}
        </button>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-template-competencies': TemplateCompetencies;
  }
}
