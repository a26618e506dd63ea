import type { Leftover, MatchRun } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { common } from '../strings/en/common.js';
import { workbench } from '../strings/en/workbench.js';
import { ConfirmStep } from './confirm-step.js';
import { failureLine } from './form-parts.js';

/** So many are named; the rest is counted. */
const NAMED = 3;

/**
 * @summary Publishes the matches of a run, after it has said what will happen to whom.
 * @event guild-published - The matches are published.
 * @event close - It has been closed.
 * @csspart error - What went wrong.
 */
export class PublishStep extends GuildElement {
  static override readonly tag = 'guild-publish';
  static override readonly uses = [ConfirmStep];
  static override styles = [
    hostStyles,
    css`
      div {
        display: grid;
        gap: calc(3 * var(--_space));
        max-inline-size: 60ch;
      }
      .warn {
        padding: calc(2 * var(--_space)) calc(3 * var(--_space));
        border-radius: min(8px, var(--_radius));
        background: color-mix(in oklab, var(--_warm) 9%, var(--_raised));
      }
    `,
  ];

  readonly #left = new Query(this, {
    areas: [],
    args: () => (this.run ? ([this.run.id] as const) : undefined),
    load: async (client, [runId], signal) =>
      (await client.mentoring.leftovers({ runId, side: 'mentee', limit: 100 }, { signal })).items,
  });
  readonly #publish = new Command(this, (client, input: { runId: string }, options) =>
    client.mentoring.publishMatches(input, options),
  );

  /** The run. */
  @property({ attribute: false }) run: MatchRun | undefined;

  /** Opens it. */
  async show(): Promise<void> {
    await this.updateComplete;
    await this.renderRoot.querySelector('guild-confirm')?.show();
  }

  async #send(): Promise<void> {
    if (!this.run) return;
    const published = await this.#publish.run({ runId: this.run.id });
    if (!published) return;
    this.renderRoot.querySelector('guild-confirm')?.close();
    this.fire(new Event('guild-published'));
  }

  #without(left: readonly Leftover[]): TemplateResult | typeof nothing {
    if (!left.length) return nothing;
    const { publishLeft } = this.strings(workbench);
    const { others } = this.strings(common);
    const named = left.slice(0, NAMED).map(({ person }) => html`<bdi>${person.name}</bdi>`);
    const rest = left.length - named.length;
    const names = this.formats.pieces(rest > 0 ? [...named, others(rest)] : named);
    return html`<p>${fill(publishLeft(left.length), { names })}</p>`;
  }

  protected override view(): unknown {
    const { run } = this;
    const figures = run?.figures;
    if (!run || !figures) return nothing;
    const strings = this.strings(workbench);
    return html`<guild-confirm
      .label=${strings.publishTitle(figures.matched)}
      .doLabel=${strings.publishDo}
      .notLabel=${this.strings(common).cancel}
      .pending=${this.#publish.pending}
      @guild-confirm=${this.#send}
      @close=${() => this.fire(new Event('close'))}
    >
      <div>
        ${run.outdated ? html`<p class="warn">${strings.publishOutdated}</p>` : nothing}
        <p>${strings.publishPeople(figures.matched, figures.matchedMentors)}</p>
        ${this.#left.data ? this.#without(this.#left.data) : nothing}
        <p class="quiet small">${strings.publishReasons}</p>
        <p class="quiet small">${strings.publishFinal}</p>
        ${failureLine(this.#publish.error, this.locale)}
      </div>
    </guild-confirm>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-publish': PublishStep;
  }
}
