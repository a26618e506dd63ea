/** Fills the demo with feedback: notes, reviews that are closed and open, surveys with results, and a board of ideas. */
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';

const DAY = 1440;
/** Who runs reviews and surveys. */
const hr = 'femi';

/** Real answers to thirteen questions, as rows of digits: see data/NOTICE.md. */
const rows = JSON.parse(readFileSync(new URL('data/ratings.json', import.meta.url), 'utf8'));
let row = 0;
/** The next row, as levels from 1 to 5. */
const nextRow = () => [...rows[(row += 7) % rows.length]].map(Number);

const AGENDA = ['listens', 'explains', 'disagrees', 'agenda', 'voices', 'results', 'keeps-word', 'quality'];
const STATEMENTS = [...AGENDA, 'mistakes', 'reachable', 'shares', 'credits'];
const ITEMS = ['mistakes', 'hardTopics', 'different', 'risk', 'askHelp', 'undermine', 'strengths'];
/** Agreeing to these says that it is not safe. */
const REVERSED = ['mistakes', 'different', 'askHelp'];

/**
 * Fills it in, in the order in which it happened. `at(minutesAgo)` is a Guildhall whose clock stands there, or, with 0,
 * the one of now; `tell` is told in words how far it has come.
 */
export async function seedFeedback(at, now, tell) {
  const as = (personId, minutesAgo) => at(minutesAgo).as({ id: personId });
  const seeded = { at, as, day: (daysAhead) => dayOf(now, daysAhead) };
  tell('surveys');
  await companySurvey(seeded);
  await teamSurveys(seeded);
  tell('a review that is closed');
  await closedReview(seeded);
  tell('a review to answer');
  await openReview(seeded);
  tell('feedback and ideas');
  await notes(seeded);
  await board(seeded);
}

/** The day so many days ahead, in UTC. */
function dayOf(now, daysAhead) {
  return new Date(now.getTime() + daysAhead * DAY * 60_000).toISOString().slice(0, 10);
}

/** Waits until what is read has the state, and has the Guildhall do what is due. */
async function until(state, guildhall, read) {
  for (let tries = 0; tries < 3000; tries++) {
    await guildhall.tick();
    if ((await read()).state === state) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`It is not ${state} after half a minute.`);
}

/** The statements on running meetings, by which Ben's colleagues see him otherwise than he does. */
const MEETINGS = ['agenda', 'voices', 'results'];

/** A filled review form; `words` by question. */
function review(words = {}, lift = 0, weak = []) {
  const levels = nextRow();
  const level = (n) => Math.min(Math.max(levels[n] + (weak.includes(STATEMENTS[n]) ? -1 : lift), 1), 5);
  const texts = Object.entries(words).map(([id, text]) => [id, { text, use: 'words', themes: [] }]);
  return {
    ...Object.fromEntries(STATEMENTS.map((id, n) => [id, { level: level(n) }])),
    ...Object.fromEntries(texts),
  };
}

/** A filled safety form; `low` is an item that goes badly. */
function safety({ low, text, lift = 1 } = {}) {
  const levels = nextRow();
  const safe = (id, n) => Math.min(Math.max(levels[n] + (id === low ? -1 : lift), 1), 5);
  const level = (id, n) => (REVERSED.includes(id) ? 6 - safe(id, n) : safe(id, n));
  return {
    ...Object.fromEntries(ITEMS.map((id, n) => [id, { level: level(id, n) }])),
    ...(text && {
      // The key is thrown away: nobody of the demo can answer in these threads, but whoever asks can write.
      words: { text, use: 'words', themes: [], threadHash: hashOf(randomBytes(16).toString('hex')) },
    }),
  };
}

function hashOf(text) {
  return createHash('sha256').update(text).digest('hex');
}

/** The eleven of Chidi's team of twelve who answer both; were they fewer than ten in one, the other would hide them. */
const CHIDIS = ['ben', 'p-0049', 'p-0051', 'p-0053', 'p-0055', 'p-0057', 'p-0059', 'p-0061', 'p-0064'].concat(
  ['p-0066', 'p-0068'],
);
const CHIDIS_TWELFTH = 'p-0070';

/** Everybody was asked in the summer; a second wave, sealed as the first, is open now. */
async function companySurvey({ at, as }) {
  const client = as(hr, 62 * DAY);
  const everyone = (await allPeople(client)).filter(
    (one, n) => CHIDIS.includes(one) || (n % 5 !== 0 && one !== CHIDIS_TWELFTH),
  );
  const { id } = await client.pulse.createSurvey({
    title: 'How safe is it to speak up?',
    purpose: 'To see where people hold back, and to talk about it in every team.',
    mode: 'sealed',
    audience: { kind: 'everyone' },
    plan: { attributes: ['department'], hierarchy: true },
    readers: { managers: true, members: true },
    cadence: { openDays: 14 },
  });
  const { wave } = await client.pulse.openWave({ surveyId: id });
  const answer = async (personId, waveId, minutesAgo) =>
    as(personId, minutesAgo).pulse.answer({
      waveId,
      answers: safety(),
      receipt: randomBytes(16).toString('hex'),
    });
  for (const personId of everyone) await answer(personId, wave.id, 60 * DAY);
  await closed(at(48 * DAY), hr, wave.id);
  const second = await as(hr, 3 * DAY).pulse.openWave({ surveyId: id });
  for (const personId of everyone.filter((one) => one !== 'ana').slice(0, 120))
    await answer(personId, second.wave.id, 2 * DAY);
}

/** The ids of all people, in the order of the directory. */
async function allPeople(client) {
  const ids = [];
  for (let after; ;) {
    const page = await client.people.search({ limit: 100, ...(after && { after }) });
    ids.push(...page.items.map(({ id }) => id));
    if (!page.next) return ids;
    after = page.next;
  }
}

async function closed(guildhall, personId, waveId) {
  const { pulse } = guildhall.as({ id: personId });
  await pulse.closeWave({ id: waveId });
  await until('released', guildhall, () => pulse.wave({ id: waveId }));
}

/** Chidi's team of twelve was asked twice; of Dana's six only four have answered, too few to be shown. */
async function teamSurveys({ at, as }) {
  const draft = (managerId) => ({
    title: `Speaking up: ${managerId === 'dana' ? 'Operations leads' : 'Engineering leads'}`,
    purpose: 'To see what we can do so that everybody speaks up.',
    audience: { kind: 'reports', managerId },
    readers: { members: true },
  });
  const words = new Map([
    ['p-0051', 'When the build breaks we look for who did it before we look for what it was.'],
    ['p-0057', 'Please let people finish. Two of us have stopped talking in the planning.'],
    ['p-0064', 'I like that we say early when something will be late. Nobody was blamed for it.'],
  ]);
  const { id } = await as('chidi', 55 * DAY).pulse.createSurvey(draft('chidi'));
  for (const [daysAgo, low] of [
    [55, undefined],
    [24, 'different'],
  ]) {
    const { wave } = await as('chidi', daysAgo * DAY).pulse.openWave({ surveyId: id });
    for (const personId of CHIDIS)
      await as(personId, (daysAgo - 2) * DAY).pulse.answer({
        waveId: wave.id,
        answers: safety({ low, text: low && words.get(personId) }),
      });
    await closed(at((daysAgo - 7) * DAY), 'chidi', wave.id);
    if (!low) continue;
    const { items } = await as('chidi', 15 * DAY).pulse.threads({ waveId: wave.id });
    const asked = items.find(({ text }) => text.includes('planning'));
    if (asked)
      await as('chidi', 15 * DAY).pulse.reply({
        threadId: asked.id,
        text: 'Thank you for writing this. Would it help to hear everybody in turn first?',
      });
  }
  const small = await as('dana', 20 * DAY).pulse.createSurvey(draft('dana'));
  const { wave } = await as('dana', 20 * DAY).pulse.openWave({ surveyId: small.id });
  for (const personId of ['p-0134', 'p-0135', 'p-0136', 'p-0140'])
    await as(personId, 18 * DAY).pulse.answer({ waveId: wave.id, answers: safety() });
  await closed(at(13 * DAY), 'dana', wave.id);
}

const TEMPLATE = { templateId: 'working-together-360' };

const cycleDraft = (name, subjects, dates) => ({
  name,
  purpose: 'To learn from those we work with what helps them, and what we could do differently.',
  templateByDirection: { self: TEMPLATE, manager: TEMPLATE, peer: TEMPLATE, upward: TEMPLATE },
  subjects,
  nominationMode: 'subject',
  approval: 'manager',
  amounts: { peer: { min: 3, max: 6 }, upward: { min: 0, max: 6 } },
  thresholds: { k360: 3, kText: 5 },
  visibility: { subject: true, manager: true },
  dates,
});

/** Who was asked about whom. Jon's two reports are shown with his peers; of Léa there are too few answers. */
const ASKED = {
  ana: { peer: ['ben', 'lea', 'grace', 'yuki', 'p-0158', 'p-0159'] },
  ben: { peer: ['ana', 'p-0049', 'p-0051', 'p-0053', 'p-0055', 'lea'] },
  jon: { peer: ['chidi', 'p-0007', 'p-0008', 'p-0076'], upward: ['p-0048', 'p-0052'] },
  lea: { peer: ['ana', 'ben'] },
  grace: { peer: ['layla', 'tomas', 'ana'] },
  chidi: {
    peer: ['jon', 'dana', 'p-0007', 'p-0008'],
    upward: ['ben', 'p-0049', 'p-0051', 'p-0053', 'p-0055'],
  },
};

const KEEP = [
  'You explain a change before anybody has to ask. It saves us a meeting every week.',
  'You notice who has not spoken yet, and ask them. I speak more since.',
  'When a customer was angry you stayed calm and wrote down what we promised. We kept it.',
  'You share your notes the same day. I could take over without a call.',
  'You said that you did not know, and found out by the evening.',
  'You read drafts within a day, and say first what is good in them.',
  'You named who had done the work when the board praised it.',
];
const CHANGE = [
  'Send what a meeting is for the day before, so that I can prepare. Twice I came without the figures.',
  'Close the meeting with who does what. Last month two of us did the same thing.',
  'Say no earlier. We would rather move a date than get it late.',
  'Ask before you mend something in my text. I would like to learn from it.',
  'Write shorter messages. I read the first two lines and miss the question at the end.',
];

/** Puts reviewers in place, as HR may. */
async function nominate(client, cycleId, subjectId, asked) {
  const reviewers = Object.entries(asked).flatMap(([direction, ids]) =>
    ids.map((personId) => ({ personId, direction })),
  );
  await client.reviews.nominate({ cycleId, subjectId, reviewers });
}

/** Has somebody fill the form about a subject. */
async function fill(client, cycleId, subjectId, answersOf) {
  const { items } = await client.reviews.tasks({ limit: 100 });
  const task = items.find(({ cycle, about }) => cycle.id === cycleId && about.id === subjectId);
  const form = await client.reviews.form({ id: task.id });
  const answers = answersOf(task.direction);
  if (task.direction === 'upward') answers['time-for-me'] = { level: 4 };
  await (form.keeping === 'attributed'
    ? client.reviews.submit({ id: task.id, answers })
    : client.reviews.answer({ id: task.id, answers }));
}

/** A cycle that was released three weeks ago. */
async function closedReview({ at, as, day }) {
  const subjects = Object.keys(ASKED);
  const began = as(hr, 50 * DAY);
  const dates = { nominateBy: day(-46), answerBy: day(-30) };
  const cycle = await began.reviews.createCycle(cycleDraft('Summer 360', subjects, dates));
  await began.reviews.launch({ id: cycle.id });
  for (const [subjectId, asked] of Object.entries(ASKED)) await nominate(began, cycle.id, subjectId, asked);
  await as(hr, 45 * DAY).reviews.startCollecting({ id: cycle.id });
  let n = 0;
  const answersOf = (subjectId) => (direction) => {
    n += 1;
    if (direction === 'self') return review({}, 1);
    const words = { 'keep-doing': KEEP[n % KEEP.length], 'do-differently': CHANGE[n % CHANGE.length] };
    return review(n % 4 === 0 ? {} : words, 1, subjectId === 'ben' ? MEETINGS : []);
  };
  for (const [subjectId, asked] of Object.entries(ASKED))
    for (const reviewer of [subjectId, ...Object.values(asked).flat()])
      await fill(as(reviewer, 40 * DAY), cycle.id, subjectId, answersOf(subjectId));
  for (const subjectId of subjects) {
    const { manager } = await as(subjectId, 40 * DAY).people.me();
    await fill(as(manager.id, 39 * DAY), cycle.id, subjectId, answersOf(subjectId));
  }
  const guildhall = at(22 * DAY);
  const { reviews } = guildhall.as({ id: hr });
  await reviews.close({ id: cycle.id });
  await reviews.release({ id: cycle.id });
  await until('released', guildhall, () => reviews.cycle({ id: cycle.id }));
  await as('jon', 20 * DAY).reviews.contest({
    cycleId: cycle.id,
    text: 'The move of the service desk was in May, not in March: I was not there yet.',
  });
  await as('ben', 19 * DAY).reviews.acknowledge({ cycleId: cycle.id });
}

/** A cycle that is open: some have answered, Ana and Ben have not. */
async function openReview({ as, day }) {
  const asked = {
    dana: { peer: ['ana', 'chidi', 'grace', 'p-0011', 'p-0017'], upward: ['p-0134', 'p-0135', 'p-0136'] },
    tomas: { peer: ['ana', 'ben', 'grace', 'layla', 'yuki'] },
    layla: { peer: ['ana', 'grace', 'tomas', 'lea'] },
    marta: { peer: ['ana', 'ben', 'lea', 'yuki'] },
  };
  const began = as(hr, 9 * DAY);
  const dates = { nominateBy: day(-4), answerBy: day(11) };
  const cycle = await began.reviews.createCycle(cycleDraft('Autumn 360', Object.keys(asked), dates));
  await began.reviews.launch({ id: cycle.id });
  for (const [subjectId, ofSubject] of Object.entries(asked))
    await nominate(began, cycle.id, subjectId, ofSubject);
  await as(hr, 4 * DAY).reviews.startCollecting({ id: cycle.id });
  for (const [reviewer, subjectId] of [
    ['grace', 'dana'],
    ['p-0134', 'dana'],
    ['p-0135', 'dana'],
    ['p-0011', 'dana'],
    ['p-0017', 'dana'],
    ['grace', 'tomas'],
    ['layla', 'tomas'],
    ['yuki', 'tomas'],
    ['grace', 'layla'],
    ['tomas', 'layla'],
    ['yuki', 'marta'],
    ['lea', 'marta'],
  ])
    await fill(as(reviewer, 2 * DAY), cycle.id, subjectId, () => review());
}

/** Some feedback between colleagues. */
async function notes({ as, day }) {
  const read = await as('grace', 12 * DAY).feedback.give({
    receiver: 'ana',
    situation: 'The call with the hub in Lisbon last Tuesday, when the list of late parcels came in.',
    behavior: 'You read the list out by customer and asked us for one promise each.',
    impact: 'We had a plan after ten minutes, and I could tell my team what to do first.',
    feedforward: 'Next time send us the list an hour before, so that we come prepared.',
  });
  await as('ana', 11 * DAY).feedback.markRead({ id: read.id });
  await as('ana', 11 * DAY).feedback.acknowledge({ id: read.id, thanks: 'Thank you, I will.' });
  await as('dana', DAY).feedback.give({
    receiver: 'ana',
    situation: 'Your talk in the town hall.',
    behavior: 'You began with a letter from a customer and stayed with that one story.',
    impact: 'People around me put their phones away. Two asked me afterwards how they could help.',
  });
  await as('ana', 3 * DAY).feedback.request({
    reviewers: ['grace', 'ben'],
    question: 'How did the handover on Friday go for you? What should I do differently?',
    dueOn: day(6),
  });
  await as('yuki', 2 * DAY).feedback.request({
    reviewers: ['ana', 'tomas'],
    question: 'Was my report on search terms of use to you? What was missing?',
    dueOn: day(5),
  });
}

const IDEAS = [
  ['Shorter', 'Fifty minutes instead of an hour, always.'],
  ['Shorter', 'Stand up for everything under a quarter of an hour.'],
  ['Prepared', 'No meeting without a question in the invitation.'],
  ['Prepared', 'Five quiet minutes to read at the beginning.'],
  ['Fewer', 'One day in the week without any.'],
  ['', 'Let the last to join write the notes.'],
];

/** Chidi's team has collected and grouped ideas, and votes. */
async function board({ as }) {
  const lead = as('chidi', 6 * DAY).pulse;
  const { id: boardId } = await lead.openBoard({
    title: 'Better meetings',
    question: 'What would make our meetings worth the time?',
    audience: { kind: 'reports', managerId: 'chidi' },
  });
  const writers = ['ben', 'p-0049', 'p-0051', 'p-0053', 'p-0055', 'p-0057'];
  for (const [n, [, text]] of IDEAS.entries())
    await as(writers[n], 5 * DAY).pulse.post({ boardId, text, key: randomBytes(16).toString('hex') });
  const { ideas } = await as('chidi', 3 * DAY).pulse.startGrouping({ id: boardId });
  for (const title of ['Shorter', 'Prepared', 'Fewer']) {
    const texts = IDEAS.filter(([group]) => group === title).map(([, text]) => text);
    const ideaIds = ideas.filter(({ text }) => texts.includes(text)).map(({ id }) => id);
    await as('chidi', 3 * DAY).pulse.groupIdeas({ boardId, title, ideaIds });
  }
  const voting = await as('chidi', 2 * DAY).pulse.startVoting({ id: boardId });
  for (const [n, writer] of writers.slice(1).entries())
    await as(writer, DAY).pulse.vote({
      boardId,
      votes: { [voting.groups[n % 3].id]: 2, [voting.groups[(n + 1) % 3].id]: 1 },
    });
}
