import { formats, plural } from '../../internal/format.js';
import type { Failure } from '../../internal/failure.js';

const count = /* @__PURE__ */ plural('en');
const number = (value: unknown) => formats('en').number(Number(value ?? 0));

/** What went wrong, by reason and, for reasons without a text, by code: what happened, what stays safe, what to do. */
export const errors = {
  area: 'errors' as const,

  network: 'The connection was lost. Nothing you wrote is lost; try again when you are back online.',
  'input.invalid': 'Something in the form needs another look. What you wrote is kept.',
  'idempotency.mismatch':
    'This was already sent with other contents. Check the list before you send it again.',
  'person.unknown': 'One of these people can no longer be found. Choose again; the rest is kept.',
  'person.departed': 'One of these people has left the organization. Remove them, and the rest can be sent.',
  'value.unknown': 'That value is no longer in use. Choose another one; the rest is kept.',
  'kudos.self': 'You cannot thank yourself. Take yourself off the list; your text is kept.',
  'kudos.tooMany': 'That is more people than one thank-you can reach. Split it in two; your text is kept.',
  'team.empty': 'There is nobody else in that team to thank. Choose people instead; your text is kept.',
  'kudos.notYours': 'Only the person who gave the thanks can do this.',
  'kudos.unknown': 'This thank-you is gone, or it is not yours to see.',
  'kudos.editOver': 'The time for changing this text is over. It stays as it was.',
  'kudos.withdrawOver': 'The time for taking this back is over. A moderator can still help.',
  'kudos.withdrawn': 'This thank-you has been taken back.',
  'comment.unknown': 'This comment is gone, or it is not yours to see.',
  'comment.notYours': 'Only the person who wrote a comment can remove it.',
  'reason.missing': 'Say why, so that the people concerned can understand it.',
  'actor.unknown': 'You are signed in, but not in the directory yet. Ask the people who run this site.',
  'actor.inactive': 'Your account here is closed. Ask the people who run this site if it should not be.',
  'allowance.spent': ({ details }: Failure) =>
    `You have ${count(Number(details?.left ?? 0), { one: '# point', other: '# points' })} left this month and ` +
    `need ${number(details?.needed)}. Give fewer points, or none; your text is kept.`,
  'points.off': 'Points are switched off here. Send it without points; your text is kept.',
  'skill.unknown': 'That skill is no longer in the catalog. Choose another one, or none; the rest is kept.',
  'mentor.unknown': 'This mentor has no free place, or no longer offers one. Look for another.',
  'mentor.closed': 'This mentor takes no requests for now. Ask another; your text is kept.',
  'mentor.full': 'The last place has just been taken. Ask another; your text is kept.',
  'mentor.notOffered': 'This mentor does not offer that any more. Choose something else; your text is kept.',
  'mentor.ownLine': 'You are in one reporting line. A mentor from elsewhere can be more open; ask another.',
  'mentor.capacityInUse': ({ details }: Failure) =>
    `${count(Number(details?.taken ?? 0), { one: '# place is taken', other: '# places are taken' })}. Offer at least as many, or end a mentorship first.`,
  'introduction.self': 'An introduction is between three people. Choose somebody else.',
  'introduction.noMentee': 'You can introduce people whose mentor you are.',
  'introduction.open': 'This person has been asked already. Wait for the answer.',
  'introduction.unknown': 'This introduction is gone, or it is not yours to see.',
  'introduction.notYours': 'Only the person who was asked can answer, and only who asked can take it back.',
  'introduction.over': 'This introduction has been answered or taken back.',
  'mentorship.unknown': 'This mentorship is gone, or it is not yours to see.',
  'request.self': 'You cannot be your own mentor. Ask somebody else.',
  'request.open': 'You have asked this mentor already. Wait for the answer, or take the request back.',
  'request.limit': ({ details }: Failure) =>
    `You have ${count(Number(details?.open ?? 0), { one: '# open request', other: '# open requests' })}, which is as many as fit. Take one back, or wait; your text is kept.`,
  'request.unknown': 'This request is gone, or it is not yours to see.',
  'request.notYours': 'Only one of the two sides can do this.',
  'request.over': 'This request no longer waits for an answer.',
  'request.extendedTwice': 'This request was given more time twice already. Answer it, or ask anew.',
  'commitment.unknown': 'That promise is gone, or it is not yours to see.',
  'enrollment.declined': 'Your application was not accepted. Those who run the program can tell you why.',
  'enrollment.over': 'That has been settled already. Look again; what you wrote is kept.',
  'enrollment.unknown': 'You are not enrolled in this program.',
  'goal.unknown': 'That goal is gone. What you wrote is kept.',
  'mentorship.notNow':
    'The mentorship has changed meanwhile, and this is not possible any more. What you wrote is kept.',
  'module.unknown': 'This module is not part of the program any more.',
  'note.changed':
    'Somebody else has written here meanwhile. Their words are below; take over what you need, then save again.',
  'program.enrollmentOver':
    'Enrolling is over. What you wrote is kept; those who run the program may still help.',
  'program.notEligible': 'This program is meant for other people. Those who run it can tell you more.',
  'program.notEnrolling': 'Enrolling is not open at the moment. What you wrote is kept.',
  'program.notYetEnrolling': 'Enrolling has not opened yet. What you wrote is kept until then.',
  'program.unknown': 'This program is gone, or it is not yours to see.',
  'session.farAway': 'Choose a time between thirty days ago and two years from now.',
  'session.notYet': 'The session has not begun yet. You can write down how it went afterwards.',
  'session.over':
    'This session has been written down or canceled meanwhile. Look again; what you wrote is kept.',
  'session.unknown': 'This session is gone, or it is not yours to see.',
  'story.unknown': 'This story is gone, or it is not yours to see.',
  'department.unknown': 'One of these departments is no longer there. Choose again; what you wrote is kept.',
  'enrollment.decided':
    'There is nothing to decide here any more: the person has a partner, or has withdrawn.',
  'mentorship.notStalled': 'These two meet as they agreed to. There is nothing to nudge.',
  'mentorship.nudgedLately': 'They were reminded in the last few days. Give them a little time.',
  'pair.notPossible':
    'These two cannot be matched: one of them does not take part, or a rule that always holds stands between them.',
  'pair.rules': 'A rule stands against this pair. Say why it is to be set aside.',
  'pair.unknown': 'This pair is no longer there. Look again, then try once more.',
  'program.notMatching': 'Matches cannot be made in this state of the program.',
  'program.notYours': 'Only those who run this program can do this.',
  'program.over': 'This program is over and stays as it was.',
  'program.promised':
    'Kind, direction, form and what managers may know cannot change any more: people enrolled in them. What you wrote is kept.',
  'program.wrongState': 'The program has moved on meanwhile. Look again.',
  'run.broken':
    'Some of these pairs are no longer possible, since people or rules have changed. Run again, then publish.',
  'run.empty': 'There is no pair to publish.',
  'run.tooLarge': 'The people of this program are too many for a question like this. A run answers it.',
  'run.unknown': 'This run is gone, or it is not yours to see.',
  'run.waiting': 'A run is going on already. Wait for it, or cancel it.',
  'run.wrongState': 'This run can no longer be changed. Look again.',

  invalid: 'That cannot be sent like this. What you wrote is kept; please check it.',
  unauthenticated: 'You are signed out. Sign in again and come back; what you wrote is kept.',
  forbidden: 'You may not do this. If you think you should, ask the people who run this site.',
  not_found: 'This is gone, or it is not yours to see.',
  conflict: 'Somebody changed this meanwhile. Look again, then try once more.',
  limited: ({ retryAfter }: Failure) =>
    retryAfter === undefined
      ? 'That was a lot in a short time. Wait a moment and try again; what you wrote is kept.'
      : `That was a lot in a short time. Try again in ${count(retryAfter, { one: '# second', other: '# seconds' })}; what you wrote is kept.`,
  unavailable: 'The server cannot be reached right now. Nothing is lost; try again in a moment.',
  internal: 'Something went wrong on our side. What you wrote is kept; try again in a moment.',
};
