import type { Answers, Client } from '@guildhall/core';
import { sha256 } from '@guildhall/core/connect';
import type { ReactiveController } from 'lit';
import type { GuildElement } from '../internal/guild-element.js';
import { newReceipt, SealedDrafts } from '../internal/sealed-drafts.js';
import { closeDoors, doorTo } from './kept-doors.js';

/** The questions of a wave for the viewer. */
export type PulseForm = Awaited<ReturnType<Client['pulse']['form']>>;

/** What this browser keeps of a survey: nothing of it reaches the server but by sending. */
interface Kept {
  /** The unfinished answers; of a confidential survey the server keeps them. */
  answers?: Answers | undefined;
  /** What alone gives access to sealed answers that were sent. */
  receipt?: string | undefined;
  /** Whether readers of the words can reply. */
  door: boolean;
}

/** Where unfinished answers are kept. */
export type KeptWhere = 'browser' | 'memory' | 'server';

const kept = new SealedDrafts<Kept>('pulse', isKept);
const SAVE_MS = 800;

/** The answers to a survey while they are written, kept where its mode allows, with receipt and keys. */
export class PulseWriting implements ReactiveController {
  /** What is answered so far. */
  answers: Answers = {};
  /** The writer leaves a door open for a reply. */
  door = false;
  /** The receipt for sealed answers, when this browser has it. */
  receipt: string | undefined;
  /** Where the last change is kept; undefined while it is on its way, or could not be kept. */
  where: KeptWhere | undefined;
  /** False where the browser keeps nothing: what is here is gone with the page. */
  lasting = true;

  readonly #host: GuildElement;
  #form: PulseForm | undefined;
  #viewerId = '';
  #started = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: GuildElement) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    // What waits is kept at once: the page may be about to close.
    if (this.#timer !== undefined) void this.#keep();
  }

  /** Begins with a form: what was kept for it is there when this settles, however often it is asked. */
  start(viewerId: string, form: PulseForm): Promise<void> {
    const isSame = this.#form?.waveId === form.waveId && this.#viewerId === viewerId;
    [this.#form, this.#viewerId] = [form, viewerId];
    if (!isSame) this.#started = this.#read(viewerId, form);
    return this.#started;
  }

  async #read(viewerId: string, form: PulseForm): Promise<void> {
    const [found, lasting] = await Promise.all([kept.read(viewerId, form.waveId), kept.lasting(viewerId)]);
    if (this.#form?.waveId !== form.waveId || this.#viewerId !== viewerId) return;
    this.answers = form.draft ?? found?.answers ?? {};
    this.door = found?.door ?? false;
    this.receipt = found?.receipt;
    this.lasting = lasting;
    this.#host.requestUpdate();
  }

  /** Takes changed answers, and keeps them. */
  edit(change: { answers?: Answers; door?: boolean }): void {
    if (change.answers) this.answers = change.answers;
    if (change.door !== undefined) this.door = change.door;
    this.where = undefined;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#keep(), SAVE_MS);
    this.#host.requestUpdate();
  }

  /** Takes answers that were sent before, to be changed. */
  resume(answers: Answers): void {
    this.answers = answers;
    this.door = Object.values(answers).some((answer) => 'text' in answer && answer.threadHash !== undefined);
    this.#host.requestUpdate();
  }

  /** Takes a receipt that the writer saved elsewhere. */
  async useReceipt(receipt: string): Promise<void> {
    this.receipt = receipt;
    await this.#write();
  }

  /** What to send. A receipt and the keys of open doors are kept before, so that no lost answer of the network loses them. */
  async toSend(): Promise<{ waveId: string; answers: Answers; receipt?: string }> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { waveId = '', mode } = this.#form ?? {};
    const answers = await this.#withDoors(waveId);
    if (mode !== 'sealed') return { waveId, answers };
    this.receipt ??= newReceipt();
    await this.#write();
    return { waveId, answers, receipt: this.receipt };
  }

  /** They have been sent: nothing unfinished is kept any more. */
  async sent(): Promise<void> {
    this.answers = {};
    await this.#write();
  }

  /** They have been taken back: nothing of them is kept any more. */
  async takenBack(): Promise<void> {
    if (!this.#form) return;
    [this.answers, this.receipt, this.door, this.where] = [{}, undefined, false, undefined];
    await closeDoors(this.#viewerId, this.#form.waveId);
    await kept.write(this.#viewerId, this.#form.waveId, undefined);
    this.#host.requestUpdate();
  }

  /** The questions whose words may be shown, so that somebody could reply. */
  get #shownWords(): string[] {
    return Object.entries(this.answers).flatMap(([id, answer]) =>
      'text' in answer && answer.use === 'words' && answer.text.trim() ? [id] : [],
    );
  }

  /** Whether there are words to which somebody could reply. */
  get hasWords(): boolean {
    return this.#shownWords.length > 0;
  }

  async #withDoors(waveId: string): Promise<Answers> {
    const open = this.door ? this.#shownWords : [];
    const answers: Answers = {};
    for (const [id, answer] of Object.entries(this.answers)) {
      if (!('text' in answer)) answers[id] = answer;
      else {
        const { threadHash: _former, ...plain } = answer;
        const key = open.includes(id) ? await doorTo(this.#viewerId, waveId, id) : undefined;
        answers[id] = { ...plain, ...(key && { threadHash: sha256(key) }) };
      }
    }
    const closed = Object.keys(answers).filter((id) => !open.includes(id));
    await closeDoors(this.#viewerId, waveId, closed);
    return answers;
  }

  async #keep(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const form = this.#form;
    const { answers } = this;
    const lasts = await this.#write();
    let where: KeptWhere | undefined = lasts ? 'browser' : 'memory';
    if (form?.mode === 'confidential')
      where = (await this.#save(form.waveId, answers)) ? 'server' : undefined;
    // Something newer may be on its way.
    if (this.answers !== answers || this.#timer !== undefined) return;
    this.where = where;
    this.#host.requestUpdate();
  }

  async #save(waveId: string, answers: Answers): Promise<boolean> {
    try {
      await this.#host.hall?.client.pulse.saveDraft({ waveId, answers });
      return true;
    } catch {
      // A half-written answer may not be valid yet, or the network is gone: the next change tries again.
      return false;
    }
  }

  async #write(): Promise<boolean> {
    if (!this.#form) return false;
    const { mode, waveId } = this.#form;
    const { answers, receipt, door } = this;
    const isUnfinished = mode === 'sealed' && Object.keys(answers).length > 0;
    return kept.write(this.#viewerId, waveId, {
      door,
      ...(isUnfinished && { answers }),
      ...(receipt && { receipt }),
    });
  }
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  const { answers, receipt, door }: Partial<Record<keyof Kept, unknown>> = value;
  return (
    typeof door === 'boolean' &&
    (receipt === undefined || typeof receipt === 'string') &&
    (answers === undefined || (typeof answers === 'object' && answers !== null))
  );
}
