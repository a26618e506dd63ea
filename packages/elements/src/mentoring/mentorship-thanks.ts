import type { Client, Mentorship } from '@guildhall/core';
import { css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { lateElement } from '../parts/late-element.js';
import { mentorship as english } from '../strings/en/mentorship.js';
import { failureLine, formStyles } from './form-parts.js';

/** A thank-you names no more. */
const MOST_SKILLS = 3;

type Due = Awaited<ReturnType<Client['mentoring']['thanksDue']>>['items'][number];

/**
 * @summary Offers to thank those whom one has learned with, in words that are begun and not sent before one does.
 * @event {KudosGivenEvent} guild-kudos-given - Thanks were given.
 * @csspart text - What is offered.
 * @csspart actions - What can be done.
 * @csspart button - A button.
 * @csspart error - What went wrong.
 */
export class MentorshipThanks extends GuildElement {
  static override readonly tag = 'guild-mentorship-thanks';
  static override styles = [
    hostStyles,
    formStyles,
    css`
      :host {
        display: grid;
        gap: calc(3 * var(--_space));
      }
      h3 {
        font-size: 1em;
        font-weight: 600;
      }
    `,
  ];

  readonly #due = new Query<readonly Due[], readonly [string]>(this, {
    areas: ['mentoring', 'recognition'],
    args: () => (this.mentorship ? [this.mentorship.id] : undefined),
    keep: true,
    load: async (client, [id], signal) => {
      const { items } = await client.mentoring.thanksDue({}, { signal });
      return items.filter(({ mentorshipId }) => mentorshipId === id);
    },
  });
  readonly #dismiss = new Command(this, (client, mentorshipId: string, options) =>
    client.mentoring.dismissThanks({ mentorshipId }, options),
  );
  readonly #composer = lateElement(
    this,
    () => this.thanking !== undefined,
    async () => (await import('../recognition/kudos-composer.js')).KudosComposer,
  );

  @state() private thanking: Due | undefined;

  /** The mentorship that is completed. */
  @property({ attribute: false }) mentorship: Mentorship | undefined;

  async #thank(due: Due): Promise<void> {
    this.thanking = due;
    await this.updateComplete;
    await this.#composer.reload();
    await this.updateComplete;
    const composer = this.renderRoot.querySelector('kudos-composer');
    await composer?.updateComplete;
    await composer?.focus();
  }

  async #later({ mentorshipId }: Due): Promise<void> {
    if (await this.#dismiss.run(mentorshipId)) await this.#due.reload();
  }

  #compose({ mentorshipId, to, kind, program, goalsMet, skills }: Due): unknown {
    const strings = this.strings(english);
    // The goals are the mentee's to tell of, and the skills are what the mentor is thanked for.
    const asMentee = this.mentorship?.side === 'mentee';
    return this.#composer.render({
      data: () =>
        html`<kudos-composer
          open
          mentorship-id=${mentorshipId}
          .refTitle=${program?.name ?? strings.kindNames[kind]}
          .skills=${asMentee ? skills.slice(0, MOST_SKILLS) : []}
          .receiver=${to.id}
          .message=${strings.thankBegin(program?.name ?? '', asMentee)}
          .impact=${asMentee && goalsMet.length ? strings.thankImpact(this.formats.list(goalsMet)) : ''}
        ></kudos-composer>`,
    });
  }

  protected override view(): unknown {
    const { thanking } = this;
    const due = this.#due.data ?? [];
    if (thanking) return this.#compose(thanking);
    const [first] = due;
    if (!first) return nothing;
    const strings = this.strings(english);
    return html`<h3>${strings.thankTitle}</h3>
      <p class="quiet" part="text">${strings.thankWhy}</p>
      <div class="actions" part="actions">
        ${due.map(
          (one) =>
            html`<button class="button primary" part="button" @click=${() => this.#thank(one)}>
              <span>${fill(strings.thank, { name: html`<bdi>${one.to.name}</bdi>` })}</span>
            </button>`,
        )}
        <button class="button quiet" part="button" @click=${() => this.#later(first)}>
          ${strings.thankLater}
        </button>
      </div>
      ${failureLine(this.#dismiss.error, this.locale)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-mentorship-thanks': MentorshipThanks;
  }
}
