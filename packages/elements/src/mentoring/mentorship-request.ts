import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { errorState } from '../parts/states.js';
import { finder } from '../strings/en/finder.js';
import { kindOf, type Mentor } from './find-mentors.js';
import { RequestForm } from './request-form.js';
import { RequestList } from './request-list.js';
import type { Side } from './requests.js';

/**
 * @summary Asks a mentor for a mentorship or a conversation; or lists the requests that the viewer has sent or received.
 * @slot empty - What to show when there are no requests, in place of our line.
 * @event {RequestSentEvent} guild-request-sent - The viewer has asked; `request` says what.
 * @event {RequestChangedEvent} guild-request-changed - The viewer has answered, extended or taken back a request.
 * @event {MentorshipOpenEvent} guild-mentorship-open - The viewer wants to see the mentorship that came of a request.
 * @event guild-close - The viewer is done with the form.
 * @csspart header - The title.
 * @csspart field - A field with its label.
 * @csspart list - The requests.
 * @csspart item - A request.
 * @csspart text - Who will see it.
 * @csspart actions - The buttons of the form.
 * @csspart button - One of them.
 * @csspart empty - What is said when there are no requests.
 * @csspart error - What went wrong.
 */
export class MentorshipRequest extends GuildElement {
  static override readonly tag = 'mentorship-request';
  static override readonly uses = [RequestForm, RequestList];
  static override styles = hostStyles;

  readonly #mentor = new Query(this, {
    areas: [],
    args: () => (this.mentor || !this.mentorId || this.of ? undefined : ([this.mentorId] as const)),
    load: (client, [personId], signal) => client.mentoring.mentor({ personId }, { signal }),
  });

  /** The mentor to ask, as the finder has it. Without it, the one that `mentor-id` names is loaded. */
  @property({ attribute: false }) mentor: Mentor | undefined;
  /** The id of the mentor to ask. */
  @property({ attribute: 'mentor-id' }) mentorId: string | undefined;
  /** The id of the skill that the form begins with. */
  @property() skill: string | undefined;
  /** The kind that the form begins with, where the mentor offers it: such as `coaching`. */
  @property() kind: string | undefined;
  /** The form begins with a single conversation. */
  @property({ type: Boolean, attribute: 'one-off' }) oneOff = false;
  /** Lists requests instead of asking: `received` or `sent`. */
  @property() of: Side | undefined;

  /** Goes to the first field of the form. */
  override async focus(): Promise<void> {
    await this.updateComplete;
    await this.renderRoot.querySelector('guild-request-form')?.focus();
  }

  #form(mentor: Mentor): TemplateResult {
    return html`<guild-request-form
      exportparts="header, field, text, actions, button, error"
      .mentor=${mentor}
      .skill=${this.skill}
      .kind=${kindOf(this.kind)}
      .oneOff=${this.oneOff}
      @guild-close=${() => this.fire(new Event('guild-close'))}
    ></guild-request-form>`;
  }

  protected override view(): unknown {
    if (this.of) {
      return html`<guild-request-list
        exportparts="header, list, item, button, empty, error"
        of=${this.of === 'sent' ? 'sent' : 'received'}
        >${this.querySelector('[slot=empty]') ? html`<slot name="empty" slot="empty"></slot>` : nothing}</guild-request-list
      >`;
    }
    const strings = this.strings(finder);
    if (this.mentor) return this.#form(this.mentor);
    if (!this.mentorId) return html`<p class="quiet">${strings.pickMentor}</p>`;
    return this.#mentor.render({
      error: (failure, retry) =>
        failure.code === 'not_found'
          ? html`<p class="quiet" part="error">${strings.mentorGone}</p>`
          : errorState(failure, this.locale, retry),
      data: (mentor) => this.#form(mentor),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mentorship-request': MentorshipRequest;
  }
}
