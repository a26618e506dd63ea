import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { HintList } from '../feedback/hint-list.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { formStyles } from '../mentoring/form-parts.js';
import { common } from '../strings/en/common.js';

/** From this many free code points on the box says how many are left. */
const COUNTED = 500;

/**
 * @summary A box for words in a form.
 * @event guild-change - The viewer has written; `value` has the words.
 * @csspart field - The box with its label.
 * @csspart list - What the writer may want to look at again: found in the page, kept and sent nowhere.
 * @csspart error - What is wrong.
 */
export class WritingBox extends GuildElement {
  static override readonly tag = 'guild-writing-box';
  static override readonly uses = [HintList];
  static override styles = [
    hostStyles,
    formStyles,
    css`
      textarea.input {
        max-inline-size: 40rem;
        scroll-margin-block: 2rem 8rem;
      }
      guild-hint-list:not([empty]) {
        margin-block-start: var(--_space);
      }
    `,
  ];

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

  #input({ target }: Event): void {
    if (!(target instanceof HTMLTextAreaElement)) return;
    this.value = target.value;
    this.fire(new Event('guild-change'));
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
      <guild-hint-list
        exportparts="list"
        .texts=${[this.value]}
        .anonymous=${this.anonymous}
      ></guild-hint-list>
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
