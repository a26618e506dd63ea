import type { Client } from '@guildhall/core';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { dayWords } from '../mentoring/days.js';
import { emptyState, errorState } from '../parts/states.js';
import { pulse as english } from '../strings/en/pulse.js';
import { PulseWave } from './pulse-wave.js';
import { pulseStyles } from './pulse.styles.js';

type Tasks = Awaited<ReturnType<Client['pulse']['mine']>>;
type Task = Tasks['items'][number];

/**
 * @summary The surveys that the viewer is asked to answer, and one of them whole. Before the first question it says how
 * answers are kept, from how many on figures are shown, and who reads them.
 * @slot empty - What to show when there is nothing to answer, in place of our line.
 * @event {PulseAnsweredEvent} guild-pulse-answered - The viewer has answered one. It says which, and nothing of the answers.
 * @csspart header - The title.
 * @csspart list - The surveys.
 * @csspart item - One of them.
 * @csspart name - What it is about.
 * @csspart text - How it stands.
 * @csspart button - What can be done.
 * @csspart empty - What is said when there is none.
 * @csspart error - What went wrong.
 */
export class PulseSurvey extends GuildElement {
  static override readonly tag = 'pulse-survey';
  static override readonly uses = [PulseWave];
  static override styles = [hostStyles, pulseStyles];

  readonly #mine = new Query<Tasks>(this, {
    areas: ['pulse'],
    keep: true,
    load: (client, _args, signal) => client.pulse.mine({}, { signal }),
  });

  @state() private opened: string | undefined;

  /** The id of the wave to answer. Default: the viewer chooses from a list. */
  @property({ attribute: 'wave-id' }) waveId: string | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('waveId')) this.opened = undefined;
  }

  async #open(id: string | undefined): Promise<void> {
    const former = this.opened;
    this.opened = id;
    // What was answered meanwhile is told to nobody, not even to the viewer's own stream of changes.
    if (id === undefined) void this.#mine.reload();
    await this.updateComplete;
    const button = former && this.renderRoot.querySelector<HTMLElement>(`[data-id="${CSS.escape(former)}"]`);
    (button || this.renderRoot.querySelector<HTMLElement>('.back'))?.focus();
  }

  #row({ waveId, title, questionCount, closesOn, state, mode, k }: Task): TemplateResult {
    const strings = this.strings(english);
    const facts = [
      strings.questions(questionCount),
      strings.openUntil(dayWords(closesOn, this.locale)),
      strings.beforeShort(strings.modes[mode], k),
    ];
    const isOpen = state === 'open';
    if (!isOpen) facts.unshift(strings.states.answered);
    return html`<li part="item">
      <div>
        <p class="name" part="name"><bdi>${title}</bdi></p>
        <p class="quiet small" part="text">${facts.join(' · ')}</p>
      </div>
      <button
        class="button ${isOpen ? 'primary' : ''}"
        part="button"
        data-id=${waveId}
        aria-label=${(isOpen ? strings.answerNamed : strings.answeredNamed)(title)}
        @click=${() => this.#open(waveId)}
      >
        ${isOpen ? strings.answerIt : strings.change}
      </button>
    </li>`;
  }

  #list({ items }: Tasks): TemplateResult {
    const strings = this.strings(english);
    return html`<h2 part="header">${strings.mineTitle}</h2>
      ${
        items.length
          ? html`<ul class="rows" part="list" role="list">
              ${items.map((task) => this.#row(task))}
            </ul>`
          : emptyState(strings.mineEmpty)
      }`;
  }

  protected override view(): unknown {
    const { hall, me } = this;
    if (hall?.failure && !me) return errorState(hall.failure, this.locale, () => void hall.greet());
    const shown = this.waveId || this.opened;
    if (!shown) return this.#mine.render({ data: (mine) => this.#list(mine) });
    return html`${
        this.waveId
          ? nothing
          : html`<button class="button quiet back" part="button" @click=${() => this.#open(undefined)}>
              ${this.strings(english).allMine}
            </button>`
      } <guild-pulse-wave .waveId=${shown}></guild-pulse-wave>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pulse-survey': PulseSurvey;
  }
}
