import type { PersonRef } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { close } from '../parts/icons.js';
import { common } from '../strings/en/common.js';
import { mentorship as english } from '../strings/en/mentorship.js';
import { dayFromToday } from './days.js';
import { newPromise, type PromiseWriting } from './session-log-writing.js';

const MOST = 30;

/**
 * @summary Who promises what until the next session.
 * @event guild-change - The viewer has changed `value`.
 * @csspart field - A promise.
 * @csspart button - What adds or removes one.
 */
export class PromisesEdit extends GuildElement {
  static override readonly tag = 'guild-promises-edit';
  static override styles = [
    hostStyles,
    css`
      :host {
        display: grid;
        justify-items: start;
        gap: calc(2 * var(--_space));
      }
      h4 {
        margin: 0;
      }
      ol {
        display: grid;
        gap: calc(3 * var(--_space));
        inline-size: 100%;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: start;
        gap: calc(1.5 * var(--_space)) calc(2 * var(--_space));
      }
      .more {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--_space) calc(3 * var(--_space));
        grid-column: 1 / -1;
      }
      .more label {
        display: inline-flex;
        align-items: center;
        gap: calc(1.5 * var(--_space));
        color: var(--_quiet);
        font-size: 0.9em;
      }
      .more .input {
        inline-size: auto;
        max-inline-size: 100%;
      }
    `,
  ];

  /** The promises as they are written. */
  @property({ attribute: false }) value: readonly PromiseWriting[] = [];
  /** Those who can promise something, the viewer first. */
  @property({ attribute: false }) people: readonly PersonRef[] = [];

  async #add(): Promise<void> {
    this.#change([...this.value, newPromise(this.people)]);
    await this.updateComplete;
    this.#focus(this.value.length - 1);
  }

  async #remove(index: number): Promise<void> {
    this.#change(this.value.filter((_promise, at) => at !== index));
    await this.updateComplete;
    this.#focus(Math.min(index, this.value.length - 1));
  }

  #focus(index: number): void {
    const line = this.renderRoot.querySelector<HTMLElement>(`#text-${index}`);
    (line ?? this.renderRoot.querySelector<HTMLElement>('.add'))?.focus();
  }

  #set(index: number, change: Partial<PromiseWriting>): void {
    this.#change(this.value.map((promise, at) => (at === index ? { ...promise, ...change } : promise)));
  }

  #change(value: readonly PromiseWriting[]): void {
    this.value = value;
    this.fire(new Event('guild-change'));
  }

  #promise({ text, ownerId, dueOn }: PromiseWriting, index: number): TemplateResult {
    const strings = this.strings(english);
    const { removeNamed, you } = this.strings(common);
    const read = (name: keyof PromiseWriting) => (event: Event) => {
      event.stopPropagation();
      const { target } = event;
      if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement)
        this.#set(index, { [name]: target.value });
    };
    return html`<li part="field">
      <input
        class="input"
        id="text-${index}"
        dir="auto"
        autocomplete="off"
        aria-label=${strings.promise}
        placeholder=${strings.promiseHelp}
        .value=${text}
        @input=${read('text')}
      />
      <button
        class="button quiet"
        part="button"
        aria-label=${removeNamed(text || strings.promise)}
        @click=${() => this.#remove(index)}
      >
        ${close}
      </button>
      <div class="more">
        <label
          >${strings.promiseOwner}
          <select class="input" @input=${read('ownerId')}>
            ${this.people.map(
              ({ id, name }) =>
                html`<option value=${id} ?selected=${id === ownerId}>
                  ${id === this.me?.id ? you : name}
                </option>`,
            )}
          </select></label
        >
        <label
          >${strings.promiseDue}
          <input class="input" type="date" min=${dayFromToday()} .value=${dueOn} @input=${read('dueOn')}
        /></label>
      </div>
    </li>`;
  }

  protected override view(): TemplateResult {
    const strings = this.strings(english);
    return html`<h4 class="label" id="label">${strings.promises}</h4>
      <ol aria-labelledby="label" ?hidden=${!this.value.length}>
        ${this.value.map((promise, index) => this.#promise(promise, index))}
      </ol>
      ${
        this.value.length < MOST
          ? html`<button class="button add" part="button" @click=${this.#add}>${strings.promiseAdd}</button>`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-promises-edit': PromisesEdit;
  }
}
