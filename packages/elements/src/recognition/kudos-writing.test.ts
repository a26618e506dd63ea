import { expect } from '@open-wc/testing';
import { thanking } from '../strings/en/thanking.js';
import { blank, draftOf, isWriting, placesOf, problemsOf, titleOf, type Writing } from './kudos-writing.js';

const ben = { id: 'ben', name: 'Ben Okafor', kind: 'person' } as const;
const written: Writing = { ...blank, receivers: [ben], message: 'Thank you.' };
const problems = (change: Partial<Writing>) => problemsOf({ ...written, ...change }, thanking);

describe('kudos-writing', () => {
  it('sends what was written as it was written, and nothing that was not', () => {
    expect(draftOf(written)).to.deep.equal({
      receivers: ['ben'],
      message: 'Thank you.',
      values: [],
      audience: 'public',
    });
    expect(draftOf({ ...written, url: '', skills: [{ id: 's', name: 'S' }] }, 'm1')).to.deep.include({
      ref: { kind: 'mentorship', id: 'm1' },
      skills: ['s'],
    });
    expect(draftOf({ ...written, message: ' As is \n', impact: ' Much ', points: '5' })).to.deep.include({
      message: ' As is \n',
      impact: ' Much ',
      points: 5,
    });
    expect(draftOf({ ...written, impact: '  ', linkTitle: 'A name without a page' })).to.have.all.keys(
      'receivers',
      'message',
      'values',
      'audience',
    );
  });

  it('makes the same text of a draft that was stored and read again', () => {
    const stored: Writing = JSON.parse(
      JSON.stringify({ ...written, url: 'https://a.example/b', points: '2' }),
    );
    expect(JSON.stringify(draftOf(stored))).to.equal(
      JSON.stringify(draftOf({ ...written, url: 'https://a.example/b', points: '2' })),
    );
  });

  it('names a page after the last part of its address', () => {
    for (const [url, title] of [
      ['https://a.example/answers/how-to-roll-back.html', 'How to roll back'],
      ['https://a.example/answers/how_to%20roll+back/', 'How to roll back'],
      ['https://a.example/wiki/%C3%9Cbersicht?x=1#y', 'Übersicht'],
      ['https://a.example/%E0%A4%A', '%E0%A4%A'],
      ['https://a.example/%F0%9F%8E%89', '🎉'],
      ['https://a.example/', 'a.example'],
      ['https://a.example', 'a.example'],
      ['nonsense', 'nonsense'],
    ] as const) {
      expect(titleOf(url), url).to.equal(title);
    }
    expect([...titleOf(`https://a.example/${'%F0%9F%8E%89'.repeat(300)}`)]).to.have.length(200);
  });

  it('sees what is missing or cannot be', () => {
    expect(problems({})).to.deep.equal({});
    expect(problemsOf(blank, thanking)).to.have.all.keys('receivers', 'message');
    expect(problems({ message: ' \n' })).to.have.all.keys('message');
    expect(problems({ message: '🎉'.repeat(2000) })).to.deep.equal({});
    expect(problems({ message: '🎉'.repeat(2001) })).to.have.all.keys('message');
    expect(problems({ impact: 'x'.repeat(301) })).to.have.all.keys('impact');
    for (const url of [
      'javascript:alert(1)',
      'ftp://a.example',
      'https://',
      'https:///a',
      'https://a b',
      '/x',
    ]) {
      expect(problems({ url }), url).to.have.all.keys('url');
    }
    expect(problems({ url: 'HTTP://a.example:8080/b?c#d' })).to.deep.equal({});
    expect(problems({ linkTitle: 'A name without a page' })).to.have.all.keys('url');
    for (const points of ['0', '-1', '1.5', '1e3', 'x']) {
      expect(problems({ points }), points).to.have.all.keys('points');
    }
  });

  it('finds the fields that a refusal is about', () => {
    const invalid = (...paths: string[]) =>
      placesOf({
        code: 'invalid',
        reason: 'input.invalid',
        fields: paths.map((path) => ({ path, message: '' })),
      });
    expect(invalid('receivers.0', 'ref.url', 'ref.title')).to.deep.equal(['receivers', 'url', 'linkTitle']);
    expect(invalid('toString')).to.deep.equal(['send']);
    expect(placesOf({ code: 'forbidden', reason: 'allowance.spent' })).to.deep.equal(['points']);
    expect(placesOf({ code: 'not_found', reason: 'person.unknown' })).to.deep.equal(['receivers']);
    expect(placesOf({ code: 'unavailable', reason: 'network' })).to.deep.equal(['send']);
  });

  it('knows a draft from anything else', () => {
    expect(isWriting({ ...written, unsettled: { key: 'k', input: '{}' } })).to.equal(true);
    for (const other of [null, 3, {}, { ...written, message: 3 }, { ...written, receivers: 'ben' }]) {
      expect(isWriting(other), JSON.stringify(other)).to.equal(false);
    }
  });
});
