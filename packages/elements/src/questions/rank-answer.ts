import type { Question } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { close, down, up } from '../parts/icons.js';
import { questions as english } from '../strings/en/questions.js';
import { AnswerField } from './answer-field.js';
import { answerFieldStyles } from './answer-field.styles.js';

type Rank = Extract<Question, { type: 'rank' }>;

/**
 * @summary A question whose answer is an order: choosing places one behind the other, arrows change places.
 * @event {AnswerEvent} guild-answer - The viewer has answered.
 * @csspart field - The question with its options.
 * @csspart label - The question.
 * @csspart list - The order so far, and what is still to be placed.
 * @csspart item - An option that has its place.
 * @csspart button - What places, moves and takes out, and the buttons beneath.
 * @csspart error - What is wrong.
 */
export class RankAnswer extends AnswerField<Rank> {
  static override readonly tag = 'guild-rank-answer';
  static override styles = [
    answerFieldStyles,
    css`
      ol {
        display: grid;
        max-inline-size: 32rem;
      }
      ol li {
        display: flex;
        align-items: center;
        gap: calc(2 * var(--_space));
        min-block-size: var(--_control);
        border-block-end: 1px solid var(--_line);
      }
      .place {
        min-inline-size: 1.5em;
        color: var(--_quiet);
        font-variant-numeric: tabular-nums;
      }
      .what {
        flex: 1;
        min-inline-size: 0;
      }
      li .button {
        padding-inline: calc(2 * var(--_space));
      }
      .rest {
        display: flex;
        flex-wrap: wrap;
        gap: calc(2 * var(--_space));
      }
      .rest .button {
        font-weight: 400;
      }
    `,
  ];

  /** The question. */
  @property({ attribute: false }) question: Rank | undefined;

  get #order(): string[] {
    return this.answer && 'order' in this.answer ? this.answer.order : [];
  }

  async #place(options: Rank['options'], option: Rank['options'][number]): Promise<void> {
    const order = [...this.#order, option.id];
    const rest = options.filter(({ id }) => !order.includes(id));
    // The last one has only one place left.
    if (rest.length === 1) order.push(...rest.map(({ id }) => id));
    this.say({ order });
    this.announce(this.strings(english).rankSaid(option.label, this.#order.indexOf(option.id) + 1));
    await this.updateComplete;
    const next = this.renderRoot.querySelector<HTMLElement>('.rest .button') ?? this.#button(option.id);
    next?.focus();
  }

  async #move(option: Rank['options'][number], by: number): Promise<void> {
    const order = [...this.#order];
    const from = order.indexOf(option.id);
    const to = from + by;
    if (from < 0 || to < 0 || to >= order.length) return;
    order.splice(to, 0, ...order.splice(from, 1));
    this.say({ order });
    this.announce(this.strings(english).rankSaid(option.label, to + 1));
    await this.updateComplete;
    this.#button(option.id, by < 0 ? '.up' : '.down')?.focus();
  }

  async #out(option: Rank['options'][number]): Promise<void> {
    const order = this.#order.filter((id) => id !== option.id);
    this.say(order.length ? { order } : undefined);
    this.announce(this.strings(english).rankedOut(option.label));
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.rest .button')?.focus();
  }

  /** The button of an option that was used, or the other one where it cannot go further. */
  #button(id: string, wanted = '.up'): HTMLButtonElement | undefined {
    const row = this.renderRoot.querySelector(`li[data-id="${CSS.escape(id)}"]`);
    const buttons = [...(row?.querySelectorAll<HTMLButtonElement>('.up, .down') ?? [])];
    const free = buttons.filter(({ disabled }) => !disabled);
    return free.find((button) => button.matches(wanted)) ?? free[0];
  }

  #keys(event: KeyboardEvent, option: Rank['options'][number]): void {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!by || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    void this.#move(option, by);
  }

  #row(option: Rank['options'][number], index: number, count: number): TemplateResult {
    const strings = this.strings(english);
    const { id, label } = option;
    const button = (name: string, icon: unknown, text: string, act: () => void, disabled = false) =>
      html`<button
        class="button quiet ${name}"
        part="button"
        aria-label=${text}
        ?disabled=${disabled}
        @click=${act}
      >
        ${icon}
      </button>`;
    return html`<li part="item" data-id=${id} @keydown=${(event: KeyboardEvent) => this.#keys(event, option)}>
      <span class="place">${this.formats.number(index + 1)}</span>
      <span class="what"><bdi>${label}</bdi></span>
      ${button('up', up, strings.rankUp(label), () => void this.#move(option, -1), index === 0)}
      ${button('down', down, strings.rankDown(label), () => void this.#move(option, 1), index === count - 1)}
      ${button('out', close, strings.rankOut(label), () => void this.#out(option))}
    </li>`;
  }

  protected control({ options }: Rank): unknown {
    const strings = this.strings(english);
    const order = this.#order.flatMap((id) => options.find((option) => option.id === id) ?? []);
    const rest = options.filter(({ id }) => !this.#order.includes(id));
    return html`<p class="help">${strings.rankHelp}</p>
      ${
        order.length
          ? html`<ol part="list" role="list" aria-label=${strings.rankSoFar}>
              ${repeat(
                order,
                ({ id }) => id,
                (option, index) => this.#row(option, index, order.length),
              )}
            </ol>`
          : nothing
      }
      ${
        rest.length
          ? html`<div class="rest" part="list" role="group" aria-label=${strings.rankRest}>
              ${rest.map(
                (option) =>
                  html`<button class="button" part="button" @click=${() => void this.#place(options, option)}>
                    <bdi>${option.label}</bdi>
                  </button>`,
              )}
            </div>`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-rank-answer': RankAnswer;
  }
}
