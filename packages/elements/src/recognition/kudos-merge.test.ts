import { expect } from '@open-wc/testing';
import type { Kudos } from '@guildhall/core';
import { merge } from './kudos-merge.js';

const person = { id: 'p', name: 'P' };

/** One kudos for each letter: `a` is the oldest. */
function kudos(letters: string): Kudos[] {
  return [...letters].map((id) => ({
    id,
    giver: person,
    receivers: [person],
    teams: [],
    message: id,
    values: [],
    skills: [],
    audience: 'public',
    givenAt: `2026-01-01T00:00:${String(id.charCodeAt(0) - 90).padStart(2, '0')}.000Z`,
    reactions: { heart: 0 },
    comments: 0,
  }));
}

function merged(known: string | undefined, end: string, listed: string, next?: string) {
  const page = { items: known === undefined ? undefined : kudos(known), end: kudos(end)[0] };
  const { items, arrived, gap } = merge(page, { items: kudos(listed), next });
  return [items.map(({ id }) => id).join(''), arrived.join(''), gap];
}

describe('merge', () => {
  it('puts what is new on top and keeps what is not listed at once', () => {
    expect(merged('dcba', '', 'fedc', 'next')).to.deep.equal(['fedcba', 'fe', false]);
    expect(merged('dcba', 'a', 'dcba', 'next')).to.deep.equal(['dcba', '', false]);
    expect(merged('', '', 'a')).to.deep.equal(['a', 'a', false]);
  });

  it('drops what was withdrawn, and does not reach into the next page', () => {
    expect(merged('hgfe', 'e', 'hfed', 'next')).to.deep.equal(['hfe', '', false]);
    expect(merged('hgfe', 'e', 'hgfd', 'next'), 'the last is gone').to.deep.equal(['hgf', '', false]);
    expect(merged('hgfe', 'e', 'dcba', 'next'), 'all are gone').to.deep.equal(['', '', false]);
    expect(merged('cba', '', ''), 'nothing is left').to.deep.equal(['', '', false]);
    expect(merged('dcba', '', 'db')).to.deep.equal(['db', '', false]);
  });

  it('gives a forgotten page back', () => {
    expect(merged(undefined, 'e', 'hgfe', 'next')).to.deep.equal(['hgfe', '', false]);
    expect(merged(undefined, 'e', 'hgfd', 'next')).to.deep.equal(['hgf', '', false]);
  });

  it('says when something between is missing', () => {
    expect(merged('dcba', 'a', 'zyxw', 'next')[2]).to.equal(true);
    expect(merged('dcba', 'a', 'zyxd', 'next')[2]).to.equal(false);
  });
});
