import { expect } from '@open-wc/testing';
import type { Leftover } from '@guildhall/core';
import { formats } from '../internal/format.js';
import { workbench } from '../strings/en/workbench.js';
import { freeOf, leftoverWords } from './leftover-words.js';

const person = { id: 'hugo', name: 'Hugo Jansen' };
const say = (why: string, facts: Leftover['facts'] = {}) =>
  leftoverWords({ person, side: 'mentee', why, facts }, workbench, formats('en'));

describe('leftover words', () => {
  it('say what nobody can teach', () => {
    expect(say('noMentorWithSkill', { skills: ['contract law', 'SQL'] })).to.equal(
      'wants contract law and SQL. No mentor has it.',
    );
  });

  it('say how many want how few places', () => {
    expect(say('allTaken', { wanting: 23, mentors: 4, places: 20 })).to.equal(
      'is one of 23 mentees who can only be with 4 mentors. These have 20 places.',
    );
  });

  it('say which rules bar how many mentors, and without which there would be one', () => {
    const words = say('rules', { mentors: 5, always: 1, sameTeam: 4, hoursApart: 2, relax: ['sameTeam'] });
    expect(words).to.equal(
      'has no mentor whom the rules allow. They are in the same team. That bars 4 mentors. ' +
        'Their clocks are too far apart. That bars 2 mentors. One is in the other’s line of management, or one of ' +
        'them does not want this. That bars 1 mentor. Without this rule there would be a mentor: They are in the same team.',
    );
  });

  it('have a word for every reason, those of a newer server too', () => {
    for (const why of ['noMentors', 'training', 'notWorthIt', 'byHand', 'unneeded', 'brand.new']) {
      expect(say(why, { best: 3_900 }), why).to.match(/\.$/);
    }
    expect(say('notWorthIt', { best: 3_900 })).to.contain('39');
  });

  it('know how many places a mentor has left', () => {
    expect(freeOf({ person, side: 'mentor', why: 'room', facts: { free: 2, places: 3 } })).to.equal(2);
    expect(freeOf({ person, side: 'mentor', why: 'training', facts: {} })).to.equal(0);
  });
});
