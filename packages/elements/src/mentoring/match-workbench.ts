import type { Client, MatchRun } from '@guildhall/core';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { lateElement } from '../parts/late-element.js';
import { emptyState, errorState } from '../parts/states.js';
import { workbench } from '../strings/en/workbench.js';
import { findBench, isElse, type Bench } from './find-bench.js';
import { failureLine } from './form-parts.js';
import { MatchesPublishedEvent } from './match-events.js';
import { matchWorkbenchStyles } from './match-workbench.styles.js';
import { RunFigures } from './run-figures.js';
import { RunProgress } from './run-progress.js';
import type { RunAskEvent, RunWish } from './run-ask.js';

type RunInput = Parameters<Client['mentoring']['runMatch']>[0];

/**
 * @summary Matches the people of a program: runs, proves, explains, lets pairs be locked and moved by hand, says what would be if, and publishes.
 * @slot empty - What to show before the first run, in place of our line.
 * @event {MatchesPublishedEvent} guild-matches-published - The matches are published, and their people told.
 * @csspart header - The title, and the titles of the parts.
 * @csspart actions - The buttons that run and publish.
 * @csspart button - A button.
 * @csspart list - The pairs.
 * @csspart item - A pair.
 * @csspart text - What is said about the run.
 * @csspart empty - What is said before the first run.
 * @csspart error - What went wrong.
 * @cssstate running - A run is being computed.
 */
export class MatchWorkbench extends GuildElement {
  static override readonly tag = 'match-workbench';
  static override readonly uses = [RunFigures, RunProgress];
  static override styles = [hostStyles, matchWorkbenchStyles];

  readonly #bench = new Query(this, {
    areas: ['mentoring'],
    args: () => (this.program ? ([this.program] as const) : undefined),
    keep: true,
    load: async (client, [programId], signal) => {
      const bench = await findBench(client, programId, signal);
      if (!signal.aborted) this.#tell(bench);
      return bench;
    },
    onChange: (heard) => isElse(heard),
  });
  readonly #run = new Command(this, (client, input: RunInput, options) =>
    client.mentoring.runMatch(input, options),
  );
  readonly #cancel = new Command(this, (client, input: { id: string }, options) =>
    client.mentoring.cancelRun(input, options),
  );
  readonly #desk = lateElement(
    this,
    () => this.#bench.data?.shown !== undefined,
    async () => (await import('./run-desk.js')).RunDesk,
  );
  readonly #publishing = lateElement(
    this,
    () => this.publishes,
    async () => (await import('./publish-step.js')).PublishStep,
  );

  @state() private publishes = false;

  /** The id of the program. */
  @property() program = '';

  protected override willUpdate(): void {
    this.setState('running', !!this.#bench.data?.waiting);
  }

  protected override updated(): void {
    if (this.publishes && this.#publishing.data) void this.renderRoot.querySelector('guild-publish')?.show();
  }

  /** Says so when the run that was awaited is done. */
  #tell({ shown, waiting }: Bench): void {
    const before = this.#bench.data?.waiting;
    if (!before || waiting || shown?.id !== before.id || !shown.figures) return;
    this.announce(this.strings(workbench).finished(shown.figures.matched, shown.figures.mentees));
  }

  async #ask({ stayBonus, fair }: RunWish = {}): Promise<void> {
    const before = this.#bench.data?.shown?.options;
    const options = {
      ...before,
      ...(stayBonus !== undefined && { stayBonus }),
      ...(fair !== undefined && { fair }),
    };
    const asked = await this.#run.run({
      programId: this.program,
      ...(Object.keys(options).length && { options }),
    });
    if (asked) await this.#bench.reload();
  }

  async #stop(waiting: MatchRun): Promise<void> {
    if (await this.#cancel.run({ id: waiting.id })) await this.#bench.reload();
  }

  #published(shown: MatchRun): void {
    this.announce(this.strings(workbench).publishedNow);
    this.fire(new MatchesPublishedEvent(shown.id, this.program));
    void this.#bench.reload();
  }

  #actions({ waiting, shown }: Bench): TemplateResult {
    const strings = this.strings(workbench);
    const matched = shown?.figures?.matched ?? 0;
    const mayPublish = shown?.state === 'computed' && matched > 0 && !waiting;
    return html`<div class="actions" part="actions">
      <button
        class="button ${shown ? '' : 'primary'}"
        part="button"
        aria-disabled=${!!waiting || this.#run.pending}
        @click=${() => !waiting && this.#ask()}
      >
        ${shown ? strings.runAgain : strings.run}
      </button>
      ${
        mayPublish
          ? html`<button class="button primary" part="button" @click=${() => (this.publishes = true)}>
              ${strings.publish(matched)}
            </button>`
          : nothing
      }
    </div>`;
  }

  /** What is to be said about the run that is shown, if anything. */
  #note({ waiting, shown, latest }: Bench): TemplateResult | typeof nothing {
    const strings = this.strings(workbench);
    const told = waiting
      ? ''
      : latest?.state === 'failed'
        ? strings.failed
        : latest?.state === 'canceled'
          ? strings.canceled
          : shown?.state === 'published'
            ? strings.published
            : shown?.outdated
              ? strings.outdated
              : '';
    const isCalm = latest?.state !== 'failed' && shown?.state === 'published';
    return told
      ? html`<p class="note ${isCalm ? 'calm' : ''}" part="text" role="status"><bdi>${told}</bdi></p>`
      : nothing;
  }

  #data(bench: Bench): TemplateResult {
    const strings = this.strings(workbench);
    const { program, waiting, shown } = bench;
    const figures = shown?.figures;
    if (!program.may.manage) return html`<p class="quiet">${strings.notYours}</p>`;
    const mayRun = program.may.match;
    return html`<header>
        <div>
          <p class="quiet small"><bdi>${strings.crumb(program.name)}</bdi></p>
          ${
            figures
              ? html`<h2 class="title" part="header">
                  <bdi>${strings.size(figures.mentees, figures.mentors, figures.places)}</bdi>
                </h2>`
              : nothing
          }
        </div>
        ${mayRun && (shown || waiting) ? this.#actions(bench) : nothing}
      </header>
      ${failureLine(this.#run.error ?? this.#cancel.error, this.locale)} ${this.#note(bench)}
      ${
        waiting
          ? html`<guild-run-progress
              .run=${waiting}
              .canceling=${this.#cancel.pending}
              @guild-cancel=${() => this.#stop(waiting)}
            ></guild-run-progress>`
          : nothing
      }
      ${
        shown
          ? this.#shown(shown, mayRun && shown.state === 'computed')
          : waiting
            ? nothing
            : emptyState(mayRun ? strings.none : strings.notYet, mayRun ? this.#actions(bench) : undefined)
      }`;
  }

  #shown(shown: MatchRun, changeable: boolean): TemplateResult {
    return html`<guild-run-figures .run=${shown}></guild-run-figures> ${this.#desk.render({
        data: () =>
          html`<guild-run-desk
            exportparts="header, list, item, button"
            .run=${shown}
            .changeable=${changeable}
            @guild-ask=${({ wish }: RunAskEvent) => this.#ask(wish)}
          ></guild-run-desk>`,
      })}
      ${
        this.publishes && this.#publishing.data
          ? html`<guild-publish
              .run=${shown}
              @guild-published=${() => this.#published(shown)}
              @close=${() => (this.publishes = false)}
            ></guild-publish>`
          : nothing
      }`;
  }

  protected override view(): unknown {
    const { hall, me } = this;
    const failure = me ? undefined : hall?.failure;
    if (failure) return errorState(failure, this.locale, () => void hall?.greet());
    return html`<div class="whole">${this.#bench.render({ data: (bench) => this.#data(bench) })}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'match-workbench': MatchWorkbench;
  }
}
