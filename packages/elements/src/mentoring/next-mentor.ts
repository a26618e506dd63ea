import { css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { finder } from '../strings/en/finder.js';
import { MentorCard } from './mentor-card.js';

/**
 * @summary The mentor who fits best after one who has not taken a request on. Nothing where there is none.
 * @csspart text - What it is.
 */
export class NextMentor extends GuildElement {
  static override readonly tag = 'guild-next-mentor';
  static override readonly uses = [MentorCard];
  static override styles = [
    hostStyles,
    css`
      .next {
        display: grid;
        gap: calc(2.5 * var(--_space));
        margin-block-start: calc(3 * var(--_space));
      }
    `,
  ];

  readonly #next = new Query(this, {
    areas: ['mentoring'],
    keep: true,
    args: () => (this.requestId ? ([this.requestId] as const) : undefined),
    load: (client, [requestId], signal) => client.mentoring.nextMentor({ requestId }, { signal }),
  });

  /** The request that has ended. */
  @property({ attribute: false }) requestId: string | undefined;
  /** The id of the skill that it was about. */
  @property({ attribute: false }) skill: string | undefined;

  protected override view(): unknown {
    // A suggestion that cannot be had is not worth an error.
    const mentor = this.#next.data?.mentor;
    if (!mentor) return nothing;
    return html`<div class="next">
      <p class="quiet small" part="text"><bdi>${this.strings(finder).nextFits}</bdi></p>
      <mentor-card .mentor=${mentor} .skill=${this.skill}></mentor-card>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-next-mentor': NextMentor;
  }
}
