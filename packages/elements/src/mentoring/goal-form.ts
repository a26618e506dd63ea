import type { Client, Mentorship } from '@guildhall/core';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import type { ChoiceEvent } from '../parts/choice.js';
import { ChoiceField } from '../parts/choice-field.js';
import { findSkills } from '../people/find-skills.js';
import { common } from '../strings/en/common.js';
import { mentorship as english } from '../strings/en/mentorship.js';
import { failureLine, formStyles, lineField } from './form-parts.js';
import { KeptForm } from './kept-form.js';
import { MentorshipChangedEvent } from './mentorship-events.js';

type Goal = Mentorship['goals'][number];
type GoalDraft = Parameters<Client['mentoring']['setGoal']>[0];

interface GoalWriting {
  title: string;
  skill: string;
  dueOn: string;
}

const TITLE_MAX = 200;

/**
 * @summary Sets a goal, changes what it says, or lets it go.
 * @event {MentorshipChangedEvent} guild-mentorship-changed - The server has taken it.
 * @event guild-close - The viewer wants no change.
 * @csspart field - A field with its label.
 * @csspart actions - The buttons.
 * @csspart button - One of them.
 * @csspart error - What went wrong.
 */
export class GoalForm extends GuildElement {
  static override readonly tag = 'guild-goal-form';
  static override readonly uses = [ChoiceField];
  static override styles = [hostStyles, formStyles];

  readonly #kept = new KeptForm<GoalWriting>(this, {
    name: () => this.mentorshipId && `goal ${this.mentorshipId} ${this.goal?.id ?? ''}`.trim(),
    blank: () => ({
      title: this.goal?.title ?? '',
      skill: this.goal?.skill?.name ?? '',
      dueOn: this.goal?.dueOn ?? '',
    }),
  });
  readonly #save = new Command(this, (client, input: GoalDraft, options) =>
    client.mentoring.setGoal(input, options),
  );
  readonly #drop = new Command(this, (client, goal: Goal, options) => {
    const { mentorshipId } = this;
    return client.mentoring.checkIn(
      { mentorshipId, goalId: goal.id, progress: goal.progress, state: 'dropped' },
      options,
    );
  });

  @state() private problem = '';

  /** Whose goal it is. */
  @property({ attribute: false }) mentorshipId = '';
  /** The goal to change. Default: a new one. */
  @property({ attribute: false }) goal: Goal | undefined;
  /** The mentee's name, when somebody else writes. */
  @property({ attribute: false }) mentee = '';

  override focus(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  #close(): void {
    this.#kept.drop();
    this.fire(new Event('guild-close'));
  }

  async #send(): Promise<void> {
    const strings = this.strings(english);
    const { title, skill, dueOn } = this.#kept.value;
    this.problem = !title.trim() ? strings.needTitle : [...title].length > TITLE_MAX ? strings.tooLong : '';
    if (this.problem) return this.focus();
    const after = await this.#save.run({
      mentorshipId: this.mentorshipId,
      ...(this.goal && { goalId: this.goal.id }),
      title: title.trim(),
      ...(skill && { skill }),
      ...(dueOn && { dueOn }),
    });
    this.#done(after);
  }

  #done(after: Mentorship | undefined): void {
    if (!after) return;
    this.#kept.drop();
    this.fire(new MentorshipChangedEvent(after));
  }

  #input(event: Event): void {
    this.problem = '';
    this.#kept.input(event);
  }

  protected override view(): TemplateResult {
    const strings = this.strings(english);
    const { cancel, save } = this.strings(common);
    const { title, skill, dueOn } = this.#kept.value;
    const { goal, mentee } = this;
    return html`<div class="form" role="form" aria-label=${strings.goalAdd} @input=${this.#input}>
      ${lineField({
        name: 'title',
        label: mentee ? strings.goalTitleMentor(mentee) : strings.goalTitle,
        value: title,
        problem: this.problem,
      })}
      <guild-choice-field
        free
        .label=${strings.goalSkill}
        .find=${findSkills}
        .value=${skill}
        @guild-choose=${({ choice }: ChoiceEvent) => this.#kept.edit({ skill: choice?.name ?? '' })}
      ></guild-choice-field>
      ${lineField({ name: 'dueOn', label: strings.goalDue, value: dueOn, type: 'date' })}
      ${failureLine(this.#save.error ?? this.#drop.error, this.locale)}
      <div class="actions" part="actions">
        <button class="button primary" part="button" aria-disabled=${this.#save.pending} @click=${this.#send}>
          ${save}
        </button>
        ${
          goal
            ? html`<button
                class="button"
                part="button"
                @click=${async () => this.#done(await this.#drop.run(goal))}
              >
                ${strings.goalDrop}
              </button>`
            : nothing
        }
        <button class="button quiet" part="button" @click=${this.#close}>${cancel}</button>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-goal-form': GoalForm;
  }
}
