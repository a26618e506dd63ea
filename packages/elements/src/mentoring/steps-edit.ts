import { css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { newKey } from '../internal/new-key.js';
import { close } from '../parts/icons.js';
import { programForm } from '../strings/en/program-form.js';
import { formStyles } from './form-parts.js';
import type { ModuleWriting, StepWriting } from './program-writing.js';

/**
 * @summary The planned sessions of a program, or the modules of its training: each in one place, in order.
 * @event guild-change - The viewer has changed `steps` or `modules`.
 * @csspart list - What is there.
 * @csspart item - One of them.
 * @csspart field - A field.
 * @csspart button - What adds and removes.
 * @csspart error - What is wrong.
 */
export class StepsEdit extends GuildElement {
  static override readonly tag = 'guild-steps-edit';
  static override styles = [
    hostStyles,
    formStyles,
    css`
      ol {
        display: grid;
        gap: calc(5 * var(--_space));
      }
      li {
        display: grid;
        gap: calc(2 * var(--_space));
        padding-inline-start: calc(4 * var(--_space));
        border-inline-start: 2px solid var(--_line);
      }
      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
        min-block-size: var(--_control);
      }
      .narrow {
        max-inline-size: 12rem;
      }
      .add {
        margin-block-start: calc(3 * var(--_space));
      }
    `,
  ];

  /** The planned sessions; undefined where the training is edited. */
  @property({ attribute: false }) steps: readonly StepWriting[] | undefined;
  /** The modules of the training. */
  @property({ attribute: false }) modules: readonly ModuleWriting[] = [];
  /** What is wrong. */
  @property() error = '';

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('input, .add')?.focus(options);
  }

  #change(change: { steps?: readonly StepWriting[]; modules?: readonly ModuleWriting[] }): void {
    Object.assign(this, change);
    this.fire(new Event('guild-change'));
  }

  #input(event: Event, index: number): void {
    const { target } = event;
    const isField =
      target instanceof HTMLInputElement ||
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement;
    if (!isField) return;
    const put = <T extends object>(items: readonly T[]) =>
      items.map((item, at) => (at === index ? { ...item, [target.name]: target.value } : item));
    this.#change(this.steps ? { steps: put(this.steps) } : { modules: put(this.modules) });
  }

  #remove(index: number): void {
    const without = <T>(items: readonly T[]) => items.filter((_item, at) => at !== index);
    this.#change(this.steps ? { steps: without(this.steps) } : { modules: without(this.modules) });
    this.renderRoot.querySelector<HTMLElement>('.add')?.focus();
  }

  async #add(): Promise<void> {
    const last = this.steps?.at(-1);
    const module: ModuleWriting = { id: newKey(), title: '', body: '', minutes: '5', side: 'mentor' };
    const due = String(Number(last?.dueAfterDays ?? 0) + (last ? 21 : 14));
    if (this.steps) this.#change({ steps: [...this.steps, { title: '', agenda: '', dueAfterDays: due }] });
    else this.#change({ modules: [...this.modules, module] });
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('li:last-child input')?.focus();
  }

  #field(
    index: number,
    name: string,
    label: string,
    value: string,
    kind: 'line' | 'text' | 'number',
  ): TemplateResult {
    const id = `${name}-${index}`;
    return html`<div class="field ${kind === 'number' ? 'narrow' : ''}" part="field">
      <label for=${id}>${label}</label>
      ${
        kind === 'text'
          ? html`<textarea class="input" id=${id} name=${name} dir="auto" .value=${value}></textarea>`
          : html`<input
              class="input"
              id=${id}
              name=${name}
              dir=${kind === 'line' ? 'auto' : 'ltr'}
              inputmode=${kind === 'number' ? 'numeric' : 'text'}
              autocomplete="off"
              .value=${value}
            />`
      }
    </div>`;
  }

  #item(index: number, name: string, title: string, fields: unknown): TemplateResult {
    const strings = this.strings(programForm);
    return html`<li part="item" @input=${(event: Event) => this.#input(event, index)}>
      <div class="head">
        <span class="quiet small">${name}</span>
        <button
          class="button quiet"
          part="button"
          aria-label=${strings.removeStep(title || name)}
          @click=${() => this.#remove(index)}
        >
          ${close}
        </button>
      </div>
      ${fields}
    </li>`;
  }

  #step(step: StepWriting, index: number): TemplateResult {
    const strings = this.strings(programForm);
    return this.#item(
      index,
      strings.step(index + 1),
      step.title,
      html`${this.#field(index, 'title', strings.stepTitle, step.title, 'line')}
      ${this.#field(index, 'agenda', strings.stepAgenda, step.agenda, 'text')}
      ${this.#field(index, 'dueAfterDays', strings.stepDue, step.dueAfterDays, 'number')}`,
    );
  }

  #module(module: ModuleWriting, index: number): TemplateResult {
    const strings = this.strings(programForm);
    const sides = Object.entries(strings.moduleSides);
    return this.#item(
      index,
      strings.module(index + 1),
      module.title,
      html`${this.#field(index, 'title', strings.moduleTitle, module.title, 'line')}
        ${this.#field(index, 'body', strings.moduleBody, module.body, 'text')}
        <div class="beside">
          ${this.#field(index, 'minutes', strings.moduleMinutes, module.minutes, 'number')}
          <div class="field" part="field">
            <label for="side-${index}">${strings.moduleSide}</label>
            <select class="input" id="side-${index}" name="side">
              ${sides.map(
                ([value, text]) =>
                  html`<option value=${value} ?selected=${value === module.side}>${text}</option>`,
              )}
            </select>
          </div>
        </div>`,
    );
  }

  protected override view(): TemplateResult {
    const strings = this.strings(programForm);
    return html`<ol part="list" role="list">
        ${
          this.steps?.map((step, index) => this.#step(step, index)) ??
          this.modules.map((module, index) => this.#module(module, index))
        }
      </ol>
      ${this.error ? html`<p class="error" part="error" role="alert">${this.error}</p>` : ''}
      <button class="button add" part="button" @click=${this.#add}>
        ${this.steps ? strings.addStep : strings.addModule}
      </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-steps-edit': StepsEdit;
  }
}
