import type { SafetyText } from './safety-text.js';

/** The safety form and its guide in English, in our own words. */
export const safetyEn: SafetyText = {
  labels: ['Not true at all', 'Rather not true', 'Partly true', 'Rather true', 'Entirely true'],
  items: {
    mistakes: {
      prompt: 'Whoever gets something wrong in this team will be hearing about it for a long time.',
      about: 'Where mistakes are kept on file, people hide them, and the same ones come back.',
      questions: [
        'Which mistake of the last months taught us most? What did we say to each other when it came out?',
        'What would have to be different for a mistake to be told on the day it happens?',
        'Whoever leads: which mistake of your own can you tell first?',
      ],
    },
    hardTopics: {
      prompt: 'In this team anybody can put a difficult problem on the table.',
      about: 'What is not said in the meeting is said after it, where nobody can mend it.',
      questions: [
        'What do we talk about in the kitchen and not in the meeting?',
        'At which point in our week would there be room for the difficult thing?',
        'How did we react the last time somebody brought bad news?',
      ],
    },
    different: {
      prompt: 'Those who are not like the others have a harder time being accepted in this team.',
      about:
        'Differences of age, language, origin or way of working cost us ideas where they cost belonging.',
      questions: [
        'Whose way of working do our habits fit, and whose do they not?',
        'Who speaks most in our meetings, and whom have we not heard for a while?',
        'What could we do differently so that somebody new belongs from the first week?',
      ],
    },
    risk: {
      prompt: 'In this team I can try something with an open outcome without fearing for my standing.',
      about: 'Where a failed attempt counts against you, only what is certain is tried.',
      questions: [
        'What did we try lately that did not work? What happened to those who tried it?',
        'Where could we try something small, with an end on which we agree beforehand?',
        'How do we tell a good attempt that failed from carelessness?',
      ],
    },
    askHelp: {
      prompt: 'It costs me an effort to ask somebody in this team for help.',
      about: 'Those who do not ask lose days on what a colleague knows in a minute.',
      questions: [
        'When did you last ask for help, and what made it easy or hard?',
        'How does somebody see that you have a moment for them?',
        'Whom does everybody ask, and how do we take some of that from them?',
      ],
    },
    undermine: {
      prompt: 'Nobody in this team would knowingly work against what I am doing.',
      about: 'Doubt about the intentions of others makes every sentence a matter of caution.',
      questions: [
        'Where do our goals get in each other’s way, without anybody meaning it?',
        'How do we settle who decides, before two people decide differently?',
        'What do we do when somebody feels passed over?',
      ],
    },
    strengths: {
      prompt: 'What I in particular can do is wanted and used in this team.',
      about: 'Who cannot bring in what they are good at goes quiet, or goes.',
      questions: [
        'What can each of us do that the others do not know of?',
        'Which task would you take over tomorrow, if you could choose?',
        'For what did you last thank somebody in this team?',
      ],
    },
  },
  words: {
    prompt: 'What should change, so that it is easier to speak openly in this team?',
    help: 'Write so that it does not tell who you are: no names, no dates, nothing that only you can know.',
  },
};
