import type { Client, Program, ProgramDraft } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { lateElement } from '../parts/late-element.js';
import { ModalDialog } from '../parts/modal-dialog.js';
import { pickableStyles } from '../parts/pickable.styles.js';
import { emptyState } from '../parts/states.js';
import { programConsole } from '../strings/en/console.js';
import { ProgramSavedEvent } from './program-saved.js';

/** `guild-pick`: the viewer wants to see a program. */
export class ProgramPickEvent extends Event {
  readonly programId: string;

  constructor(programId: string) {
    super('guild-pick');
    this.programId = programId;
  }
}

/** What a new program begins with. */
interface Beginning {
  id: string;
  draft?: ProgramDraft;
}

/** The most programs that are shown; nobody runs as many. */
const MOST = 100;

/**
 * @summary The programs that the viewer runs, and a new one from a template.
 * @event {ProgramPickEvent} guild-pick - The viewer wants to see one.
 * @csspart header - The title.
 * @csspart list - The programs.
 * @csspart item - One of them.
 * @csspart button - What opens and creates.
 * @csspart empty - What is said when there are none.
 * @csspart error - What went wrong.
 */
export class ProgramList extends GuildElement {
  static override readonly tag = 'guild-program-list';
  static override readonly uses = [ModalDialog];
  static override styles = [
    hostStyles,
    pickableStyles,
    css`
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: calc(2 * var(--_space));
        margin-block-end: calc(4 * var(--_space));
      }
      .row {
        display: grid;
        gap: 0 calc(3 * var(--_space));
      }
      li + li {
        border-block-start: 1px solid var(--_line);
      }
      .row:hover {
        box-shadow:
          -8px 0 var(--_soft),
          8px 0 var(--_soft);
      }
      .title.ask {
        margin-block-end: calc(3 * var(--_space));
      }
    `,
  ];

  readonly #programs = new Query(this, {
    areas: ['mentoring'],
    args: () => (this.me ? ([] as const) : undefined),
    keep: true,
    load: async (client: Client, _args, signal) => {
      const { items } = await client.mentoring.programs({ limit: MOST }, { signal });
      return items.filter(({ may }) => may.manage);
    },
  });
  readonly #templates = new Query(this, {
    areas: [],
    args: () => (this.asking ? ([] as const) : undefined),
    keep: true,
    load: (client: Client, _args, signal) => client.mentoring.templates({}, { signal }),
  });
  readonly #form = lateElement(
    this,
    () => this.beginning !== undefined,
    async () => (await import('./program-form.js')).ProgramForm,
  );

  @state() private asking = false;
  @state() private beginning: Beginning | undefined;

  /** The viewer may create programs. */
  @property({ type: Boolean }) creating = false;

  async #ask(): Promise<void> {
    this.asking = true;
    await this.updateComplete;
    await this.renderRoot.querySelector('guild-dialog')?.show();
  }

  #saved(event: Event): void {
    if (!(event instanceof ProgramSavedEvent)) return;
    this.renderRoot.querySelector('guild-dialog')?.close();
    this.fire(new ProgramPickEvent(event.program.id));
  }

  #row(program: Program): TemplateResult {
    const { states, kinds, forms } = this.strings(programConsole);
    const { id, name, state, kind, form, purpose } = program;
    return html`<li part="item">
      <div class="row">
        <p>
          <button class="name" part="button" @click=${() => this.fire(new ProgramPickEvent(id))}>
            <bdi>${name}</bdi>
          </button>
        </p>
        <p class="quiet small">${[states[state], kinds[kind], forms[form]].join(' · ')}</p>
        <p class="purpose small" dir="auto">${purpose}</p>
      </div>
    </li>`;
  }

  #template(id: string, name: string, about: string, draft?: ProgramDraft): TemplateResult {
    const begin = () => (this.beginning = { id, ...(draft && { draft }) });
    return html`<li>
      <div class="row">
        <p><button class="name" part="button" @click=${begin}>${name}</button></p>
        <p class="quiet small">${about}</p>
        ${draft ? html`<p class="purpose small" dir="auto">${draft.purpose}</p>` : nothing}
      </div>
    </li>`;
  }

  #sessions({ plan }: ProgramDraft): string {
    const { noSessions, sessionsIn } = this.strings(programConsole);
    return plan.length ? sessionsIn(plan.length, plan.at(-1)?.dueAfterDays ?? 0) : noSessions;
  }

  #choose(): unknown {
    const strings = this.strings(programConsole);
    const { beginning } = this;
    if (beginning) {
      return this.#form.render({
        data: () =>
          html`<guild-program-form
            .draft=${beginning.draft}
            .template=${beginning.id}
            @guild-saved=${this.#saved}
          ></guild-program-form>`,
      });
    }
    return html`<h2 class="title ask">${strings.createTitle}</h2>
      ${this.#templates.render({
        data: ({ items }) =>
          html`<ul role="list">
            ${items.map(({ id, name, draft }) =>
              this.#template(id, name, [strings.kinds[draft.kind], this.#sessions(draft)].join(' · '), draft),
            )}
            ${this.#template('blank', strings.blank, strings.blankAbout)}
          </ul>`,
      })}`;
  }

  protected override view(): TemplateResult {
    const strings = this.strings(programConsole);
    const create = this.creating
      ? html`<button class="button primary" part="button" @click=${this.#ask}>${strings.create}</button>`
      : nothing;
    return html`<div class="head">
        <h2 class="title" part="header">${strings.title}</h2>
        ${this.#programs.data?.length ? create : nothing}
      </div>
      ${this.#programs.render({
        data: (programs) =>
          programs.length
            ? html`<ul part="list" role="list">
                ${programs.map((program) => this.#row(program))}
              </ul>`
            : emptyState(this.creating ? strings.empty : strings.emptyMember, create),
      })}
      <guild-dialog
        .label=${strings.create}
        @close=${() => {
          this.asking = false;
          this.beginning = undefined;
        }}
      >
        ${this.asking ? this.#choose() : nothing}
      </guild-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-program-list': ProgramList;
  }
}
