import type { Client } from '@guildhall/core';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { check } from '../parts/icons.js';
import { emptyState, errorState } from '../parts/states.js';
import { program as english } from '../strings/en/program.js';
import { failureLine } from './form-parts.js';
import { mentorAcademyStyles } from './mentor-academy.styles.js';

type Training = Awaited<ReturnType<Client['mentoring']['training']>> & { name: string };
type Module = Training['modules'][number];

/**
 * @summary What to read before, or while, taking part in a program: the modules of the viewer's sides, and how far they are.
 * @slot empty - What to show when there is nothing to read, in place of our line.
 * @csspart header - The title, and how far the viewer is.
 * @csspart list - The modules.
 * @csspart item - A module.
 * @csspart text - Why it matters, or what a module says.
 * @csspart button - What says that a module is read.
 * @csspart empty - What is said when there is nothing to read.
 * @csspart error - What went wrong.
 * @cssstate done - Everything is read.
 */
export class MentorAcademy extends GuildElement {
  static override readonly tag = 'mentor-academy';
  static override styles = [hostStyles, mentorAcademyStyles];

  readonly #trainings = new Query<readonly Training[], readonly [string | undefined, string | undefined]>(
    this,
    {
      areas: ['mentoring'],
      args: () => (this.program || this.me ? [this.program || undefined, this.me?.id] : undefined),
      keep: true,
      load: async (client, [program], signal) =>
        program ? [await one(client, program, signal)] : own(client, signal),
    },
  );
  readonly #attest = new Command(this, (client, input: { programId: string; moduleId: string }, options) =>
    client.mentoring.attest(input, options),
  );

  /** The id of the program. Default: all that the viewer is enrolled in. */
  @property() program: string | undefined;

  protected override willUpdate(): void {
    const trainings = this.#trainings.data ?? [];
    this.setState('done', trainings.length > 0 && trainings.every(({ done, of }) => done === of));
  }

  async #done(training: Training, module: Module): Promise<void> {
    const { programId } = training;
    const after = await this.#attest.run({ programId, moduleId: module.id });
    if (!after) return;
    this.#trainings.mutate((all) => all.map((each) => (each === training ? { ...each, ...after } : each)));
    const { read, allRead, allReadFree } = this.strings(english);
    const all = after.required ? allRead : allReadFree;
    this.announce(after.done === after.of ? all : read(after.done, after.of));
    await this.updateComplete;
    this.#goOn(programId, module.id);
  }

  /** What is read closes, and what comes next opens. */
  #goOn(programId: string, moduleId: string): void {
    const here = this.renderRoot.querySelector<HTMLDetailsElement>(
      `details[data-module="${CSS.escape(`${programId} ${moduleId}`)}"]`,
    );
    const next = here?.closest('ul')?.querySelector<HTMLDetailsElement>('li:not(.read) details');
    if (here) here.open = false;
    if (next) next.open = true;
    (next ?? here)?.querySelector('summary')?.focus();
  }

  #module(training: Training, module: Module, isNext: boolean): TemplateResult {
    const strings = this.strings(english);
    const isRead = module.attestedAt !== undefined;
    const side = { mentor: strings.forMentor, mentee: strings.forMentee, both: '' }[module.side];
    return html`<li class=${isRead ? 'read' : ''} part="item">
      <details data-module="${training.programId} ${module.id}" ?open=${isNext}>
        <summary>
          <span class="mark">${isRead ? check : nothing}</span>
          <span class="named"
            ><bdi class="name">${module.title}</bdi>${
              isRead ? html`<span class="visually-hidden">, ${strings.attested}</span>` : nothing
            }</span
          >
          <span class="quiet small"
            >${[side, strings.minutes(module.minutes)].filter(Boolean).join(' · ')}</span
          >
        </summary>
        <div class="body">
          <p part="text" dir="auto">${module.body}</p>
          ${
            isRead
              ? nothing
              : html`<button
                  class="button primary"
                  part="button"
                  aria-disabled=${this.#attest.pending}
                  @click=${() => this.#done(training, module)}
                >
                  ${strings.attest}
                </button>`
          }
        </div>
      </details>
    </li>`;
  }

  #training(training: Training): TemplateResult {
    const strings = this.strings(english);
    const { done, of, required, modules, name } = training;
    if (!of) return html`<section>${emptyState(strings.academyEmpty)}</section>`;
    const all = required ? strings.allRead : strings.allReadFree;
    const next = modules.find(({ attestedAt }) => attestedAt === undefined);
    return html`<section>
      <header part="header">
        <h2 class="title">
          ${strings.academyTitle}${name ? html` <bdi class="quiet">· ${name}</bdi>` : nothing}
        </h2>
        <p class="quiet" part="text">${required ? strings.academyGate : strings.academyFree}</p>
        <p class="far">
          <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect class="all" width="100" height="4" />
            <rect class="done" width=${(100 * done) / of} height="4" />
          </svg>
          <span>${done === of ? all : strings.read(done, of)}</span>
        </p>
      </header>
      <ul part="list" role="list">
        ${modules.map((module) => this.#module(training, module, module === next))}
      </ul>
      ${failureLine(this.#attest.error, this.locale)}
    </section>`;
  }

  protected override view(): unknown {
    const { hall, me } = this;
    if (hall?.failure && !me) return errorState(hall.failure, this.locale, () => void hall.greet());
    return this.#trainings.render({
      data: (trainings) =>
        trainings.length
          ? trainings.map((training) => this.#training(training))
          : emptyState(this.strings(english).academyNone),
    });
  }
}

async function one(client: Client, programId: string, signal: AbortSignal): Promise<Training> {
  return { ...(await client.mentoring.training({ programId }, { signal })), name: '' };
}

/** The training of every program that the viewer takes part in, where there is any. */
async function own(client: Client, signal: AbortSignal): Promise<Training[]> {
  const { items } = await client.mentoring.myEnrollments({ limit: 100 }, { signal });
  const live = items.filter(({ state }) => !['withdrawn', 'declined', 'completed'].includes(state));
  const all = await Promise.all(
    live.map(async ({ program }) => ({ ...(await one(client, program.id, signal)), name: program.name })),
  );
  return all.filter(({ of }) => of > 0);
}

declare global {
  interface HTMLElementTagNameMap {
    'mentor-academy': MentorAcademy;
  }
}
