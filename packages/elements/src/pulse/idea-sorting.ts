/** An idea on a board: words, and nothing of who wrote them. */
export interface Idea {
  id: string;
  text: string;
  /** Once the vote has ended. */
  votes?: number | undefined;
}

/** Ideas that belong together. */
export interface IdeaGroup {
  id: string;
  title: string;
  ideaIds: readonly string[];
  /** Once the vote has ended. */
  votes?: number | undefined;
}

/** The ideas that are in no group, in their order. */
export function singlesOf<T extends Idea>(ideas: readonly T[], groups: readonly IdeaGroup[]): T[] {
  const grouped = new Set(groups.flatMap(({ ideaIds }) => ideaIds));
  return ideas.filter(({ id }) => !grouped.has(id));
}

/** The beginning of a text, for labels: forty characters at most, cut between words where there are some. */
export function shortly(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  const characters = [...line];
  if (characters.length <= 40) return line;
  const cut = characters.slice(0, 39).join('');
  const space = cut.lastIndexOf(' ');
  return `${space > 20 ? cut.slice(0, space) : cut}…`;
}

/** What can get votes: a group, or an idea that is in none. */
export interface IdeaCard {
  id: string;
  title: string;
  /** The ideas of a group; empty for a single idea. */
  ideas: readonly Idea[];
  /** Once the vote has ended. */
  votes?: number | undefined;
}

/** What can get votes, groups first; once the vote has ended, those with most votes first. */
export function cardsOf(ideas: readonly Idea[], groups: readonly IdeaGroup[]): IdeaCard[] {
  const grouped = groups.map(({ id, title, ideaIds, votes }) => ({
    id,
    title,
    votes,
    ideas: ideas.filter((idea) => ideaIds.includes(idea.id)),
  }));
  const singles = singlesOf(ideas, groups).map(({ id, text, votes }) => ({
    id,
    title: text,
    votes,
    ideas: [],
  }));
  return [...grouped, ...singles].sort((one, other) => (other.votes ?? 0) - (one.votes ?? 0));
}

/** A ballot with one vote more or less for an idea or a group; unchanged where there is none left to give or to take. */
export function withVote(
  { myVotes, votesEach }: { myVotes: Readonly<Record<string, number>>; votesEach: number },
  cardId: string,
  by: 1 | -1,
): Record<string, number> {
  const { [cardId]: former = 0, ...others } = myVotes;
  const spent = Object.values(myVotes).reduce((sum, votes) => sum + votes, 0);
  const votes = Math.max(0, former + (spent + by > votesEach ? 0 : by));
  return votes > 0 ? { ...others, [cardId]: votes } : others;
}
