import { Question } from '../../answers/question.js';
import { PersonRef } from '../../people/model.js';
import { id, text, time, z } from '../../schema.js';
import { collection } from '../../store/store.js';

/** A meeting in which managers compare their ratings before the release. */
export const CalibrationDraft = z.strictObject({
  cycleId: id,
  name: text(120),
  /** The managers who take part: the ratings that they gave are compared. */
  participants: z.array(id).min(1).max(50),
});

/** A rating as the participants see it. */
export const CalibratedRating = z.object({
  questionId: id,
  /** As it stands; absent where the manager could not judge. */
  value: z.number().optional(),
  changes: z.array(
    z.object({ from: z.number(), to: z.number(), why: z.string(), by: PersonRef.optional(), at: time }),
  ),
});

/** The manager's form on one subject, as far as it is ratings. */
export const CalibrationRow = z.object({
  responseId: id,
  subject: PersonRef,
  manager: PersonRef,
  ratings: z.array(CalibratedRating),
});
export type CalibrationRow = z.output<typeof CalibrationRow>;

/** A calibration as its participants and HR read it. Of nameless answers it holds nothing. */
export const Calibration = z.object({
  id,
  cycleId: id,
  name: z.string(),
  state: z.enum(['open', 'agreed']),
  participants: z.array(PersonRef),
  may: z.object({ calibrate: z.boolean(), agree: z.boolean() }),
});
export type Calibration = z.output<typeof Calibration>;

/** A calibration with what is compared in it. */
export const CalibrationSheet = Calibration.extend({
  /** The ratings and scales that managers were asked. */
  questions: z.array(Question),
  rows: z.array(CalibrationRow),
});

/** A calibration as stored. */
export interface CalibrationRecord {
  id: string;
  cycleId: string;
  name: string;
  state: 'open' | 'agreed';
  participantIds: string[];
  at: string;
}

export const calibrations = collection<CalibrationRecord>({
  name: 'review_calibrations',
  indexes: [
    ['cycleId', 'at'],
    ['cycleId', 'state', 'at'],
    ['participantIds', 'at'],
  ],
  arrays: ['participantIds'],
});
