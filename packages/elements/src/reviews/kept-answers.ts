import type { Answers, Client, ReviewForm } from '@guildhall/core';
import type { ReactiveController } from 'lit';
import type { GuildElement } from '../internal/guild-element.js';
import { SealedDrafts } from '../internal/sealed-drafts.js';

/** How long the writer must pause before the server is asked to keep a draft. */
const PAUSE_MS = 800;
/** When it is tried again where the server could not be reached. */
const RETRY_MS = 15_000;

/** Where what was written last is kept. `undefined`: nothing was written in this page. */
export type KeptWhere = 'saving' | 'server' | 'browser' | 'memory' | 'browserUntilServer' | undefined;

/** What must be known of a form to keep what is written in it. */
export interface KeptForm extends Pick<ReviewForm, 'id' | 'state' | 'answers' | 'draft'> {
  may: Pick<ReviewForm['may'], 'saveDraft'>;
}

/** What this browser keeps of one form: answers that no server has, and the receipt of sealed ones that were sent. */
interface Kept {
  answers?: Answers;
  receipt?: string;
}

const drafts = new SealedDrafts<Kept>('review', isKept);

/**
 * The answers of one form while they are written, kept over reloads: first in this browser, encrypted, and for forms
 * that are not sealed then on the server, whereupon the browser forgets them.
 */
export class KeptAnswers implements ReactiveController {
  /** As they are written now. */
  answers: Answers = {};
  /** Of sealed answers that were sent from this browser. */
  receipt: string | undefined;
  /** Whether there is something written that was not sent. */
  unsent = false;
  where: KeptWhere;
  /** Whether this browser can keep anything beyond the page. */
  lasting = true;

  readonly #host: GuildElement;
  #form: KeptForm | undefined;
  #viewerId = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts the changes: what is on its way is old when another came. */
  #change = 0;

  constructor(host: GuildElement) {
    this.#host = host;
    host.addController(this);
  }

  /** The id of the form that is open. */
  get formId(): string | undefined {
    return this.#form?.id;
  }

  hostDisconnected(): void {
    if (this.#timer !== undefined) void this.#save();
  }

  /** Begins with what is kept of a form, else with what was sent. */
  async open(form: KeptForm, viewerId: string): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    [this.#form, this.#viewerId] = [form, viewerId];
    this.where = undefined;
    this.receipt = undefined;
    this.answers = form.draft?.answers ?? form.answers ?? {};
    this.unsent = form.draft !== undefined;
    const change = this.#change;
    const [lasting, kept] = [await drafts.lasting(viewerId), await drafts.read(viewerId, form.id)];
    if (this.#form !== form) return;
    this.lasting = lasting;
    this.receipt = kept?.receipt;
    if (form.state === 'over') void drafts.write(viewerId, form.id, undefined);
    else if (kept?.answers && change === this.#change) {
      this.answers = kept.answers;
      this.unsent = true;
      if (form.may.saveDraft) void this.#save();
    }
    this.#host.requestUpdate();
  }

  /** Takes the form as it is known now, without touching what is written. */
  follow(form: KeptForm): void {
    this.#form = form;
  }

  /** Shows what was sent, which nothing needs to keep. */
  show(answers: Answers): void {
    if (!this.unsent) this.answers = answers;
    this.#host.requestUpdate();
  }

  /** Keeps the answers as they are written now. */
  async edit(answers: Answers): Promise<void> {
    const form = this.#form;
    if (!form) return;
    this.answers = answers;
    this.unsent = true;
    const change = ++this.#change;
    this.where = 'saving';
    this.#host.requestUpdate();
    const saves = form.may.saveDraft;
    if (saves) this.#later(PAUSE_MS);
    const lasting = await this.#keep({ answers });
    if (change !== this.#change || saves) return;
    this.where = lasting ? 'browser' : 'memory';
    this.#host.requestUpdate();
  }

  /** Keeps the receipt of sealed answers, before they are sent: whatever happens then, they can be changed. */
  async keepReceipt(receipt: string | undefined): Promise<void> {
    this.receipt = receipt;
    await this.#keep(this.unsent ? { answers: this.answers } : {});
  }

  /** The answers were sent: no draft of them is needed. */
  async sent(): Promise<void> {
    this.#change++;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.unsent = false;
    this.where = undefined;
    await this.#keep({});
  }

  #keep(kept: Kept): Promise<boolean> {
    const all = { ...kept, ...(this.receipt !== undefined && { receipt: this.receipt }) };
    const value = Object.keys(all).length ? all : undefined;
    return drafts.write(this.#viewerId, this.#form?.id ?? '', value);
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), ms);
  }

  async #save(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const form = this.#form;
    const client: Client | undefined = this.#host.hall?.client;
    if (!form || !client) return;
    const change = this.#change;
    try {
      await client.reviews.saveDraft({ id: form.id, answers: this.answers });
      if (change !== this.#change || this.#form !== form) return;
      this.where = 'server';
      void this.#keep({});
    } catch {
      if (change !== this.#change || this.#form !== form) return;
      this.where = this.lasting ? 'browserUntilServer' : 'memory';
      if (this.#host.isConnected) this.#later(RETRY_MS);
    }
    this.#host.requestUpdate();
  }
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  // It is an object; each property is looked at below.
  const { answers, receipt } = value as Partial<Record<string, unknown>>;
  const isText = receipt === undefined || typeof receipt === 'string';
  return isText && (answers === undefined || (typeof answers === 'object' && answers !== null));
}
