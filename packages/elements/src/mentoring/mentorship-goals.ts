import type { Client, Mentorship } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { check, pencil } from '../parts/icons.js';
import { mentorship as english } from '../strings/en/mentorship.js';
import { dayWords } from './days.js';
import { failureLine, formStyles } from './form-parts.js';
import { GoalForm } from './goal-form.js';
import { MentorshipChangedEvent } from './mentorship-events.js';
import { namesIn } from './mentorship-people.js';

type Goal = Mentorship['goals'][number];
type CheckIn = Parameters<Client['mentoring']['checkIn']>[0];

/**
 * @summary What the mentee wants to reach: how far each goal has come, new ones, and those that were let go.
 * @event {MentorshipChangedEvent} guild-mentorship-changed - The viewer has changed a goal.
 * @csspart list - The goals.
 * @csspart item - A goal.
 * @csspart button - A button.
 * @csspart error - What went wrong.
 */
export class MentorshipGoals extends GuildElement {
  static override readonly tag = 'guild-mentorship-goals';
  static override readonly uses = [GoalForm];
  static override styles = [
    hostStyles,
    formStyles,
    css`
      :host {
        display: grid;
        justify-items: start;
        gap: calc(3 * var(--_space));
      }
      h3 {
        font-size: 1em;
        font-weight: 600;
      }
      ul,
      guild-goal-form {
        inline-size: 100%;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: 0 calc(2 * var(--_space));
        padding-block: calc(2 * var(--_space));
      }
      .how {
        display: flex;
        grid-column: 1 / -1;
        align-items: center;
        gap: calc(3 * var(--_space));
      }
      input[type='range'] {
        flex: 1 1 6em;
        max-inline-size: 16rem;
        min-inline-size: 0;
        margin: 0;
        accent-color: var(--_accent);
      }
      output {
        min-inline-size: 3.4em;
        font-variant-numeric: tabular-nums;
        text-align: end;
      }
      .quiet.small {
        display: block;
      }
      .met {
        color: var(--_accent);
      }
      .met svg {
        vertical-align: -0.15em;
      }
      .dropped bdi {
        color: var(--_quiet);
        text-decoration: line-through;
      }
    `,
  ];

  readonly #checkIn = new Command(this, (client, input: CheckIn, options) =>
    client.mentoring.checkIn(input, options),
  );

  /** The goal whose form is open: its id, or empty for a new one. */
  @state() private editing: string | undefined;
  /** How far a goal has been moved and not saved yet. */
  @state() private moved: { id: string; progress: number } | undefined;

  /** Whose goals they are. */
  @property({ attribute: false }) mentorship: Mentorship | undefined;

  async #set(goal: Goal, change: Partial<Pick<Goal, 'progress' | 'state'>>): Promise<void> {
    const { id: mentorshipId = '' } = this.mentorship ?? {};
    const { progress, state: reached } = { progress: goal.progress, ...change };
    const input = { mentorshipId, goalId: goal.id, progress, ...(reached && { state: reached }) };
    const after = await this.#checkIn.run(input);
    this.moved = undefined;
    if (after) this.fire(new MentorshipChangedEvent(after));
  }

  async #edit(editing: string | undefined): Promise<void> {
    const former = this.editing;
    this.editing = editing;
    await this.updateComplete;
    const form = this.renderRoot.querySelector('guild-goal-form');
    await form?.updateComplete;
    if (form) form.focus();
    else this.renderRoot.querySelector<HTMLElement>(former ? `[data-edit="${former}"]` : '.add')?.focus();
  }

  #form(goal: Goal | undefined): TemplateResult {
    const { id = '', side, mentees = [] } = this.mentorship ?? {};
    return html`<guild-goal-form
      .mentorshipId=${id}
      .goal=${goal}
      .mentee=${side === 'mentor' ? this.formats.list(mentees.map(({ name }) => name)) : ''}
      @guild-mentorship-changed=${() => this.#edit(undefined)}
      @guild-close=${() => this.#edit(undefined)}
    ></guild-goal-form>`;
  }

  #progress(goal: Goal): TemplateResult {
    const strings = this.strings(english);
    const { id, title } = goal;
    const progress = this.moved?.id === id ? this.moved.progress : goal.progress;
    const read = ({ target }: Event) =>
      target instanceof HTMLInputElement ? Number(target.value) : progress;
    const words = strings.percent(progress);
    return html`<div class="how">
      <input
        type="range"
        min="0"
        max="100"
        step="5"
        aria-label=${strings.progressOf(title)}
        aria-valuetext=${words}
        .value=${String(progress)}
        @input=${(event: Event) => (this.moved = { id, progress: read(event) })}
        @change=${(event: Event) => this.#set(goal, { progress: read(event) })}
      />
      <output><bdi>${words}</bdi></output>
    </div>`;
  }

  #goal(goal: Goal, mayEdit: boolean): TemplateResult {
    const strings = this.strings(english);
    const { id, title, skill, dueOn } = goal;
    const small = [skill?.name, dueOn && strings.goalBy(dayWords(dueOn, this.locale))].filter(Boolean);
    const reopen = html`<button
      class="button quiet"
      part="button"
      @click=${() => this.#set(goal, { state: 'open' })}
    >
      ${strings.goalReopen}
    </button>`;
    const edit = html`<button
      class="button quiet"
      part="button"
      data-edit=${id}
      aria-label=${strings.goalEdit(title)}
      @click=${() => this.#edit(id)}
    >
      ${pencil}
    </button>`;
    return html`<li class=${goal.state} part="item">
      <span
        ><bdi>${title}</bdi> ${
          goal.state === 'met'
            ? html`<span class="met small">${check} ${strings.goalMetMark}</span>`
            : goal.state === 'dropped'
              ? html`<span class="quiet small">${strings.goalDropped}</span>`
              : small.length
                ? html`<span class="quiet small">${small.join(', ')}</span>`
                : nothing
        }</span
      >
      ${mayEdit ? (goal.state === 'open' ? edit : reopen) : nothing}
      ${goal.state === 'open' && mayEdit ? this.#progress(goal) : nothing}
      ${goal.state === 'open' && !mayEdit ? html`<output><bdi>${strings.percent(goal.progress)}</bdi></output>` : nothing}
    </li>`;
  }

  protected override view(): unknown {
    const { mentorship, editing } = this;
    if (!mentorship) return nothing;
    const strings = this.strings(english);
    const { goals, may, side, mentees } = mentorship;
    const empty =
      side === 'mentor'
        ? fill(strings.goalsEmptyMentor, { name: namesIn(mentees, this.formats) })
        : strings.goalsEmptyMentee;
    return html`<h3>${strings.goals}</h3>
      ${goals.length ? nothing : html`<p class="quiet">${empty}</p>`}
      ${
        goals.length
          ? html`<ul part="list" role="list">
              ${goals.map((goal) =>
                editing === goal.id ? html`<li>${this.#form(goal)}</li>` : this.#goal(goal, may.edit),
              )}
            </ul>`
          : nothing
      }
      ${failureLine(this.#checkIn.error, this.locale)}
      ${
        editing === ''
          ? this.#form(undefined)
          : may.edit
            ? html`<button class="button add" part="button" @click=${() => this.#edit('')}>
                ${strings.goalAdd}
              </button>`
            : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-mentorship-goals': MentorshipGoals;
  }
}
