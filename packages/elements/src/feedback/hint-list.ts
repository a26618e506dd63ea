import { css, html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { hints as english } from '../strings/en/hints.js';
import type { WritingHint, WordLibrary } from './writing-hints.js';

/** Looks when somebody has paused for so long, in milliseconds. */
const PAUSE_MS = 600;
/** More hints than this are no help. */
const MOST = 4;

/**
 * @summary What a writer may want to look at once more. Nothing is kept, and nothing leaves the page.
 * @csspart list - The hints.
 */
export class HintList extends GuildElement {
  static override readonly tag = 'guild-hint-list';
  static override styles = [
    hostStyles,
    css`
      /* Nothing to say takes no room, and no gap of the form around it. */
      :host([empty]) {
        position: absolute;
      }
      .hints {
        padding-inline-start: calc(3 * var(--_space));
        border-inline-start: 2px solid var(--_line);
        font-size: 0.9em;
      }
      ul {
        margin-block-start: var(--_space);
        color: var(--_quiet);
      }
      bdi {
        color: var(--_text);
      }
    `,
  ];

  #timer: ReturnType<typeof setTimeout> | undefined;
  #library: WordLibrary | undefined;
  #libraryOf = '';

  @state() private hints: readonly WritingHint[] = [];

  /** The texts to look at, each by itself. */
  @property({ attribute: false }) texts: readonly string[] = [];
  /** Nobody is to know who wrote them: what gives that away is looked for, too. */
  @property({ type: Boolean }) anonymous = false;
  /** There is nothing to say. */
  @property({ type: Boolean, reflect: true }) empty = true;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.empty = this.hints.length === 0;
    const isSame = changed.get('texts')?.join('\n') === this.texts.join('\n');
    if (!changed.has('anonymous') && (!changed.has('texts') || isSame)) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), PAUSE_MS);
  }

  async #look(): Promise<void> {
    const { texts, locale, anonymous } = this;
    if (!texts.some((text) => text.trim())) {
      this.hints = [];
      return;
    }
    try {
      const { writingHints, loadWordLibrary } = await import('./writing-hints.js');
      if (this.#libraryOf !== locale) {
        this.#library = await loadWordLibrary(locale);
        this.#libraryOf = locale;
      }
      const library = this.#library;
      // What was written meanwhile is looked at after the next pause.
      if (texts.join('\n') === this.texts.join('\n'))
        this.hints = texts.flatMap((text) => writingHints(text, { locale, library, anonymous }));
    } catch (error) {
      console.warn('[guildhall] The writing hints could not be loaded.', error);
    }
  }

  protected override view(): unknown {
    // The region is there before it says something, or it is not heard.
    return html`<div role="status">${this.hints.length ? this.#list() : nothing}</div>`;
  }

  #list(): unknown {
    const { title, local, found, kinds } = this.strings(english);
    return html`<div class="hints">
      <p>${title}. <span class="quiet">${local}</span></p>
      <ul role="list" part="list">
        ${this.hints
          .slice(0, MOST)
          .map(
            ({ kind, words }) =>
              html`<li>${fill(found, { words: html`<bdi>${words}</bdi>`, hint: kinds[kind] })}</li>`,
          )}
      </ul>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-hint-list': HintList;
  }
}
