import { readFileSync } from 'node:fs';

const GRADES = ['AA', 'AO', 'EO', 'HEO', 'SEO', 'Grade 7', 'Grade 6', 'SCS1', 'SCS2', 'SCS3', 'SCS4'];

/** People of the sample of a size, small or large, as the matcher takes them: the profession is what is learned. */
export function readCivilService(size) {
  return ['mentor', 'mentee'].flatMap((role) => {
    const file = new URL(`data/${size}-${role}s.csv`, import.meta.url);
    const [, ...rows] = readFileSync(file, 'utf8').trim().split('\n');
    return rows.map((row) => {
      const [first, last, both, grade, department, profession] = row.split(',');
      const level = GRADES.indexOf(grade) + 1;
      return {
        id: `${first} ${last}`,
        roles: both === 'yes' ? ['mentor', 'mentee'] : [role],
        skills: [{ skill: profession, level: Math.min(4, Math.ceil(level / 2)) }],
        goals: [{ skill: profession }],
        level,
        department,
      };
    });
  });
}
