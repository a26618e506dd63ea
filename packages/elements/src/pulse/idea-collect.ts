import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { HintList } from '../feedback/hint-list.js';
import { Command } from '../internal/command.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { failureLine, formStyles, seers, textField } from '../mentoring/form-parts.js';
import { board as english } from '../strings/en/board.js';
import { common } from '../strings/en/common.js';
import { shortly } from './idea-sorting.js';
import { KeptIdeas, type OwnIdea } from './kept-ideas.js';

const MAX = 1000;

/**
 * @summary Writes ideas for a board silently, and takes back those to which this browser has the key.
 * @csspart field - The field with its label.
 * @csspart text - Who will read it.
 * @csspart list - What the viewer has put there.
 * @csspart item - One of them.
 * @csspart button - What can be done.
 * @csspart error - What went wrong.
 */
export class IdeaCollect extends GuildElement {
  static override readonly tag = 'guild-idea-collect';
  static override readonly uses = [HintList];
  static override styles = [
    hostStyles,
    formStyles,
    css`
      :host {
        display: grid;
        gap: calc(6 * var(--_space));
      }
      h3 {
        margin: 0;
        font-size: 1em;
        font-weight: 600;
      }
      .own {
        display: grid;
        gap: var(--_space);
        max-inline-size: 40rem;
      }
      .own li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: 0 calc(3 * var(--_space));
        padding-block: var(--_space);
        border-block-end: 1px solid var(--_line);
      }
      .own li p {
        white-space: pre-line;
      }
    `,
  ];

  readonly #kept = new KeptIdeas(this, () => this.boardId);
  readonly #post = new Command(this, (client, { key, text }: OwnIdea, options) =>
    client.pulse.post({ boardId: this.boardId, text, key }, options),
  );
  readonly #takeBack = new Command(this, (client, { key }: OwnIdea, options) =>
    client.pulse.takeIdeaBack({ boardId: this.boardId, key }, options),
  );

  @state() private problem = '';

  /** The id of the board. */
  @property({ attribute: false }) boardId = '';

  override focus(): void {
    this.renderRoot.querySelector('textarea')?.focus();
  }

  async #send(): Promise<void> {
    const { draft, key } = this.#kept.value;
    const text = draft.trim();
    const left = MAX - [...text].length;
    this.problem = left < 0 ? this.strings(common).charactersLeft(left) : '';
    if (!text || this.problem) return this.focus();
    const idea = { key, text };
    if (!(await this.#post.run(idea))) return;
    this.#kept.posted(idea);
    this.announce(this.strings(english).posted);
    await this.updateComplete;
    this.focus();
  }

  async #remove(idea: OwnIdea): Promise<void> {
    if (!(await this.#takeBack.run(idea))) return;
    this.#kept.forget(idea);
    this.announce(this.strings(english).takenBack);
    await this.updateComplete;
    this.focus();
  }

  #input({ target }: Event): void {
    this.problem = '';
    if (target instanceof HTMLTextAreaElement) this.#kept.write(target.value);
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void this.#send();
  }

  #own(): TemplateResult {
    const { own, ownWhy, ownNone, takeBack, takeBackNamed } = this.strings(english);
    const ideas = this.#kept.value.own;
    if (!ideas.length) return html`<p class="quiet">${ownNone}</p>`;
    return html`<div class="own">
      <h3>${own}</h3>
      <ul part="list" role="list">
        ${ideas.map(
          (idea) =>
            html`<li part="item">
              <p><bdi>${idea.text}</bdi></p>
              <button
                class="button quiet"
                part="button"
                aria-label=${takeBackNamed(shortly(idea.text))}
                @click=${() => this.#remove(idea)}
              >
                ${takeBack}
              </button>
            </li>`,
        )}
      </ul>
      <p class="quiet small">${ownWhy}</p>
    </div>`;
  }

  protected override view(): TemplateResult {
    const strings = this.strings(english);
    const { pending, error } = this.#post;
    return html`<div
        class="form"
        role="form"
        aria-label=${strings.write}
        @input=${this.#input}
        @keydown=${this.#key}
      >
        ${textField({
          name: 'text',
          label: strings.write,
          value: this.#kept.value.draft,
          problem: this.problem,
        })}
        <guild-hint-list anonymous .texts=${[this.#kept.value.draft]}></guild-hint-list>
        ${failureLine(error ?? this.#takeBack.error, this.locale)}
        <div class="actions" part="actions">
          <button class="button primary" part="button" aria-disabled=${pending} @click=${this.#send}>
            ${pending ? strings.posting : strings.post}
          </button>
          ${seers(false, strings.seenBy)}
        </div>
        ${this.#kept.lasting ? nothing : html`<p class="quiet small">${strings.notLasting}</p>`}
      </div>
      ${this.#own()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-idea-collect': IdeaCollect;
  }
}
