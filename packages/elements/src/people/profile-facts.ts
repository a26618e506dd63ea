import type { Profile } from '@guildhall/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { Formats } from '../internal/format.js';
import type { people } from '../strings/en/people.js';
import { languageName } from './languages.js';
import { levelWord } from './skill-words.js';

type Strings = Omit<typeof people, 'area'>;

/** What the facts are worded with. */
export interface Wording {
  strings: Strings;
  formats: Formats;
  locale: string;
}

/** Where and how to reach a person: what the viewer may see of it. Nothing when there is nothing. */
export function profileFacts(profile: Profile, { strings, formats, locale }: Wording): unknown {
  const { teams, manager, location, timeZone, languages = [], email } = profile;
  const { pieces } = formats;
  const facts: (readonly [string, unknown] | false)[] = [
    teams.length > 0 && [strings.teams, pieces(teams.map(({ name }) => html`<bdi>${name}</bdi>`))],
    !!manager && [strings.manager, html`<bdi>${manager.name}</bdi>`],
    !!(location ?? timeZone) && [strings.location, place(location, timeZone, strings, locale)],
    languages.length > 0 && [strings.languages, pieces(languages.map((tag) => languageName(tag, locale)))],
    !!email && [strings.email, html`<a href=${mailTo(email)}><bdi>${breakable(email)}</bdi></a>`],
  ];
  const shown = facts.filter((fact) => fact !== false);
  if (!shown.length) return nothing;
  return html`<dl class="facts" part="list">
    ${shown.map(
      ([name, value]) =>
        html`<dt class="quiet">${name}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
}

/** The link that begins a mail to an address: what means something else in a link is written so that it does not. */
export function mailTo(email: string): string {
  return `mailto:${encodeURIComponent(email).replace('%40', '@')}`;
}

/** An address that is too long for its line breaks behind the sign. */
function breakable(email: string): unknown[] {
  return email.split('@').flatMap((part, index) => (index ? [html`@<wbr />`, part] : [part]));
}

function place(
  location: string | undefined,
  timeZone: string | undefined,
  { localTime }: Strings,
  locale: string,
): TemplateResult {
  const time = timeZone && timeIn(timeZone, locale);
  return html`<bdi>${location ?? timeZone}</bdi>${
      time ? html` <span class="quiet">· <bdi>${localTime(time)}</bdi></span>` : nothing
    }`;
}

/** The time in a zone, with the day where it is another one than here. */
export function timeIn(timeZone: string, locale: string, now = new Date()): string | undefined {
  try {
    const day = (zone?: string) =>
      new Intl.DateTimeFormat('en', { timeZone: zone, day: 'numeric' }).format(now);
    const weekday = day(timeZone) === day() ? undefined : 'short';
    return new Intl.DateTimeFormat(locale, {
      timeZone,
      weekday,
      hour: 'numeric',
      minute: '2-digit',
    }).format(now);
  } catch {
    // The server may know zones that this browser does not.
    return undefined;
  }
}

/** What a person can do and wants to learn, the strongest first. Undefined skills are not the viewer's to see. */
export function profileSkills(skills: Profile['skills'], strings: Strings): unknown {
  if (!skills?.length) return nothing;
  return html`<section>
    <h3 class="label">${strings.skills}</h3>
    <ul class="skills" role="list">
      ${skills.map(
        (skill) =>
          html`<li>
            <bdi>${skill.name}</bdi>
            <span class="quiet small"
              >${levelWord(skill.level, strings)}${
                skill.evidenced ? ` · ${strings.evidenced(skill.evidenced)}` : nothing
              }</span
            >
            ${skill.canHelp ? html`<span class="tag">${strings.canHelp}</span>` : nothing}
            ${skill.wantsToLearn ? html`<span class="tag plain">${strings.wantsToLearn}</span>` : nothing}
          </li>`,
      )}
    </ul>
  </section>`;
}
