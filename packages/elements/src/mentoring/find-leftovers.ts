import type { Client, Leftover } from '@guildhall/core';

/** Those without a mentor, and mentors with room: so many of each as a person can look at. */
export async function findLeftovers(client: Client, runId: string, signal: AbortSignal): Promise<Leftover[]> {
  const [mentees, mentors] = await Promise.all(
    (['mentee', 'mentor'] as const).map((side) =>
      client.mentoring.leftovers({ runId, side, limit: 100 }, { signal }),
    ),
  );
  return [...(mentees?.items ?? []), ...(mentors?.items ?? [])];
}
