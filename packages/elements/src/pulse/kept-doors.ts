import { newReceipt, SealedDrafts } from '../internal/sealed-drafts.js';

/** A door that the viewer has left open: the key to the words that they wrote in answer to one question. */
export interface Door {
  key: string;
  waveId: string;
  questionId: string;
}

/** A server takes so many keys at once. */
const MOST = 50;

const kept = new SealedDrafts<Door[]>('doors', isDoors);

/** The doors that the viewer has left open in this browser, the latest last. */
export async function openDoors(viewerId: string): Promise<readonly Door[]> {
  return (await kept.read(viewerId, 'all')) ?? [];
}

/** The key of a door: the one that is there, else a new one, which is kept from now on. One for each text, so that nothing links two. */
export async function doorTo(viewerId: string, waveId: string, questionId: string): Promise<string> {
  const doors = await openDoors(viewerId);
  const there = doors.find((door) => door.waveId === waveId && door.questionId === questionId);
  if (there) return there.key;
  const door = { key: newReceipt(), waveId, questionId };
  await kept.write(viewerId, 'all', [...doors, door].slice(-MOST));
  return door.key;
}

/** Forgets the keys of a wave, of these questions only when they are named: the answers have none any more. */
export async function closeDoors(
  viewerId: string,
  waveId: string,
  questionIds?: readonly string[],
): Promise<void> {
  const doors = await openDoors(viewerId);
  const rest = doors.filter(
    (door) => door.waveId !== waveId || (questionIds && !questionIds.includes(door.questionId)),
  );
  if (rest.length < doors.length) await kept.write(viewerId, 'all', rest.length ? rest : undefined);
}

function isDoors(value: unknown): value is Door[] {
  return Array.isArray(value) && value.every(isDoor);
}

function isDoor(value: unknown): value is Door {
  if (typeof value !== 'object' || value === null) return false;
  const { key, waveId, questionId }: Partial<Record<keyof Door, unknown>> = value;
  return [key, waveId, questionId].every((each) => typeof each === 'string');
}
