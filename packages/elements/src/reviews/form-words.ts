import type { NamedReader, ReviewForm } from '@guildhall/core';
import { html, nothing } from 'lit';
import type { Failure } from '../internal/failure.js';
import { fill, formats } from '../internal/format.js';
import { failures } from '../strings/en/failures.js';
import { reviewForm } from '../strings/en/review-form.js';
import { words } from '../strings/index.js';
import type { KeptWhere } from './kept-answers.js';

/** Where what was written last is kept, in words; empty: nothing was written in this page. */
export function whereWords(where: KeptWhere, locale: string): string {
  const { saving, saved, savedHere, savedMemory, savedNot } = words(reviewForm, locale);
  const texts = {
    saving,
    server: saved,
    browser: savedHere,
    memory: savedMemory,
    browserUntilServer: savedNot,
  };
  return where ? texts[where] : '';
}

/** The heading under which each question stands, by its id. */
export function sectionsOf({ questions }: ReviewForm): Record<string, string> {
  return Object.fromEntries(
    questions.flatMap(({ question, section }) => (section ? [[question.id, section]] : [])),
  );
}

/** Who reads the answers to a question, by its id, where fewer do than read the report. */
export function readerNotes({ questions }: ReviewForm, locale: string): Record<string, string> {
  const { noReaders, onlyReaders, roles } = words(reviewForm, locale);
  return Object.fromEntries(
    questions.flatMap(({ question, readers }) => {
      if (!readers) return [];
      const who = formats(locale).list(readers.map((one) => roles[one]));
      return [[question.id, readers.length ? onlyReaders(who) : noReaders]];
    }),
  );
}

/** What the server has found wrong, by the id of the question. */
export function refusedAnswers(
  { questions }: ReviewForm,
  failure: Failure | undefined,
  locale: string,
): Record<string, string> {
  const fields = failure?.fields ?? [];
  const wrong = questions.filter(({ question }) =>
    fields.some(({ path }) => `${path}.`.startsWith(`answers.${question.id}.`)),
  );
  const text = words(failures, locale)['input.invalid'];
  return Object.fromEntries(wrong.map(({ question }) => [question.id, text]));
}

/** Who will read the form, in one line. */
export function seersLine(
  { readers, keeping }: ReviewForm,
  viewerId: string | undefined,
  locale: string,
): unknown {
  const { noNames, readBy, readByNobody, readers: who } = words(reviewForm, locale);
  const short = ({ person }: NamedReader) => {
    if (!person) return who.hr;
    return person.id === viewerId ? who.you : html`<bdi>${person.name}</bdi>`;
  };
  const pieces = formats(locale).pieces(readers.map(short));
  return html`${readers.length ? fill(readBy, { readers: pieces }) : readByNobody}
  ${keeping === 'attributed' ? nothing : noNames}`;
}
