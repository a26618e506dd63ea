import type { PersonRef, Program, UnitRef } from '@guildhall/core';
import { html, nothing, type TemplateResult } from 'lit';
import { fill, type Formats } from '../internal/format.js';
import { people as peopleIcon } from '../parts/icons.js';
import type { program as english } from '../strings/en/program.js';
import { dayWords } from './days.js';

/** What a program is told with. */
export interface ProgramWording {
  strings: typeof english;
  formats: Formats;
  locale: string;
}

/** What somebody wants to know before they enroll: what it is for, what it asks of them. */
export function programAbout(program: Program, { strings }: ProgramWording): TemplateResult {
  return html`${points(strings.objectives, program.objectives)} ${points(strings.outcomes, program.outcomes)}
    <section>
      <h3>${strings.guides}</h3>
      <div class="guides">
        ${guide(strings.asMentor, program.guides.mentor)} ${guide(strings.asMentee, program.guides.mentee)}
      </div>
    </section>
    ${program.plan.length ? plan(program, strings) : nothing}
    <details>
      <summary>${strings.agreementTitle}</summary>
      <p class="long" dir="auto">${program.agreement}</p>
    </details>`;
}

/** When it is, for whom, who runs it, and who is told of those who take part. */
export function programFacts(program: Program, wording: ProgramWording): TemplateResult {
  const { strings, locale } = wording;
  const { enrollFrom, enrollUntil, startsOn, endsOn } = program.timeline;
  const day = (of: string | undefined) => of && dayWords(of, locale);
  const facts: (readonly [string, unknown])[] = [
    [strings.enrollFrom, program.mayNot === 'program.notYetEnrolling' && day(enrollFrom)],
    [strings.enrollUntil, program.form === 'evergreen' && !enrollUntil ? strings.anyTime : day(enrollUntil)],
    [strings.starts, day(startsOn)],
    [strings.ends, day(endsOn)],
    [strings.sessions, sessionFacts(program, strings)],
    [strings.eligible, eligible(program, wording)],
    [strings.runBy, program.managers.length ? names(program.managers, wording.formats) : undefined],
  ];
  return html`<dl class="facts" part="list">
      ${facts.map(([name, value]) =>
        value
          ? html`<div>
              <dt class="quiet">${name}</dt>
              <dd><bdi>${value}</bdi></dd>
            </div>`
          : nothing,
      )}
    </dl>
    <p class="seers" part="text">
      ${peopleIcon}<span
        >${program.visibleToManagers ? strings.managersMayKnow : strings.managersDoNotKnow}</span
      >
    </p>`;
}

/** One line below the name: the kind of program, and when it is. */
export function programLine(
  { kind, direction, timeline }: Program,
  { strings, locale }: ProgramWording,
): string {
  const { startsOn, endsOn } = timeline;
  const days = [startsOn, endsOn].flatMap((day) => (day ? [dayWords(day, locale)] : []));
  return [
    strings.kinds[kind] + (direction === 'reverse' ? `, ${strings.reverse}` : ''),
    ...(days.length ? [days.join(' – ')] : []),
  ].join(' · ');
}

/** Until when one can enroll, or why not. */
export function enrollLine({ mayNot, timeline }: Program, { strings, locale }: ProgramWording): string {
  if (mayNot) return strings.mayNot[mayNot] ?? strings.mayNotOther;
  const { enrollUntil } = timeline;
  return enrollUntil ? `${strings.enrollUntil} ${dayWords(enrollUntil, locale)}` : strings.anyTime;
}

/** People or units as "A, B and C". */
export function names(items: readonly (PersonRef | UnitRef)[], formats: Formats): unknown {
  return formats.pieces(items.map(({ name }) => html`<bdi>${name}</bdi>`));
}

function points(title: string, items: readonly string[]): unknown {
  if (!items.length) return nothing;
  return html`<section>
    <h3>${title}</h3>
    <ul class="points">
      ${items.map((item) => html`<li dir="auto">${item}</li>`)}
    </ul>
  </section>`;
}

function guide(title: string, text: string): TemplateResult {
  return html`<section>
    <h4 class="quiet">${title}</h4>
    <p class="long" dir="auto">${text}</p>
  </section>`;
}

function plan({ plan: steps }: Program, strings: typeof english): TemplateResult {
  return html`<details>
    <summary>${strings.planTitle}</summary>
    <ol class="points numbered">
      ${steps.map(
        ({ title, agenda }) =>
          html`<li dir="auto">
            ${title}
            <p class="quiet small long" dir="auto">${agenda}</p>
          </li>`,
      )}
    </ol>
  </details>`;
}

function sessionFacts({ plan: steps, cadenceDays }: Program, strings: typeof english): string {
  const rhythm = strings.everyDays(cadenceDays);
  return steps.length ? `${strings.sessionCount(steps.length)}, ${rhythm}` : rhythm;
}

function eligible({ eligibility }: Program, wording: ProgramWording): unknown {
  const { strings, formats } = wording;
  const { departments, locations } = eligibility;
  const parts = [
    ...(departments.length
      ? [fill(strings.eligibleDepartments, { names: names(departments, formats) })]
      : []),
    ...(locations.length
      ? [
          fill(strings.eligibleLocations, {
            names: formats.pieces(locations.map((place) => html`<bdi>${place}</bdi>`)),
          }),
        ]
      : []),
  ];
  return parts.length ? parts.map((part, index) => (index ? [' · ', part] : part)) : strings.eligibleAll;
}
