import { expect } from '@open-wc/testing';
import { loadStrings } from '../strings/index.js';
import { hundredths, reasonWords, wishWords } from './reason-words.js';

const reason = (
  criterion: string,
  evidence: Record<string, string | number | boolean>,
  points = 500,
  code = criterion,
) => ({ criterion, points, max: 1000, reason: code, evidence });
const say = (each: ReturnType<typeof reason>, locale = 'en', you = false) =>
  reasonWords(each, { mentor: 'Dana', you }, locale);

describe('reason words', () => {
  before(() => loadStrings('de'));

  it('say what is wanted, how well the mentor knows it, and who thanked for it', () => {
    const wanted = reason('wantedSkill', { skill: 'facilitation', level: 'strong', thanked: 2 });
    expect(say(wanted)).to.equal('Wants facilitation; Dana is strong in it, thanked twice for it');
    expect(say(wanted, 'en', true)).to.equal(
      'You want facilitation; Dana is strong in it, thanked twice for it',
    );
    expect(say(wanted, 'de')).to.equal(
      'Möchte facilitation lernen; Dana ist stark darin, zweimal dafür bedankt',
    );
    expect(say(reason('wantedSkill', {}, 0))).to.equal('Dana has none of the wanted skills');
  });

  it('do not say that somebody was thanked when that is not known', () => {
    const evidence = { skill: 'facilitation', level: 'strong' };
    expect(say(reason('evidencedSkill', { ...evidence, thanked: 2 }))).to.contain('Thanked twice');
    expect(say(reason('evidencedSkill', evidence))).to.contain('not known, so it counts half');
    expect(say(reason('evidencedSkill', evidence, 0))).to.equal('No public thanks for the wanted skills yet');
  });

  it('word numbers as people say them', () => {
    expect(say(reason('timeOverlap', { hours: 5 }))).to.equal('Five shared working hours');
    expect(say(reason('timeOverlap', { hours: 1 }))).to.equal('One shared working hour');
    expect(say(reason('timeOverlap', { hours: 4.5 }), 'de')).to.equal('4,5 gemeinsame Arbeitsstunden');
    expect(say(reason('gradeGap', { gap: -3 }))).to.equal('Three grades apart');
    expect(say(reason('gradeGap', { gap: 3 }), 'de')).to.equal('Drei Stufen Abstand');
    expect(say(reason('gradeGap', { gap: 0 }, 0))).to.equal('The same grade');
  });

  it('say what they have and have not in common', () => {
    expect(say(reason('otherDepartment', {}))).to.equal('Different departments');
    expect(say(reason('otherDepartment', {}, 0))).to.equal('The same department');
    expect(say(reason('sharedLanguage', { languages: 'de, en' }))).to.equal('Both speak German and English');
    expect(say(reason('sharedLanguage', { languages: 'de' }), 'de')).to.equal('Beide sprechen Deutsch');
    expect(say(reason('location', { place: 'Leeds' }))).to.equal('Both in Leeds');
    expect(say(reason('freshPartner', {}))).to.equal('Never partners before');
  });

  it('say when something is not known, and that it counts half', () => {
    expect(say(reason('gradeGap', {}, 500, 'unknown'))).to.equal(
      'Grades apart: not known, so it counts half',
    );
  });

  it('have a word for criteria of a newer server', () => {
    expect(say(reason('shoeSize', {}))).to.equal('Something else that the program weighs');
    expect(wishWords('gradeGap', 'de')).to.equal('Abstand der Stufen');
    expect(hundredths(8_749)).to.equal(87);
  });
});
