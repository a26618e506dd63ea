import type { ReactiveController } from 'lit';
import { Drafts } from '../internal/drafts.js';
import type { GuildElement } from '../internal/guild-element.js';
import { SealedDrafts } from '../internal/sealed-drafts.js';

const isText = (value: unknown): value is string => typeof value === 'string';
const sealed = new SealedDrafts<string>('messages', isText);

/** Which text is kept. */
export interface KeptTextOptions {
  /** What tells it from others. Empty: it is not known yet. */
  id: () => string;
  /** Nobody is to know who writes: it is kept encrypted, where the browser can. */
  sealed: () => boolean;
}

/** A text that is being written, kept in this browser until it is sent or dropped. */
export class KeptText implements ReactiveController {
  /** The text. */
  value = '';

  readonly #host: GuildElement;
  readonly #options: KeptTextOptions;
  #at = '';

  constructor(host: GuildElement, options: KeptTextOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostUpdate(): void {
    const viewerId = this.#host.me?.id;
    const id = this.#options.id();
    const at = `${viewerId} ${id}`;
    if (!viewerId || !id || at === this.#at) return;
    // What was typed before the viewer was known is theirs; what belongs elsewhere is not.
    if (this.#at) this.value = '';
    this.#at = at;
    void this.#read(viewerId, at);
  }

  /** Keeps the text in place of the one before; empty forgets it. */
  write(text: string): void {
    this.value = text;
    const viewerId = this.#host.me?.id;
    const id = this.#options.id();
    if (viewerId && id) {
      if (this.#options.sealed()) void sealed.write(viewerId, id, text || undefined);
      else drafts(id).write(viewerId, text || undefined);
    }
    this.#host.requestUpdate();
  }

  async #read(viewerId: string, at: string): Promise<void> {
    const id = this.#options.id();
    const kept = this.#options.sealed() ? await sealed.read(viewerId, id) : drafts(id).read(viewerId);
    // What was typed meanwhile is the newer one.
    if (at !== this.#at || this.value) return;
    this.value = kept ?? '';
    this.#host.requestUpdate();
  }
}

function drafts(id: string): Drafts<string> {
  return new Drafts(`message ${id}`, isText);
}
