import { get, search } from './operations/find.js';
import {
  answerIntroduction,
  introduce,
  listIntroductions,
  withdrawIntroduction,
} from './operations/introductions.js';
import { importPeople } from './operations/import.js';
import { listSkills, listUnits, listValues } from './operations/lists.js';
import { me, setSkills, updateProfile } from './operations/me.js';
import { grantRole, revokeRole } from './operations/roles.js';
import { sync } from './operations/sync.js';
import { setValues } from './operations/values.js';

/** The directory: who is here, what they can do, and what the organization values. */
export const people = {
  me,
  get,
  search,
  units: listUnits,
  skills: listSkills,
  values: listValues,
  setValues,
  sync,
  import: importPeople,
  updateProfile,
  setSkills,
  grantRole,
  revokeRole,
  introduce,
  answerIntroduction,
  withdrawIntroduction,
  introductions: listIntroductions,
};
