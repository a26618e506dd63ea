import type { Client, Enrollment } from '@guildhall/core';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { inOrder } from '../internal/in-order.js';
import { Query } from '../internal/query.js';
import { PersonAvatar } from '../parts/person-avatar.js';
import { rowSkeletons, rowSkeletonStyles } from '../parts/row-skeleton.js';
import { emptyState, loadingState } from '../parts/states.js';
import { common } from '../strings/en/common.js';
import { programConsole } from '../strings/en/console.js';
import { enrollmentListStyles } from './enrollment-list.styles.js';
import { failureLine } from './form-parts.js';

type Input = Parameters<Client['mentoring']['enrollments']>[0];
type Decision = 'accept' | 'waitlist' | 'decline';

/** What somebody becomes by a decision. */
const BECOMES = { accept: 'accepted', waitlist: 'waitlisted', decline: 'declined' } as const;
const STEP = 50;
/** The most that one call gives. */
const MOST = 100;

/**
 * @summary Who is enrolled in a program: sides, wishes, training, and what was decided.
 * @csspart field - A filter.
 * @csspart list - The people.
 * @csspart item - One of them.
 * @csspart name - Their name.
 * @csspart text - What they said, and how far they are.
 * @csspart button - What can be decided, and what shows more.
 * @csspart empty - What is said when there is nobody.
 * @csspart error - What went wrong.
 */
export class EnrollmentList extends GuildElement {
  static override readonly tag = 'guild-enrollment-list';
  static override readonly uses = [PersonAvatar];
  static override styles = [hostStyles, rowSkeletonStyles, enrollmentListStyles];

  readonly #found = new Query(this, {
    areas: ['mentoring'],
    args: () =>
      this.program ? ([this.program, this.chosen, this.side, this.pages * STEP] as const) : undefined,
    keep: true,
    load: async (client, [programId, state, side, count], signal) => {
      const asked: Input = { programId, ...(state && { states: [state] }), ...(side && { side }) };
      return findEnrollments(client, asked, count, signal);
    },
  });
  readonly #decide = new Command(this, (client, input: { id: string; decision: Decision }, options) =>
    client.mentoring.decideEnrollment(input, options),
  );

  @state() private chosen: Enrollment['state'] | undefined;
  @state() private side: 'mentor' | 'mentee' | undefined;
  @state() private pages = 1;
  @state() private failedId = '';

  /** The id of the program. */
  @property() program = '';
  /** Nobody is matched before the training is done. */
  @property({ type: Boolean }) gate = false;

  async #choose(enrollment: Enrollment, decision: Decision): Promise<void> {
    const state = BECOMES[decision];
    const undo = this.#found.mutate((found) => ({
      ...found,
      items: found.items.map((one) => (one.id === enrollment.id ? { ...one, state } : one)),
    }));
    this.failedId = enrollment.id;
    const done = await this.#decide.run({ id: enrollment.id, decision });
    if (!done) return undo();
    this.failedId = '';
    const strings = this.strings(programConsole);
    this.announce(strings.decided(enrollment.person.name, strings.enrollmentStates[state]));
  }

  #filter<T extends string>(
    name: 'chosen' | 'side',
    label: string,
    choices: Partial<Record<T, string>>,
  ): TemplateResult {
    const choose = ({ target }: Event) => {
      if (!(target instanceof HTMLSelectElement)) return;
      // The values are those of the choices below.
      Object.assign(this, { [name]: target.value || undefined, pages: 1 });
    };
    return html`<div class="field" part="field">
      <label for=${name}>${label}</label>
      <select class="input" id=${name} @change=${choose}>
        <option value="">${this.strings(programConsole).filterAll}</option>
        ${Object.entries(choices).map(
          ([value, text]) => html`<option value=${value} ?selected=${this[name] === value}>${text}</option>`,
        )}
      </select>
    </div>`;
  }

  #facts({ sides, capacity, topics, training }: Enrollment): TemplateResult {
    const strings = this.strings(programConsole);
    const { list } = this.formats;
    const wanted = list(topics.map(({ skill }) => skill.name));
    const roles = sides.map((side) =>
      side === 'mentor' ? strings.mentorPlaces(capacity) : strings.menteeWants(wanted),
    );
    const isDone = training.done >= training.of;
    const learned =
      training.of && (isDone ? strings.trainingDone : strings.trainingOf(training.done, training.of));
    return html`<bdi>${roles.join(' · ')}</bdi>${learned ? html` · ${learned}` : nothing}
      ${!isDone && this.gate ? html`<span class="warn">${strings.notMatchedYet}</span>` : nothing}`;
  }

  #row(enrollment: Enrollment): TemplateResult {
    const strings = this.strings(programConsole);
    const { id, person, state, why, may } = enrollment;
    const decisions = (['accept', 'waitlist', 'decline'] as const).filter((one) => BECOMES[one] !== state);
    return html`<li part="item">
      <div class="row">
        <guild-avatar .person=${person}></guild-avatar>
        <div class="who">
          <p>
            <bdi class="name" part="name">${person.name}</bdi>
            <span class="chip mark">${strings.enrollmentStates[state]}</span>
          </p>
          <p class="quiet small" part="text">${this.#facts(enrollment)}</p>
          ${why ? html`<p class="small words" part="text" dir="auto">${why}</p>` : nothing}
          ${this.failedId === id ? failureLine(this.#decide.error, this.locale) : nothing}
        </div>
        ${
          may.decide
            ? html`<div class="do">
                ${decisions.map(
                  (decision) =>
                    html`<button
                      class="button ${decision === 'accept' ? '' : 'quiet'}"
                      part="button"
                      aria-label=${strings.decide(strings[decision], person.name)}
                      @click=${() => this.#choose(enrollment, decision)}
                    >
                      ${strings[decision]}
                    </button>`,
                )}
              </div>`
            : nothing
        }
      </div>
    </li>`;
  }

  #list({ items, isPart }: Found): TemplateResult {
    const strings = this.strings(programConsole);
    const { stale } = this.#found;
    if (!items.length && !stale) {
      return emptyState(this.chosen || this.side ? strings.nobodyHere : strings.noEnrollments);
    }
    return html`<ul part="list" role="list" class=${stale ? 'old' : ''} aria-label=${strings.enrollments}>
        ${inOrder(
          items,
          ({ id }) => id,
          (one) => this.#row(one),
        )}
      </ul>
      ${
        isPart
          ? html`<button class="button" part="button" aria-busy=${stale} @click=${() => (this.pages += 1)}>
              ${this.strings(common).more}
            </button>`
          : nothing
      }`;
  }

  protected override view(): TemplateResult {
    const strings = this.strings(programConsole);
    const sides = { mentor: strings.mentor, mentee: strings.mentee };
    return html`<div class="filters">
        ${this.#filter('chosen', strings.filterState, strings.enrollmentStates)}
        ${this.#filter('side', strings.filterSide, sides)}
      </div>
      ${this.#found.render({
        loading: () => loadingState(this.locale, rowSkeletons),
        data: (found) => this.#list(found),
      })}`;
  }
}

/** Who was found, and whether there are more. */
interface Found {
  readonly items: readonly Enrollment[];
  readonly isPart: boolean;
}

async function findEnrollments(
  client: Client,
  asked: Input,
  count: number,
  signal: AbortSignal,
): Promise<Found> {
  const items: Enrollment[] = [];
  let after: string | undefined;
  do {
    const limit = Math.min(MOST, count - items.length);
    const page = await client.mentoring.enrollments({ ...asked, limit, after }, { signal });
    items.push(...page.items);
    after = page.next;
  } while (after && items.length < count);
  return { items, isPart: after !== undefined };
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-enrollment-list': EnrollmentList;
  }
}
