import { html, nothing, type TemplateResult } from 'lit';
import { fill, type Formats } from '../internal/format.js';
import type { people } from '../strings/en/people.js';
import { languageName } from './languages.js';
import type { PersonalField, ProfileWriting } from './profile-writing.js';

/** What others will see of a profile, in words: everyone, the own teams besides, and what only its person sees. */
export function profilePreview(
  writing: ProfileWriting,
  email: string | undefined,
  strings: Omit<typeof people, 'area'>,
  { pieces }: Formats,
  locale: string,
): TemplateResult {
  const { preferredName, pronouns, location, timeZone, languages, skills, visibility } = writing;
  const values: readonly (readonly [PersonalField, string | undefined])[] = [
    ['pronouns', pronouns.trim()],
    ['location', location.trim()],
    ['timeZone', timeZone.trim()],
    ['email', email],
    ...languages.map((tag) => ['languages', languageName(tag, locale)] as const),
    ['skills', skills.length ? strings.skillsCount(skills.length) : ''],
  ];
  const seenBy = (seers: string) =>
    values.flatMap(([field, value]) => (value && visibility[field] === seers ? [value] : []));
  const line = (sentence: string, what: readonly string[]) =>
    what.length
      ? html`<p class="small">
          <bdi>${fill(sentence, { what: pieces(what.map((each) => html`<bdi>${each}</bdi>`)) })}</bdi>
        </p>`
      : nothing;
  return html`<section class="preview" aria-labelledby="preview">
    <h3 class="label" id="preview">${strings.othersSee}</h3>
    ${line(strings.everyoneSees, [...(preferredName.trim() ? [preferredName.trim()] : []), ...seenBy('everyone')])}
    ${line(strings.teamSees, seenBy('team'))} ${line(strings.onlyYouSee, seenBy('me'))}
  </section>`;
}
