/** Fills an empty Guildhall with the people of Harbour Works and half a year of thanks, through the front door. */
import { readFileSync } from 'node:fs';
import { createGuildhall, systemActor } from '@guildhall/core';
import { seedFeedback } from './seed-feedback.mjs';
import { seedMentoring } from './seed-mentoring.mjs';
import { settings } from './site.mjs';

/** Who may do more than others. */
const roles = [
  { personId: 'jon', role: 'orgAdmin' },
  { personId: 'femi', role: 'hrAdmin' },
  { personId: 'marta', role: 'moderator' },
  { personId: 'marta', role: 'programManager' },
];

/** Notifications of events before this many minutes ago have been read. */
const READ_BEFORE = 3 * 24 * 60;
/** So many calls are on their way at a time: the store commits what waits together. */
const AT_A_TIME = 32;

/**
 * Fills the store, which must be prepared and without people. Each call is made by the person concerned, to a
 * Guildhall whose clock stands at the moment of the call. `progress(done, all, what)` is called after each; `what` names
 * what is being filled in when that is not thanks. With `thanks: false` nobody has thanked, mentored or judged anybody yet.
 */
export async function seed(store, { now = new Date(), progress = () => {}, thanks = true } = {}) {
  const at = (minutesAgo) =>
    createGuildhall({ store, settings, now: () => new Date(now.getTime() - minutesAgo * 60_000) });
  const kudos = data('kudos');
  const people = data('people');
  const first = at(Math.max(...kudos.map((one) => one.minutesAgo)) + 60).as(systemActor);
  await first.people.sync({ people });
  await first.people.setValues({ values: data('values') });
  for (const role of roles) await first.people.grantRole(role);
  if (!thanks) return;
  const { items: teams } = await first.people.units({ kind: 'team', limit: 100 });
  const teamIds = new Map(teams.map((team) => [`team:${team.name}`, team.id]));

  const calls = kudos.flatMap((one) => callsOf(one, teamIds)).sort((a, b) => b.minutesAgo - a.minutesAgo);
  const recent = calls.findIndex((call) => call.minutesAgo < READ_BEFORE);
  const run = (call) => call.run(at(call.minutesAgo).as({ id: call.by }));
  let done = 0;
  const counted = async (call) => {
    await run(call);
    progress((done += 1), calls.length);
  };
  await inOrder(calls.slice(0, recent), counted);
  const readers = people.map((person) => ({ by: person.id, minutesAgo: READ_BEFORE, run: markAllRead }));
  await inOrder(readers, run);
  await inOrder(calls.slice(recent), counted);
  const tell = (what) => progress(calls.length, calls.length, what);
  await seedMentoring(at, now, tell);
  await seedFeedback(at, now, tell);
}

/** A kudos, its hearts and its comments, as calls that somebody makes at a moment. */
function callsOf(one, teamIds) {
  const { giver, receivers, message, values, impact, ref, audience, minutesAgo, hearts, comments } = one;
  const draft = {
    receivers: receivers.map((id) => teamIds.get(id) ?? id),
    ...{ message, values, audience, ...(impact && { impact }), ...(ref && { ref }) },
  };
  let given;
  const give = (client) => (given = client.recognition.give(draft));
  const react = async (client) => client.recognition.react({ id: (await given).id });
  const comment = (text) => async (client) => client.recognition.comment({ id: (await given).id, text });
  return [
    { by: giver, minutesAgo, run: give },
    ...hearts.map((by, n) => ({ by, minutesAgo: minutesAgo * (1 - (n + 1) / 1000), run: react })),
    ...comments.map(({ by, text, minutesAfter }) => ({
      by,
      minutesAgo: minutesAgo - minutesAfter,
      run: comment(text),
    })),
  ];
}

/** The store has at most 100 unread ones at hand for one call. */
async function markAllRead(client) {
  while ((await client.notifications.markRead({})).unread > 0);
}

/** Runs the calls in their order, several at a time. Stops at the first that fails. */
async function inOrder(calls, run) {
  let next = 0;
  const lane = async () => {
    while (next < calls.length) await run(calls[next++]);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, lane));
}

function data(name) {
  return JSON.parse(readFileSync(new URL(`data/${name}.json`, import.meta.url), 'utf8'));
}
