import type { Mentorship, Session } from '@guildhall/core';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { PersonAvatar } from '../parts/person-avatar.js';
import { mentorship as english } from '../strings/en/mentorship.js';
import { dayWords } from './days.js';
import { formStyles } from './form-parts.js';
import { MentorshipAgreement } from './mentorship-agreement.js';
import { MentorshipEnding } from './mentorship-ending.js';
import type { MentorshipChangedEvent, SessionSavedEvent } from './mentorship-events.js';
import { MentorshipFeedback } from './mentorship-feedback.js';
import { MentorshipGoals } from './mentorship-goals.js';
import { mentorshipHubStyles } from './mentorship-hub.styles.js';
import { namesIn, othersOf } from './mentorship-people.js';
import { mentorshipPlan } from './mentorship-plan.js';
import { MentorshipPromises } from './mentorship-promises.js';
import { MentorshipReflections } from './mentorship-reflections.js';
import { MentorshipStories } from './mentorship-stories.js';
import { MentorshipThanks } from './mentorship-thanks.js';
import { lineOf } from './mentorship-words.js';
import { SessionPlanner } from './session-planner.js';

/**
 * @summary One mentorship, whole.
 * @csspart header - The partner, and how it stands.
 * @csspart avatar - The picture of a partner.
 * @csspart name - The name of a partner.
 * @csspart text - How it stands.
 * @csspart list - The plan.
 * @csspart button - A button.
 * @csspart error - What went wrong.
 */
export class MentorshipView extends GuildElement {
  static override readonly tag = 'guild-mentorship';
  static override readonly uses = [
    MentorshipAgreement,
    MentorshipEnding,
    MentorshipFeedback,
    MentorshipGoals,
    MentorshipPromises,
    MentorshipReflections,
    MentorshipStories,
    MentorshipThanks,
    PersonAvatar,
    SessionPlanner,
  ];
  static override styles = [hostStyles, formStyles, mentorshipHubStyles];

  readonly #mentorship = new Query<Mentorship, readonly [string]>(this, {
    areas: ['mentoring'],
    args: () => (this.mentorshipId ? [this.mentorshipId] : undefined),
    load: (client, [id], signal) => client.mentoring.mentorship({ id }, { signal }),
    onChange: (heard) => 'ids' in heard && !heard.ids.includes(this.mentorshipId),
  });

  /** The session that the viewer has just written down. */
  @state() private held: Session | undefined;

  /** The id of the mentorship. */
  @property({ attribute: false }) mentorshipId = '';

  #saved({ session }: SessionSavedEvent): void {
    if (session.state === 'held') this.held = session;
    void this.#mentorship.reload();
  }

  #changed({ mentorship }: MentorshipChangedEvent): void {
    this.#mentorship.mutate(() => mentorship);
  }

  #header(mentorship: Mentorship): TemplateResult {
    const strings = this.strings(english);
    const others = othersOf(mentorship, this.me?.id);
    return html`<header class="top" part="header">
      <span class="faces"
        >${others
          .slice(0, 3)
          .map((person) => html`<guild-avatar part="avatar" .person=${person}></guild-avatar>`)}</span
      >
      <div>
        <h2 part="name">${namesIn(others, this.formats)}</h2>
        <p class="quiet" part="text">
          ${lineOf(mentorship, { strings, formats: this.formats, locale: this.locale })}
        </p>
      </div>
    </header>`;
  }

  /** What the viewer is told before all else: that it rests, waits, or is over. */
  #banner(mentorship: Mentorship): unknown {
    const strings = this.strings(english);
    const { state, pausedUntil, closedBy } = mentorship;
    const banner = (title: string, text: unknown, next: unknown = nothing) =>
      html`<div class="banner" part="text">
        <h3>${title}</h3>
        <p>${text}</p>
        ${next}
      </div>`;
    if (state === 'endedEarly') return banner(strings.endedTitle, strings.endedText);
    if (state === 'completed') return banner(strings.completedTitle, strings.completedText);
    if (state === 'paused') {
      const title = pausedUntil ? strings.pausedUntil(dayWords(pausedUntil, this.locale)) : strings.paused;
      return banner(title, strings.pauseSee, this.#ending(mentorship));
    }
    if (state !== 'wrappingUp') return nothing;
    const wrote = closedBy.some(({ id }) => id === this.me?.id);
    const missing = othersOf(mentorship, this.me?.id).filter(
      (one) => !closedBy.some(({ id }) => id === one.id),
    );
    const names = { names: namesIn(missing, this.formats) };
    const text = wrote ? fill(strings.completeWaiting, names) : strings.completeWhy;
    return banner(strings.wrapTitle, text, this.#ending(mentorship));
  }

  #ending(mentorship: Mentorship): TemplateResult {
    return html`<guild-mentorship-ending
      .mentorship=${mentorship}
      @guild-ended=${() => this.#mentorship.reload()}
    ></guild-mentorship-ending>`;
  }

  #ask({ ask, side, mentees }: Mentorship): unknown {
    if (!ask) return nothing;
    const strings = this.strings(english);
    const names = { name: namesIn(mentees, this.formats) };
    return html`<section class="ask">
      <h3>${side === 'mentee' ? strings.askedFor : fill(strings.theyAskedFor, names)}</h3>
      <p class="long" dir="auto">${ask}</p>
    </section>`;
  }

  /** What is left to do once it is completed: thanks, and the story. */
  #closing(mentorship: Mentorship): unknown {
    const { id, state } = mentorship;
    if (state !== 'completed' && state !== 'wrappingUp') return nothing;
    return html`<div class="closing">
      ${
        state === 'completed'
          ? html`<guild-mentorship-thanks .mentorship=${mentorship}></guild-mentorship-thanks>`
          : nothing
      }
      <guild-mentorship-stories
        .mentorshipId=${id}
        .others=${othersOf(mentorship, this.me?.id)}
      ></guild-mentorship-stories>
    </div>`;
  }

  #side(mentorship: Mentorship): TemplateResult {
    const strings = this.strings(english);
    const planner = () => this.renderRoot.querySelector('session-planner');
    const plan = mentorship.may.schedule ? (step: number) => void planner()?.schedule(step) : undefined;
    return html`<aside class="side">
      <guild-mentorship-goals .mentorship=${mentorship}></guild-mentorship-goals>
      ${
        mentorship.may.edit
          ? html`<guild-mentorship-promises .mentorshipId=${mentorship.id}></guild-mentorship-promises>`
          : nothing
      }
      ${mentorshipPlan(mentorship, { strings, locale: this.locale, plan, planned: planner()?.planned ?? [] })}
      ${this.#ask(mentorship)}
      ${
        mentorship.may.sign
          ? nothing
          : html`<guild-mentorship-agreement .mentorship=${mentorship}></guild-mentorship-agreement>`
      }
      ${isUnderWay(mentorship) ? this.#ending(mentorship) : nothing}
    </aside>`;
  }

  #one(mentorship: Mentorship): TemplateResult {
    const { id, state, may } = mentorship;
    const others = othersOf(mentorship, this.me?.id);
    return html`${this.#header(mentorship)}
      <div class="one" @guild-mentorship-changed=${this.#changed}>
        <div class="main">
          ${this.#banner(mentorship)}
          ${
            may.sign
              ? html`<guild-mentorship-agreement .mentorship=${mentorship}></guild-mentorship-agreement>`
              : nothing
          }
          ${this.#closing(mentorship)}
          <session-planner
            mentorship-id=${id}
            @guild-planned=${() => this.requestUpdate()}
            @guild-session-saved=${this.#saved}
          ></session-planner>
          ${
            state === 'proposed'
              ? nothing
              : html`<guild-mentorship-reflections
                    .mentorshipId=${id}
                    .others=${others}
                    .session=${this.held}
                  ></guild-mentorship-reflections>
                  <guild-mentorship-feedback
                    .mentorshipId=${id}
                    .others=${others}
                    .open=${state !== 'endedEarly'}
                  ></guild-mentorship-feedback>`
          }
        </div>
        ${this.#side(mentorship)}
      </div>`;
  }

  protected override view(): unknown {
    return this.#mentorship.render({ data: (mentorship) => this.#one(mentorship) });
  }
}

/** Whether it goes its usual way; else what can be done about it stands above all. */
function isUnderWay({ state }: Mentorship): boolean {
  return state !== 'paused' && state !== 'wrappingUp';
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-mentorship': MentorshipView;
  }
}
