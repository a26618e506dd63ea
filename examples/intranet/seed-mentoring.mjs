/** Fills the demo with mentoring: offers, a program to be matched, one that runs, and what pairs did in it. */
import { readFileSync } from 'node:fs';

const DAY = 1440;
/** Who runs the programs. */
const manager = 'marta';

/**
 * Fills in what `data/mentoring.json` says, in the order in which it happened. `at(minutesAgo)` is a Guildhall whose
 * clock stands there, or, with 0, the one of now; `tell` is told in words how far it has come.
 */
export async function seedMentoring(at, now, tell) {
  const { skills, offers, programs } = JSON.parse(
    readFileSync(new URL('data/mentoring.json', import.meta.url), 'utf8'),
  );
  const as = (personId, minutesAgo) => at(minutesAgo).as({ id: personId });
  const enrolled = new Map(programs.map(({ key, enrollments }) => [key, enrollments]));

  tell('mentors');
  for (const { by, skills: known } of skills) await addSkills(as(by, 100 * DAY), known);
  tell('a program that runs');
  await runningProgram({ as, at, now, enrollments: enrolled.get('engineering') });
  for (const { by, minutesAgo, ...offer } of offers.filter(({ by }) => by !== 'chidi'))
    await as(by, minutesAgo).mentoring.setOffer({ open: true, ...offer });
  await askOpenly(as);
  tell('programs that enroll');
  await enrollingProgram(as, 'reverse-mentoring', 'AI tools, taught upward', enrolled.get('upward'), 12);
  await enrollingProgram(as, 'new-hire-buddies', undefined, enrolled.get('buddies'), 25);
  tell('matches to review');
  await programToMatch({ as, at, enrollments: enrolled.get('leads') });
}

/** What somebody knows beside what the directory told. */
async function addSkills(client, known) {
  const { skills = [] } = await client.people.me();
  const names = new Set(known.map(({ skill }) => skill));
  const kept = skills
    .filter(({ name }) => !names.has(name))
    .map(({ name, level, wantsToLearn, canHelp }) => ({ skill: name, level, wantsToLearn, canHelp }));
  await client.people.setSkills({ skills: [...known, ...kept] });
}

async function templateOf(client, id) {
  const { items } = await client.mentoring.templates();
  return items.find((template) => template.id === id).draft;
}

/** Enrolls everybody; mentors have done the training, but for the last of them. */
async function enrollAll({ as, programId, enrollments, minutesAgo, untrained }) {
  for (const [n, { by, ...draft }] of enrollments.entries()) {
    const client = as(by, minutesAgo - n * 7);
    await client.mentoring.enroll({ programId, ...draft });
    if (by === untrained) continue;
    const { modules } = await client.mentoring.training({ programId });
    for (const { id } of modules) await client.mentoring.attest({ programId, moduleId: id });
  }
}

/** Takes in everybody who has applied; there are fewer than a hundred. */
async function acceptAll({ mentoring }, programId) {
  const { items } = await mentoring.enrollments({ programId, states: ['applied'], limit: 100 });
  for (const { id } of items) await mentoring.decideEnrollment({ id, decision: 'accept' });
}

async function enrollingProgram(as, template, name, enrollments, daysAgo) {
  const made = as(manager, daysAgo * DAY).mentoring;
  const draft = await templateOf(as(manager, daysAgo * DAY), template);
  const program = await made.createProgram({ ...draft, ...(name && { name }) });
  await made.openEnrollment({ id: program.id });
  await enrollAll({ as, programId: program.id, enrollments, minutesAgo: (daysAgo - 1) * DAY });
}

/** Forty mentees and twenty-five mentors wait for their match; one mentor still has to do the training. */
async function programToMatch({ as, at, enrollments }) {
  const { mentoring } = as(manager, 21 * DAY);
  const draft = await templateOf(as(manager, 21 * DAY), 'emerging-leads');
  const program = await mentoring.createProgram({ ...draft, name: 'Emerging leads 2026' });
  await mentoring.openEnrollment({ id: program.id });
  const untrained = enrollments.findLast(({ sides }) => sides.includes('mentor')).by;
  await enrollAll({ as, programId: program.id, enrollments, minutesAgo: 20 * DAY, untrained });
  await acceptAll(as(manager, 2 * DAY), program.id);
  await as(manager, DAY).mentoring.startMatching({ id: program.id });
  await computed(at(60), program.id);
}

/** Asks for a match run and waits until it is computed. */
async function computed(guildhall, programId) {
  const client = guildhall.as({ id: manager });
  let run = await client.mentoring.runMatch({ programId });
  while (run.state === 'waiting') {
    await new Promise((resolve) => setTimeout(resolve, 20));
    run = await client.mentoring.matchRun({ id: run.id });
  }
  if (run.state !== 'computed') throw new Error(`The match run is ${run.state}: ${run.error ?? ''}`);
  return run;
}

/** A program that has run for ten weeks: most pairs meet, some have fallen silent, one has ended. */
async function runningProgram({ as, at, now, enrollments }) {
  const began = 70 * DAY;
  const { mentoring } = as(manager, began + 25 * DAY);
  const draft = await templateOf(as(manager, began + 25 * DAY), 'emerging-leads');
  const program = await mentoring.createProgram({
    ...draft,
    name: 'Engineering pairs',
    purpose:
      'Engineers and analysts learn a craft from colleagues of another team: architecture, languages, the cloud.',
    objectives: ['Read and review code of another team.', 'Decide on one thing to learn, and learn it.'],
    training: { gate: false, modules: [] },
    rules: { ...draft.rules, minGradeGap: null, maxHoursApart: 4 },
  });
  await mentoring.openEnrollment({ id: program.id });
  await enrollAll({ as, programId: program.id, enrollments, minutesAgo: began + 20 * DAY });
  await acceptAll(as(manager, began + 4 * DAY), program.id);
  await as(manager, began + 3 * DAY).mentoring.startMatching({ id: program.id });
  const run = await computed(at(began + 2 * DAY), program.id);
  await as(manager, began).mentoring.publishMatches({ runId: run.id });
  const seen = new Set();
  for (const { by } of enrollments) {
    const { items } = await as(by, began).mentoring.mentorships({ limit: 100 });
    for (const mentorship of items.filter(({ program: of }) => of?.id === program.id)) {
      if (seen.has(mentorship.id)) continue;
      await livePair(as, now, mentorship, seen.size, began);
      seen.add(mentorship.id);
    }
  }
}

const SAID = [
  'We drew the system on one page. Two boxes had no owner.',
  'Went through a review line by line. Smaller changes, sooner.',
  'Talked about saying no early instead of late.',
  'Paired on a slow query and found the index that was not used.',
];
const PROMISED = [
  'Write down the decision in half a page',
  'Ask for a review before lunch',
  'Read the chapter on queues',
  'Show the draft to one more person',
];
const GOALS = [
  'Lead one design review',
  'Bring a service to the cloud',
  'Explain our data model in ten minutes',
];

/** What one pair did. Every fifth one fell silent after the first meeting, and the seventh ended. */
async function livePair(as, now, { id, mentors, mentees, plan }, n, began) {
  const [mentor, mentee] = [mentors[0].id, mentees[0].id];
  for (const by of [mentor, mentee]) await as(by, began - DAY).mentoring.sign({ id });
  const { goals } = await as(mentee, began - 2 * DAY).mentoring.setGoal({
    mentorshipId: id,
    title: GOALS[n % GOALS.length],
  });
  const silent = n % 5 === 3;
  const meetings = silent ? [60] : n % 7 === 6 ? [58, 40] : [58, 40, 19];
  for (const [step, daysAgo] of meetings.entries()) {
    const start = hourOf(now, daysAgo, 9 + (n % 6));
    const planner = as(mentee, (daysAgo + 6) * DAY).mentoring;
    const session = await planner.scheduleSession({
      mentorshipId: id,
      title: plan[step].title,
      agenda: plan[step].agenda,
      start,
      minutes: 60,
      timeZone: 'Europe/London',
      planStep: step,
    });
    await as(step % 2 ? mentor : mentee, (daysAgo - 1) * DAY).mentoring.logSession({
      id: session.id,
      held: true,
      notesShared: SAID[(n + step) % SAID.length],
      commitments: [{ ownerId: mentee, text: PROMISED[(n + step) % PROMISED.length] }],
    });
  }
  const [goal] = goals;
  if (!silent)
    await as(mentee, 18 * DAY).mentoring.checkIn({
      mentorshipId: id,
      goalId: goal.id,
      progress: 30 + ((n * 20) % 60),
    });
  if (n % 7 === 6) await as(mentee, 15 * DAY).mentoring.endEarly({ id, reason: 'noTime', backToPool: false });
  else if (!silent)
    await as(mentor, 3 * DAY).mentoring.scheduleSession({
      mentorshipId: id,
      title: plan[3].title,
      agenda: plan[3].agenda,
      start: hourOf(now, -2 - (n % 9), 10 + (n % 5)),
      minutes: 60,
      timeZone: 'Europe/London',
      planStep: 3,
    });
}

/** An hour of the day so many days before now, in UTC. */
function hourOf(now, daysAgo, hour) {
  const day = new Date(now.getTime() - daysAgo * DAY * 60_000);
  day.setUTCHours(hour, 0, 0, 0);
  return day.toISOString();
}

/** Requests of the last days: some wait, some became mentorships, one was declined. */
async function askOpenly(as) {
  const ask = async (by, mentorId, words, daysAgo, more = {}) =>
    as(by, daysAgo * DAY).mentoring.request({ mentorId, ask: words, ...more });
  const accepted = await ask(
    'ana',
    'dana',
    'You went from doing the work to leading it. I would like to think that step through with you.',
    16,
  );
  const { mentorshipId } = await as('dana', 14 * DAY).mentoring.respond({ id: accepted.id, accept: true });
  for (const by of ['ana', 'dana']) await as(by, 13 * DAY).mentoring.sign({ id: mentorshipId });
  await ask('yuki', 'ana', 'May I watch how you write to customers, and try it on our reports?', 4, {
    oneOff: true,
  });
  await ask('tomas', 'ana', 'I would like to use AI tools for our route notes. Where do I begin?', 2);
  await ask('ben', 'grace', 'My meetings run long. What do you do in the first five minutes?', 3);
  const declined = await ask('ben', 'layla', 'Could you show me how you prepare a negotiation?', 9);
  await as('layla', 8 * DAY).mentoring.respond({
    id: declined.id,
    accept: false,
    answer: 'I am away until the end of next month. Please do ask again.',
  });
}
