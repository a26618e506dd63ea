import { expect } from '@open-wc/testing';
import { operations } from '@guildhall/core';
import { errorText, sayable } from '../internal/error-text.js';
import { fill, formats, plural } from '../internal/format.js';
import { common } from './en/common.js';
import { errors } from './en/errors.js';
import { recognition } from './en/recognition.js';
import {
  loadStrings,
  onStrings,
  pickLocale,
  registerStrings,
  speaks,
  stringsSettled,
  translate,
  words,
} from './index.js';

const finding = [
  ...['offer', 'setOffer', 'findMentors', 'mentor', 'nextMentor'],
  ...['request', 'requests', 'respond', 'extendRequest', 'withdrawRequest'],
];
const takingPart = [
  ...['program', 'enroll', 'withdrawEnrollment', 'myMatch', 'training', 'attest'],
  ...['mentorship', 'sign', 'setGoal', 'checkIn', 'pause', 'resume', 'endEarly', 'complete'],
  ...['scheduleSession', 'moveSession', 'cancelSession', 'logSession', 'sessions', 'invitation'],
  ...['noteShared', 'notePrivately', 'commitments', 'settleCommitment', 'reflect', 'reflections'],
  ...['giveFeedback', 'feedbackOf', 'proposeStory', 'consentToStory', 'withdrawStoryConsent', 'myStories'],
  'dismissThanks',
];
/** What elements call; the reasons of administrators' operations are shown by the host's own pages. */
const shown = [
  ...Object.entries(operations.recognition).filter(
    ([verb]) => !['grantAllowance', 'endPeriods'].includes(verb),
  ),
  ...Object.entries(operations.notifications),
  ...Object.entries(operations.reviews),
  ...Object.entries(operations.people).filter(([verb]) => /introduc/i.test(verb)),
  ...Object.entries(operations.pulse),
  ...Object.entries(operations.mentoring).filter(([verb]) => [...finding, ...takingPart].includes(verb)),
].map(([, operation]) => operation);

// The sources are many small files: the browser notes only some of them by itself.
performance.setResourceTimingBufferSize(10_000);

/** The files of a language that the page has fetched. */
function fetchedIn(language: string): string[] {
  const found = performance
    .getEntriesByType('resource')
    .map(({ name }) => new RegExp(`/strings/${language}/([\\w-]+)\\.`).exec(name)?.[1]);
  return [...new Set(found.filter((name) => name !== undefined))];
}

describe('strings', () => {
  it('have a sentence for every reason of every operation that elements call', () => {
    const reasons = new Set(shown.flatMap((operation) => operation.refuses ?? []));
    expect(reasons).to.include('allowance.spent');
    for (const reason of reasons) expect(Object.keys(errors), reason).to.include(reason);
  });

  it('fetch those for reasons when one is met, and fall back from the reason to the code', async () => {
    const spent = {
      code: 'conflict',
      reason: 'allowance.spent',
      details: { left: 1, needed: 1200 },
    } as const;
    expect(errorText({ code: 'unavailable', reason: 'network' }, 'en')).to.equal(errors.network);
    const arrived = new Promise<void>((resolve) => onStrings(resolve));
    expect(errorText(spent, 'en'), 'nothing rather than another sentence').to.equal('');
    await arrived;
    expect(errorText(spent, 'en')).to.contain('1 point left').and.to.contain('1,200');
    expect(errorText({ code: 'not_found', reason: 'brand.new' }, 'en')).to.equal(errors.not_found);
    await loadStrings('de');
    expect(errorText(spent, 'de')).to.contain('noch 1 Punkt').and.to.contain('1.200');
  });

  it('have the sentence for an error once it is taken', async () => {
    const refused = Object.assign(new Error(), {
      name: 'GuildhallError',
      code: 'forbidden',
      reason: 'kudos.self',
    });
    expect(errorText(await sayable(refused), 'en')).to.equal(errors['kudos.self']);
  });

  it('come in another language with their area, early or late, and no others do', async () => {
    await loadStrings('de');
    expect(fetchedIn('de')).to.have.members(['common', 'errors', 'failures', 'recognition']);
    const { charts } = await import('./en/charts.js');
    expect(speaks('de'), 'they are on their way').to.equal(false);
    await stringsSettled();
    expect(speaks('de')).to.equal(true);
    expect(words(charts, 'de').asTable).to.equal('Die Werte als Tabelle');
    expect(fetchedIn('de')).to.have.members(['charts', 'common', 'errors', 'failures', 'recognition']);
  });

  it('stay English where they cannot be fetched, and are asked for again', async () => {
    const area = { area: 'test', hello: 'Hello' };
    let online = false;
    await loadStrings('de');
    translate(area, {
      de: () => (online ? Promise.resolve({ hello: 'Hallo' }) : Promise.reject(new Error('offline'))),
    });
    await stringsSettled();
    expect(words(area, 'de').hello).to.equal('Hello');
    online = true;
    await loadStrings('de');
    expect(words(area, 'de').hello).to.equal('Hallo');
  });

  it('choose the first language that can be spoken', () => {
    expect(pickLocale([undefined, 'xx', 'de-AT', 'en'])).to.equal('de-AT');
    expect(pickLocale(['not a tag', '', 'en-gb'])).to.equal('en-GB');
    expect(pickLocale(['xx'])).to.equal('en');
  });

  it('let the host put its own words over ours, a region over its language', async () => {
    registerStrings('de', { recognition: { wallTitle: 'Danke!' } });
    registerStrings('de-CH', { common: { close: 'Schliessen' } });
    await loadStrings('de-CH');
    expect(words(recognition, 'de-CH').wallTitle).to.equal('Danke!');
    expect(words(common, 'de-CH').close).to.equal('Schliessen');
    expect(words(common, 'de').close).to.equal('Schließen');
    expect(words(common, 'de-CH').save).to.equal('Speichern');
  });
});

describe('format', () => {
  it('words counts by the rules of the language', () => {
    const count = plural('pl');
    const forms = { one: '# osoba', few: '# osoby', other: '# osób' };
    expect([1, 3, 5].map((n) => count(n, forms))).to.deep.equal(['1 osoba', '3 osoby', '5 osób']);
  });

  it('puts templates into sentences and lists', () => {
    const [a, b, c] = [{}, {}, {}];
    expect(fill('thanked by {giver}.', { giver: a })).to.deep.equal(['thanked by ', a, '.']);
    expect(formats('en-GB').pieces([a, b, c])).to.deep.equal([a, ', ', b, ' and ', c]);
    expect(formats('de').list(['Ana', 'Ben'])).to.equal('Ana und Ben');
  });
});
