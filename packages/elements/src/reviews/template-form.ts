import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { failureLine, formStyles, lineField, note, seers, textField } from '../mentoring/form-parts.js';
import { KeptForm } from '../mentoring/kept-form.js';
import { questionEdit } from '../strings/en/question-edit.js';
import { reviewTemplates } from '../strings/en/review-templates.js';
import { TemplateCompetencies } from './template-competencies.js';
import { TemplateSavedEvent, type CompetenciesEvent, type ItemsEvent } from './template-events.js';
import { templateFormStyles } from './template-form.styles.js';
import { questionRowsStyles } from '../questions/question-rows.styles.js';
import { TemplateItems } from './template-items.js';
import { TemplatePreview } from './template-preview.js';
import {
  draftOf,
  templateProblems,
  writingOf,
  type Template,
  type TemplateDraft,
  type TemplateProblems,
  type TemplateWriting,
} from './template-writing.js';

/**
 * @summary Writes a template of a review form: its questions, of whom they are asked, who reads the answers.
 * @event {TemplateSavedEvent} guild-saved - The template was saved.
 * @csspart header - The title of a part.
 * @csspart list - The questions.
 * @csspart item - One of them.
 * @csspart field - A field with its label.
 * @csspart actions - The buttons.
 * @csspart button - One of them.
 * @csspart error - What is wrong.
 */
export class TemplateForm extends GuildElement {
  static override readonly tag = 'guild-template-form';
  static override readonly uses = [TemplateCompetencies, TemplateItems, TemplatePreview];
  static override styles = [hostStyles, formStyles, questionRowsStyles, templateFormStyles];

  readonly #form = new KeptForm<TemplateWriting>(this, {
    name: () => `template ${this.#draftName}`,
    blank: () => this.#begun,
  });
  readonly #save = new Command(this, (client, draft: TemplateDraft, options) =>
    client.reviews.saveTemplate({ ...(this.#id !== undefined && { id: this.#id }), draft }, options),
  );

  @state() private problems: TemplateProblems = {};
  @state() private previewing = false;

  /** The template to change; a new one is made without it. */
  @property({ attribute: false }) template: Template | undefined;
  /** Whether a new one is made that begins like the template. */
  @property({ type: Boolean }) copies = false;

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('#name')?.focus(options);
  }

  /** The id of what is saved; undefined: a new template is made. */
  get #id(): string | undefined {
    return this.copies ? undefined : this.template?.id;
  }

  get #draftName(): string {
    const { template } = this;
    if (!template) return 'new';
    return this.copies ? `copy of ${template.id}` : `${template.id} ${String(template.version)}`;
  }

  get #begun(): TemplateWriting {
    const writing = writingOf(this.template);
    return this.copies ? { ...writing, name: this.strings(reviewTemplates).copyOf(writing.name) } : writing;
  }

  #edit(change: Partial<TemplateWriting>): void {
    this.#form.edit(change);
    // Who has seen what is wrong sees it go.
    if (Object.keys(this.problems).length) this.problems = this.#wrong();
  }

  #wrong(): TemplateProblems {
    return templateProblems(this.#form.value, {
      template: this.strings(reviewTemplates),
      question: this.strings(questionEdit),
    });
  }

  async #submit(): Promise<void> {
    this.problems = this.#wrong();
    const [wrong] = Object.keys(this.problems);
    if (wrong !== undefined) return this.#goTo(wrong);
    const saved = await this.#save.run(draftOf(this.#form.value));
    if (!saved) return;
    this.#form.drop();
    this.announce(this.strings(reviewTemplates).saved(saved.name));
    this.fire(new TemplateSavedEvent(saved));
  }

  async #goTo(wrong: string): Promise<void> {
    await this.updateComplete;
    if (wrong === 'name') return this.focus();
    const items = this.renderRoot.querySelector('guild-template-items');
    if (wrong === 'items') return items?.focus();
    const isItem = this.#form.value.items.some(({ question }) => question.id === wrong);
    if (isItem) return items?.mend(wrong);
    const together = this.renderRoot.querySelector<HTMLDetailsElement>('.together');
    if (together) together.open = true;
    await this.renderRoot.querySelector('guild-template-competencies')?.goTo(wrong);
  }

  #input({ target }: Event): void {
    if (target instanceof HTMLInputElement && target.name === 'name') this.#edit({ name: target.value });
    if (target instanceof HTMLTextAreaElement) this.#edit({ description: target.value });
  }

  #basics({ name, description }: TemplateWriting): TemplateResult {
    const strings = this.strings(reviewTemplates);
    return html`<section @input=${this.#input}>
      ${lineField({ name: 'name', label: strings.name, value: name, problem: this.problems['name'] })}
      ${textField({
        name: 'description',
        label: strings.description,
        value: description,
        help: strings.descriptionHelp,
      })}
    </section>`;
  }

  #questions({ items, competencies }: TemplateWriting): TemplateResult {
    const strings = this.strings(reviewTemplates);
    return html`<section>
        <h3 class="title" part="header">${strings.items}</h3>
        <guild-template-items
          exportparts="list, item, field, button, error"
          .items=${items}
          .problems=${this.problems}
          @guild-items=${({ items: next }: ItemsEvent) => this.#edit({ items: next })}
        ></guild-template-items>
        ${note('items', this.problems['items'])}
      </section>
      <section>
        <details class="together">
          <summary part="header">
            ${strings.competencies}${competencies.length ? ` (${this.formats.number(competencies.length)})` : ''}
          </summary>
          <guild-template-competencies
            exportparts="item, field, button, error"
            .competencies=${competencies}
            .items=${items}
            .problems=${this.problems}
            @guild-competencies=${({ competencies: next }: CompetenciesEvent) => this.#edit({ competencies: next })}
          ></guild-template-competencies>
        </details>
      </section>`;
  }

  #preview({ items }: TemplateWriting): TemplateResult {
    return html`<section>
      <details
        @toggle=${({ target }: Event) => target instanceof HTMLDetailsElement && (this.previewing = target.open)}
      >
        <summary>${this.strings(reviewTemplates).preview}</summary>
        ${
          this.previewing
            ? html`<guild-template-preview
                exportparts="field, header, list, item"
                .items=${items}
              ></guild-template-preview>`
            : nothing
        }
      </details>
    </section>`;
  }

  #actions(): TemplateResult {
    const strings = this.strings(reviewTemplates);
    const wrong = Object.keys(this.problems).length;
    const { begun } = this.#form;
    const { template } = this;
    const isUsed = this.#id !== undefined && template?.state === 'active';
    return html`<div class="whole">
      ${isUsed ? html`<p class="help">${strings.newVersion(template.version)}</p>` : nothing}
      <div class="actions" part="actions">
        ${
          wrong
            ? html`<p class="error" part="error" role="alert">${strings.problems(wrong)}</p>`
            : failureLine(this.#save.error, this.locale)
        }
        <button
          class="button primary"
          part="button"
          aria-disabled=${this.#save.pending}
          @click=${this.#submit}
        >
          ${this.#id === undefined ? strings.saveNew : strings.save}
        </button>
        ${
          begun
            ? html`<button class="button quiet" part="button" @click=${() => this.#form.drop()}>
                ${strings.dropChanges}
              </button>`
            : nothing
        }
        ${seers(false, begun ? strings.kept : strings.seers)}
      </div>
    </div>`;
  }

  protected override view(): TemplateResult {
    const { value } = this.#form;
    return html`<div class="form">
      ${this.#basics(value)} ${this.#questions(value)} ${this.#preview(value)} ${this.#actions()}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-template-form': TemplateForm;
  }
}
