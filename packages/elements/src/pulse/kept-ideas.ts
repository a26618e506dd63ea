import type { ReactiveController } from 'lit';
import type { GuildElement } from '../internal/guild-element.js';
import { newReceipt, SealedDrafts } from '../internal/sealed-drafts.js';

/** An idea with the key that alone shows whose it is. */
export interface OwnIdea {
  key: string;
  text: string;
}

interface Kept {
  /** What is being written. */
  draft: string;
  /** The key that it will be sent with, so that sending again does not add it twice. */
  key: string;
  own: OwnIdea[];
}

const kept = new SealedDrafts<Kept>('ideas', isKept);

/** What the viewer writes on a board and has put there, kept in this browser only, encrypted where it can. */
export class KeptIdeas implements ReactiveController {
  /** What is there so far. */
  value: Kept = blank();
  /** False where it is gone with the page. */
  lasting = true;

  readonly #host: GuildElement;
  readonly #boardId: () => string;
  #at: readonly [viewerId: string, boardId: string] | undefined;

  constructor(host: GuildElement, boardId: () => string) {
    this.#host = host;
    this.#boardId = boardId;
    host.addController(this);
  }

  hostUpdate(): void {
    const [viewerId, boardId] = [this.#host.me?.id, this.#boardId()];
    if (!viewerId || !boardId || (this.#at?.[0] === viewerId && this.#at[1] === boardId)) return;
    // What was typed before the viewer was known is theirs; what belongs to another board is not.
    if (this.#at) this.value = blank();
    this.#at = [viewerId, boardId];
    void this.#read(viewerId, boardId);
  }

  /** Keeps what is being written. */
  write(draft: string): void {
    this.#put({ ...this.value, draft });
  }

  /** The idea was put on the board: its key stays, the field is empty again. */
  posted(idea: OwnIdea): void {
    this.#put({ draft: '', key: newReceipt(), own: [...this.value.own, idea] });
  }

  /** The idea was taken back: its key is of no use any more. */
  forget({ key }: OwnIdea): void {
    this.#put({ ...this.value, own: this.value.own.filter((one) => one.key !== key) });
  }

  #put(value: Kept): void {
    this.value = value;
    if (this.#at) void kept.write(...this.#at, value);
    this.#host.requestUpdate();
  }

  async #read(viewerId: string, boardId: string): Promise<void> {
    const [read, lasting] = await Promise.all([kept.read(viewerId, boardId), kept.lasting(viewerId)]);
    if (this.#at?.[0] !== viewerId || this.#at[1] !== boardId) return;
    this.lasting = lasting;
    // What was typed meanwhile is the newer one and keeps its key, since it may be on its way; what was posted stays.
    const { draft, key, own } = this.value;
    const before = read ?? blank();
    this.value = { ...before, ...(draft && { draft, key }), own: [...before.own, ...own] };
    this.#host.requestUpdate();
  }
}

function blank(): Kept {
  return { draft: '', key: newReceipt(), own: [] };
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  const { draft, key, own }: Partial<Record<keyof Kept, unknown>> = value;
  return typeof draft === 'string' && typeof key === 'string' && Array.isArray(own) && own.every(isOwn);
}

function isOwn(value: unknown): value is OwnIdea {
  if (typeof value !== 'object' || value === null) return false;
  const { key, text }: Partial<Record<keyof OwnIdea, unknown>> = value;
  return typeof key === 'string' && typeof text === 'string';
}
