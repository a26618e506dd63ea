import { LEVELS, skills, units } from '../../people/model.js';
import { evidenceOf } from '../../people/evidence.js';
import { namesOf } from '../../people/read.js';
import { maySee, refOf, type Viewer } from '../../people/rules.js';
import type { Reader } from '../../store/store.js';
import type { FoundMentor, RequestRecord } from '../model/offer.js';
import type { FoundStanding } from './find.js';

/** Found mentors as the viewer may see them, in the same order. `open`: the viewer's open requests. */
export async function foundViews(
  tx: Reader,
  found: readonly FoundStanding[],
  viewer: Viewer,
  open: readonly RequestRecord[],
): Promise<FoundMentor[]> {
  const persons = found.map(({ person }) => person);
  const departments = await namesOf(
    tx,
    units,
    persons.flatMap(({ departmentId }) => departmentId ?? []),
  );
  const named = await namesOf(
    tx,
    skills,
    persons.flatMap((person) => person.skills.map(({ skillId }) => skillId)),
  );
  const evidence = await evidenceOf(tx, persons);
  return found.map(({ person, offer, entry, score, reasons }) => {
    const department = departments.get(person.departmentId ?? '')?.name;
    const requestId = open.find(({ mentorId }) => mentorId === person.id)?.id;
    return {
      person: refOf(person),
      ...(department !== undefined && { department }),
      ...(person.timeZone !== undefined &&
        maySee('timeZone', person, viewer) && { timeZone: person.timeZone }),
      languages: maySee('languages', person, viewer) ? person.languages : [],
      ...(offer.about !== undefined && { about: offer.about }),
      kinds: offer.kinds,
      oneOff: offer.oneOff,
      skills: !maySee('skills', person, viewer)
        ? []
        : person.skills
            .slice()
            .sort((a, b) => LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level))
            .flatMap(({ skillId, level }) => {
              const skill = named.get(skillId);
              const evidenced = evidence.get(`${person.id} ${skillId}`) ?? 0;
              return skill ? [{ skill, level, ...(evidenced > 0 && { evidenced }) }] : [];
            }),
      score,
      reasons,
      left: entry.left,
      ...(requestId !== undefined && { requestId }),
    };
  });
}
