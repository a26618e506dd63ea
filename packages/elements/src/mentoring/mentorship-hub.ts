import type { Mentorship } from '@guildhall/core';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { PersonAvatar } from '../parts/person-avatar.js';
import { rowSkeletons, rowSkeletonStyles } from '../parts/row-skeleton.js';
import { emptyState, errorState, loadingState } from '../parts/states.js';
import { common } from '../strings/en/common.js';
import { mentorship as english } from '../strings/en/mentorship.js';
import { MentorshipOpenEvent } from './events.js';
import { mentorshipHubStyles } from './mentorship-hub.styles.js';
import { namesIn, othersOf } from './mentorship-people.js';
import { lineOf, rowState } from './mentorship-words.js';
import { MentorshipView } from './mentorship-view.js';

const STEP = 20;
const OVER: readonly Mentorship['state'][] = ['completed', 'endedEarly'];

/**
 * @summary The viewer's mentorships, and one of them whole: agreement, plan, goals, sessions, notes, and how it ends.
 * @slot empty - What to show when there is no mentorship, in place of our line.
 * @event {MentorshipOpenEvent} guild-mentorship-open - The viewer opens one from the list; unless prevented, it opens here.
 * @event {MentorshipChangedEvent} guild-mentorship-changed - The viewer has changed something about one.
 * @event {SessionSavedEvent} guild-session-saved - A session was planned, moved, canceled or written down.
 * @event {KudosGivenEvent} guild-kudos-given - Thanks were given for one.
 * @csspart header - The title.
 * @csspart list - The mentorships.
 * @csspart item - One of them.
 * @csspart avatar - The picture of a partner.
 * @csspart name - The name of a partner.
 * @csspart text - How it stands.
 * @csspart button - A button.
 * @csspart empty - What is said when there is none.
 * @csspart error - What went wrong.
 */
export class MentorshipHub extends GuildElement {
  static override readonly tag = 'mentorship-hub';
  static override readonly uses = [MentorshipView, PersonAvatar];
  static override styles = [hostStyles, rowSkeletonStyles, mentorshipHubStyles];

  readonly #all = new Query<{ items: readonly Mentorship[]; isPart: boolean }, readonly [number]>(this, {
    areas: ['mentoring'],
    args: () => (this.mentorshipId ? undefined : [this.pages]),
    keep: true,
    load: async (client, [pages], signal) => {
      const { items, next } = await client.mentoring.mentorships(
        { limit: Math.min(100, STEP * pages) },
        { signal },
      );
      return { items, isPart: next !== undefined };
    },
  });

  @state() private pages = 1;
  @state() private opened: string | undefined;

  /** The id of the mentorship to show. Default: the viewer chooses from a list. */
  @property({ attribute: 'mentorship-id' }) mentorshipId: string | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('mentorshipId')) this.opened = undefined;
  }

  async #open(id: string | undefined): Promise<void> {
    if (id !== undefined && !this.fire(new MentorshipOpenEvent(id))) return;
    const former = this.opened;
    this.opened = id;
    await this.updateComplete;
    const name = former && this.renderRoot.querySelector<HTMLElement>(`[data-id="${CSS.escape(former)}"]`);
    (name || this.renderRoot.querySelector<HTMLElement>('.back'))?.focus();
  }

  #row(mentorship: Mentorship): TemplateResult {
    const strings = this.strings(english);
    const others = othersOf(mentorship, this.me?.id);
    const wording = { strings, formats: this.formats, locale: this.locale };
    const { text, isCall } = rowState(mentorship, wording);
    return html`<li class="row" part="item">
      <guild-avatar part="avatar" .person=${others[0]}></guild-avatar>
      <div>
        <button class="name" part="name" data-id=${mentorship.id} @click=${() => this.#open(mentorship.id)}>
          ${namesIn(others, this.formats)}
        </button>
        <p class="quiet small" part="text">${lineOf(mentorship, wording)}</p>
        <p class="small ${isCall ? 'call' : 'quiet'}" part="text">${text}</p>
      </div>
    </li>`;
  }

  #rows(title: string, items: readonly Mentorship[]): unknown {
    if (!items.length) return nothing;
    return html`${title ? html`<h3 class="group">${title}</h3>` : nothing}
      <ul class="rows" part="list" role="list">
        ${items.map((one) => this.#row(one))}
      </ul>`;
  }

  #list({ items, isPart }: { items: readonly Mentorship[]; isPart: boolean }): TemplateResult {
    const strings = this.strings(english);
    const over = items.filter(({ state: stands }) => OVER.includes(stands));
    return html`<h2 part="header">${strings.listTitle}</h2>
      ${items.length ? nothing : emptyState(strings.listEmpty)}
      ${this.#rows(
        '',
        items.filter((one) => !over.includes(one)),
      )}
      ${this.#rows(strings.before, over)}
      ${
        isPart
          ? html`<button class="button" part="button" @click=${() => (this.pages += 1)}>
              ${this.strings(common).more}
            </button>`
          : nothing
      }`;
  }

  protected override view(): unknown {
    const { hall, me } = this;
    if (hall?.failure && !me) return errorState(hall.failure, this.locale, () => void hall.greet());
    const shown = this.mentorshipId || this.opened;
    if (shown) {
      return html`${
          this.mentorshipId
            ? nothing
            : html`<button class="button quiet back" part="button" @click=${() => this.#open(undefined)}>
                ${this.strings(english).all}
              </button>`
        } <guild-mentorship .mentorshipId=${shown}></guild-mentorship>`;
    }
    return this.#all.render({
      loading: () => loadingState(this.locale, rowSkeletons),
      data: (all) => this.#list(all),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mentorship-hub': MentorshipHub;
  }
}
