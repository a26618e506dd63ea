import type { Client, Me } from '@guildhall/core';
import { html, LitElement, nothing, type CSSResultGroup } from 'lit';
import { property } from 'lit/decorators.js';
import type { ElementClass } from '../define.js';
import { common } from '../strings/en/common.js';
import { speaks, words, type AreaStrings } from '../strings/index.js';
import { formats, isRightToLeft, type Formats } from './format.js';
import { HallFinder } from './hall-finder.js';
import type { Hall } from './hall.js';
import { hostStyles } from './host.styles.js';

/**
 * The base of every element that talks to Guildhall: finds its client, speaks the viewer's language,
 * and says so when there is nothing to talk to. Elements write `view()`; see `Query` and `Command` for data.
 */
export abstract class GuildElement extends LitElement {
  /** The tag under which `define()` registers the class. */
  static readonly tag: string;
  /** The elements in this one's templates, which `define()` registers with it. */
  static readonly uses: readonly ElementClass[] = [];
  static override styles: CSSResultGroup = hostStyles;

  readonly #finder = new HallFinder(this);
  readonly #internals = this.attachInternals();
  #region: HTMLElement | undefined;
  #lang = '';
  /** What the element says was there when it began to speak. */
  #speaks = false;

  /** The client to use instead of a provider's. */
  @property({ attribute: false }) client: Client | undefined;
  /** The id of the `<guild-hall>` to use when none is around the element. */
  @property() for: string | undefined;

  /** What the elements of a provider share; undefined until a provider is found. */
  get hall(): Hall | undefined {
    return this.#finder.hall;
  }

  /** The viewer, once known. */
  get me(): Me | undefined {
    return this.hall?.me;
  }

  /** The language tag in use. */
  get locale(): string {
    return this.hall?.locale ?? 'en';
  }

  /** Numbers, lists and times in the language in use. */
  protected get formats(): Formats {
    return formats(this.locale);
  }

  /** The strings of an area in the language in use. */
  protected strings<T extends AreaStrings>(english: T): T {
    return words(english, this.locale);
  }

  /** Tells people who use a screen reader, when they have heard what is being read. */
  protected announce(text: string): void {
    if (!this.#region) {
      this.#region = document.createElement('div');
      this.#region.role = 'status';
      this.#region.className = 'visually-hidden';
      this.renderRoot.append(this.#region);
    }
    const region = this.#region;
    region.textContent = '';
    // A region is heard only when it changes after the reader has met it.
    setTimeout(() => (region.textContent = text), 100);
  }

  /** Dispatches an event; false when a listener has prevented what it announces. */
  protected fire(event: Event): boolean {
    return this.dispatchEvent(event);
  }

  /** Sets or clears a state for `:state(name)`, or the attribute `data-name` in browsers without custom states. */
  protected setState(name: string, on: boolean): void {
    try {
      this.#internals.states[on ? 'add' : 'delete'](name);
    } catch {
      this.toggleAttribute(`data-${name}`, on);
    }
  }

  /** What the element shows while there is a client, or may still be one. */
  protected abstract view(): unknown;

  protected override render(): unknown {
    if (this.#finder.missing) return html`<p class="quiet" part="error">${this.strings(common).noHall}</p>`;
    // The strings are on their way: better nothing for a moment than two languages in turn.
    if (this.hall && !(this.hall.locale && (this.#speaks ||= speaks(this.locale)))) return nothing;
    this.#speak();
    return this.view();
  }

  #speak(): void {
    const own = this.getAttribute('lang') ?? '';
    // What the page's author wrote stays; elements in our shadow roots inherit.
    if (!this.hall || own !== this.#lang || this.getRootNode() !== this.ownerDocument) return;
    this.#lang = this.locale;
    if (own !== this.#lang) this.lang = this.#lang;
    if (isRightToLeft(this.locale)) this.dir = 'rtl';
  }
}
