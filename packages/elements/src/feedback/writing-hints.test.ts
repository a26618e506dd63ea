import { expect } from '@open-wc/testing';
import { loadWordLibrary, writingHints } from './writing-hints.js';

const said = (text: string, options: { locale?: string; anonymous?: boolean; names?: string[] } = {}) =>
  writingHints(text, { locale: 'en', ...options }).map(({ kind, words }) => `${kind}: ${words}`);

describe('writing hints', () => {
  it('tell the person from the behavior, in English and German', () => {
    expect(said('In the retro you are really lazy about notes.')).to.deep.equal([
      'person: you are really lazy',
    ]);
    expect(
      said('In der Runde bist du mir ins Wort gefallen. Du bist echt faul.', { locale: 'de' }),
    ).to.deep.equal(['person: Du bist echt faul']);
    expect(said('In the retro you asked everyone for their opinion.')).to.deep.equal([]);
    expect(said('You are the one who asked first in the meeting.')).to.deep.equal([]);
  });

  it('find what says little, what belittles, and what is said of some people only', () => {
    expect(said('You always come late to the stand-up.')).to.deep.equal(['unspecific: always']);
    expect(said('Nice.')).to.deep.equal(['unspecific: Nice']);
    expect(said('That was surprisingly good, and a bit bossy at the end.')).to.deep.equal([
      'belittling: surprisingly good',
      'biased: bossy',
    ]);
    expect(said('Das war zickig, und für deine Verhältnisse gut.', { locale: 'de-CH' })).to.deep.equal([
      'biased: zickig',
      'belittling: für deine Verhältnisse',
    ]);
  });

  it('warn of names, accounts, dates and “as the only” where nobody is to know who wrote, and else not', () => {
    const text = "As the only designer I saw it on Monday's call with Ben Okafor (@ben), 12.03.2026.";
    expect(said(text, { anonymous: true })).to.deep.equal([
      'only: As the only',
      "date: Monday's",
      'name: Ben Okafor',
      'mention: @ben',
      'date: 12.03.2026',
    ]);
    expect(said(text)).to.deep.equal([]);
    expect(
      said('Gestern hat Frau Müller das als Einzige gesehen.', { locale: 'de', anonymous: true }),
    ).to.deep.equal(['date: Gestern', 'name: Frau Müller', 'only: als Einzige']);
    expect(said('then léa said no', { anonymous: true, names: ['Léa'] })).to.deep.equal(['name: léa']);
  });

  it('stand where they say, do not overlap, and say nothing of other languages', () => {
    const text = '  “You’re lazy”, and never on time; never! 👩‍💻 bossy';
    for (const { at, length, words } of writingHints(text, { locale: 'en' }))
      expect(text.slice(at, at + length)).to.equal(words);
    const hints = writingHints(text, { locale: 'en' });
    for (const [index, one] of hints.entries())
      for (const other of hints.slice(index + 1)) expect(one.at + one.length).to.be.at.most(other.at);
    expect(hints).to.have.length(4);
    expect(said('Tu es toujours paresseux et hystérique ici.', { locale: 'fr' })).to.deep.equal([]);
    expect(said('')).to.deep.equal([]);
  });

  it('take no longer than the length of the text deserves', () => {
    for (const piece of ['as the ', '1.1.', '@a', 'you are ', 'A B ', '\u0301', '--a']) {
      const start = performance.now();
      writingHints(piece.repeat(50_000), { locale: 'en', anonymous: true });
      expect(performance.now() - start, piece).to.be.below(500);
    }
  });

  it('know more English words with the library, and do without it in German', async () => {
    const library = await loadWordLibrary('en-GB');
    const text = 'The plan was crazy and he read it to the guys.';
    const kinds = writingHints(text, { locale: 'en', library }).map(({ words }) => words);
    expect(kinds).to.include('crazy');
    expect(kinds).to.not.include('he');
    expect(kinds).to.not.include('guys');
    expect(await loadWordLibrary('de')).to.equal(undefined);
  });
});
