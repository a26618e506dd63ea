import type { ReactiveElement } from 'lit';

/**
 * The keys of a feed as WAI-ARIA describes them: PageDown and PageUp go from article to article, Control+End
 * and Control+Home leave the feed. The host has `aria-posinset` on each article, `.start` before and `.end` behind them.
 */
export class FeedKeys {
  readonly #host: ReactiveElement;
  readonly #more: () => Promise<void>;

  /** `more` loads what follows the last article. */
  constructor(host: ReactiveElement, more: () => Promise<void>) {
    this.#host = host;
    this.#more = more;
  }

  /** For the feed's keydown event. */
  handle(event: KeyboardEvent): void {
    const { key, ctrlKey } = event;
    // In a field these keys move the cursor.
    if (isField(event.composedPath()[0])) return;
    if (ctrlKey && key === 'End') this.#find('.end')?.focus();
    else if (ctrlKey && key === 'Home') this.#find('.start')?.focus();
    else if (key === 'PageDown') void this.#move(1);
    else if (key === 'PageUp') void this.#move(-1);
    else return;
    event.preventDefault();
  }

  async #move(by: 1 | -1): Promise<void> {
    const from = this.#find('[aria-posinset]:focus-within');
    const next = `[aria-posinset="${Number(from?.getAttribute('aria-posinset')) + by}"]`;
    if (!this.#find(next)) {
      // The viewer has scrolled away from it, or the list goes on.
      from?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      if (by > 0) await this.#more();
      this.#host.requestUpdate();
      await this.#host.updateComplete;
    }
    this.#find(next)?.focus();
  }

  #find(selector: string): HTMLElement | null | undefined {
    return this.#host.shadowRoot?.querySelector<HTMLElement>(selector);
  }
}

/** Whether something is written into it. */
export function isField(target: unknown): boolean {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
}

/** The innermost element inside the host that has the focus, else the host. */
export function focusedIn(host: Element): Element {
  const inner = host.shadowRoot?.activeElement;
  return inner ? focusedIn(inner) : host;
}
