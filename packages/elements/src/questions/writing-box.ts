import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { WritingHint } from '../feedback/writing-hints.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { formStyles } from '../mentoring/form-parts.js';
import { common } from '../strings/en/common.js';
import { questions } from '../strings/en/questions.js';

/** From this many free code points on the box says how many are left. */
const COUNTED = 500;
/** How long the writer must pause before the words are looked at. */
const PAUSE_MS = 700;
/** More hints at once help nobody. */
const MOST_HINTS = 4;

/**
 * @summary A box for words in a form.
 * @event guild-change - The viewer has written; `value` has the words.
 * @csspart field - The box with its label.
 * @csspart list - What the writer may want to look at again: found in the page, kept and sent nowhere.
 * @csspart error - What is wrong.
 */
export class WritingBox extends GuildElement {
  static override readonly tag = 'guild-writing-box';
  static override styles = [
    hostStyles,
    formStyles,
    css`
      textarea.input {
        max-inline-size: 40rem;
        scroll-margin-block: 2rem 8rem;
      }
      .hints {
        display: grid;
        gap: var(--_space);
        padding-inline-start: calc(3 * var(--_space));
        border-inline-start: 2px solid var(--_quiet);
        font-size: 0.9em;
      }
    `,
  ];

  #timer: ReturnType<typeof setTimeout> | undefined;

  @state() private hints: readonly WritingHint[] = [];

  /** The words. */
  @property() value = '';
  /** What the box is called. */
  @property() label = '';
  /** Hides the label from those who see what stands above it. */
  @property({ type: Boolean }) bare = false;
  /** What is asked, for those who hear the label without what stands above it. */
  @property() about = '';
  /** What becomes of the words. */
  @property() help = '';
  /** What is wrong. */
  @property() problem = '';
  /** The most code points. */
  @property({ type: Number }) max = 10_000;
  /** Whether nobody is to know who wrote. */
  @property({ type: Boolean }) anonymous = false;

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('textarea')?.focus(options);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  #input({ target }: Event): void {
    if (!(target instanceof HTMLTextAreaElement)) return;
    this.value = target.value;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), PAUSE_MS);
    this.fire(new Event('guild-change'));
  }

  /** Looks for what tells who wrote, and for wording that hurts: in the page, with lists that come when they are needed. */
  async #look(): Promise<void> {
    const { value, anonymous, locale } = this;
    const { writingHints } = await import('../feedback/writing-hints.js');
    if (value === this.value) this.hints = value.trim() ? writingHints(value, { locale, anonymous }) : [];
  }

  #hintList(): unknown {
    if (!this.hints.length) return nothing;
    const { hintKinds, hints, hintsLocal } = this.strings(questions);
    return html`<div class="hints" role="status">
      <p>${hints}. <span class="quiet">${hintsLocal}</span></p>
      <ul role="list" part="list">
        ${this.hints
          .slice(0, MOST_HINTS)
          .map(({ kind, words }) => html`<li>“<bdi>${words}</bdi>” ${hintKinds[kind]}</li>`)}
      </ul>
    </div>`;
  }

  protected override view(): TemplateResult {
    const left = this.max - [...this.value].length;
    const about = [this.help && 'help', this.problem && 'problem', left < COUNTED && 'left'];
    return html`<div class="field" part="field">
      <label for="input" class=${this.bare ? 'visually-hidden' : ''}
        >${this.label}${
          this.about && !this.bare
            ? html`<span class="visually-hidden">: <bdi>${this.about}</bdi></span>`
            : nothing
        }</label
      >
      <textarea
        class="input"
        id="input"
        dir="auto"
        .value=${this.value}
        aria-invalid=${this.problem || left < 0 ? 'true' : nothing}
        aria-describedby=${about.filter(Boolean).join(' ') || nothing}
        @input=${this.#input}
      ></textarea>
      ${
        this.problem
          ? html`<p class="error" part="error" id="problem">${this.problem}</p>`
          : this.help
            ? html`<p class="help" id="help">${this.help}</p>`
            : nothing
      }
      ${this.#hintList()}
      ${
        left < COUNTED
          ? html`<p class=${left < 0 ? 'error' : 'help'} id="left">
              ${this.strings(common).charactersLeft(left)}
            </p>`
          : nothing
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-writing-box': WritingBox;
  }
}
