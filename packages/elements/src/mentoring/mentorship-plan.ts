import type { Mentorship } from '@guildhall/core';
import { html, nothing, type TemplateResult } from 'lit';
import { check } from '../parts/icons.js';
import type { mentorship as english } from '../strings/en/mentorship.js';
import { dayWords } from './days.js';
import { nextStep } from './session-writing.js';

/** What a plan is told with, and what begins a session for one of its steps. */
export interface PlanWording {
  strings: typeof english;
  locale: string;
  /** Steps for which a session is planned. */
  planned: readonly number[];
  /** Absent where no session can be planned. */
  plan?: ((step: number) => void) | undefined;
}

/** The meetings that a program has planned: which are held or planned, and which comes next. */
export function mentorshipPlan({ plan: steps }: Mentorship, wording: PlanWording): unknown {
  if (!steps.length) return nothing;
  const { strings, planned } = wording;
  // Where nothing can be planned any more, nothing comes next.
  const next = wording.plan ? nextStep({ plan: steps }, planned) : -1;
  return html`<section class="plan">
    <h3>${strings.plan}</h3>
    <ol part="list">
      ${steps.map((step, index) => planStep(step, index, index === next, wording))}
    </ol>
  </section>`;
}

function planStep(
  { title, dueOn, sessionId }: Mentorship['plan'][number],
  index: number,
  isNext: boolean,
  { strings, locale, plan, planned }: PlanWording,
): TemplateResult {
  const isDone = sessionId !== undefined;
  const isPlanned = planned.includes(index);
  return html`<li class=${isDone ? 'done' : isNext ? 'next' : ''} aria-current=${isNext ? 'step' : nothing}>
    <span class="mark">${isDone ? check : index + 1}</span>
    <span>
      <bdi>${title}</bdi>
      ${isDone ? html`<span class="visually-hidden">, ${strings.planDone}</span>` : nothing}
      ${!isDone && isPlanned ? html`<span class="quiet small">${strings.planPlanned}</span>` : nothing}
      ${!isDone && !isPlanned && dueOn ? html`<span class="quiet small">${strings.planDue(dayWords(dueOn, locale))}</span>` : nothing}
      ${
        isNext && plan
          ? html`<button class="button quiet small" part="button" @click=${() => plan(index)}>
              ${strings.planNext}
            </button>`
          : nothing
      }
    </span>
  </li>`;
}
