import { expect } from '@open-wc/testing';
import { testHall } from '../internal/test-hall.js';
import { programForm } from '../strings/en/program-form.js';
import { blankDraft } from './blank-program.js';
import { placeOf, problemsOf } from './program-problems.js';
import { draftOf, evenedOut, sumOf, WISHES, writingOfDraft } from './program-writing.js';

describe('program writing', () => {
  it('gives back every template as it was', async () => {
    const test = await testHall();
    const { items } = await test.as('ana').mentoring.templates({});
    expect(items.length).to.be.greaterThan(2);
    for (const { draft } of items) {
      const after = draftOf(writingOfDraft(draft));
      const inOrder = draft.rules.wishes
        .filter(({ weight }) => weight > 0)
        .sort((one, other) => WISHES.indexOf(one.wish) - WISHES.indexOf(other.wish));
      expect(after).to.deep.equal({ ...draft, rules: { ...draft.rules, wishes: inOrder } });
      expect(problemsOf(writingOfDraft(draft), programForm)).to.deep.equal({});
    }
  });

  it('makes any shares 100 without changing their order', () => {
    for (const weights of [[1, 1, 1], [33, 33, 33], [60, 60, 10, 10, 15], [7], [100, 3, 0, 9, 1, 1, 1]]) {
      const wishes = weights.map((weight, at) => ({ wish: WISHES[at] ?? 'wantedSkill', weight }));
      const even = evenedOut(wishes);
      expect(sumOf(even), weights.join()).to.equal(100);
      for (const [at, { weight }] of wishes.entries()) {
        for (const [other, { weight: less }] of wishes.entries()) {
          if (weight > less) expect(even[at]?.weight).to.be.at.least(even[other]?.weight ?? 0);
        }
      }
    }
    const none = [{ wish: 'wantedSkill' as const, weight: 0 }];
    expect(evenedOut(none)).to.deep.equal(none);
  });

  it('says what is wrong, at its field', () => {
    const writing = writingOfDraft(blankDraft);
    expect(Object.keys(problemsOf(writing, programForm))).to.deep.equal([
      'name',
      'purpose',
      'guideMentor',
      'guideMentee',
      'agreement',
    ]);
    const { rules } = writing;
    const wrong = problemsOf(
      {
        ...writing,
        cadenceDays: '0',
        plan: [{ title: 'First', agenda: '', dueAfterDays: '1' }],
        rules: { ...rules, minGradeGap: '3', maxGradeGap: '1', minScore: 'many' },
      },
      programForm,
    );
    expect(wrong).to.include.keys('cadenceDays', 'plan', 'maxGradeGap', 'minScore');
    const refused = (path: string) =>
      placeOf({ code: 'invalid', reason: 'input.invalid', fields: [{ path, message: '' }] });
    expect(
      ['draft.guides.mentor', 'timeline.endsOn', 'rules.maxGradeGap', 'name'].map(refused),
    ).to.deep.equal(['guideMentor', 'endsOn', 'maxGradeGap', 'name']);
  });
});
