import { match, verify } from '@guildhall/core/matching';
import { readCivilService } from './read-civil-service.mjs';

const people = readCivilService(process.argv[2] ?? 'large');
const program = {
  criteria: [
    { criterion: 'wantedSkill', weight: 4 },
    { criterion: 'gradeGap', weight: 3, min: 1, peak: 2, max: 4 },
    { criterion: 'department', weight: 1, prefer: 'other' },
  ],
  constraints: [{ rule: 'levelGap', min: 1 }],
};
const matching = await match(people, program);
console.log(`${matching.pairs.length} pairs, ${matching.unmatched.length} people without a mentor`);
console.log('Proof:', matching.certificate, 'Wrong:', verify(people, program, matching));
for (const { menteeId, mentorId, score, reasons } of matching.pairs.slice(0, 3)) {
  const parts = reasons.map(({ criterion, points }) => `${criterion} ${points}`);
  console.log(`${menteeId} and ${mentorId} ${score} = ${parts.join(' + ')}`);
}
