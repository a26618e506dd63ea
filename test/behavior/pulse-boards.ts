import assert from 'node:assert/strict';
import { keyOf, pulseAudit, syncPulseCast, TEAM } from './pulse-cast.js';
import { refused } from './refused.js';
import { story, type OpenWorld, type Test, type World } from './world.js';

/** A board of Chidi's for the team. */
async function teamBoard(world: World): Promise<string> {
  await syncPulseCast(world);
  const { id } = await world.as('chidi').pulse.openBoard({
    title: 'Retrospective',
    question: 'What should we do differently?',
    audience: { kind: 'reports', managerId: 'chidi' },
    votesEach: 3,
  });
  return id;
}

const post = (world: World, person: string, boardId: string, text: string, key = keyOf(text)) =>
  world.as(person).pulse.post({ boardId, text, key });

/** A board in its vote, with these ideas. */
async function voting(
  world: World,
  texts: readonly string[],
): Promise<{ id: string; byText: Map<string, string> }> {
  const id = await teamBoard(world);
  for (const [at, text] of texts.entries()) await post(world, TEAM[at] ?? '', id, text);
  const chidi = world.as('chidi').pulse;
  const { ideas } = await chidi.startGrouping({ id });
  await chidi.startVoting({ id });
  return { id, byText: new Map(ideas.map((idea) => [idea.text, idea.id])) };
}

/** Stories of boards of ideas. */
export function boardStories(test: Test, open: OpenWorld): void {
  test(
    'J11: a board collects silently, groups, votes, and ends with two actions; its ideas stay nameless',
    story(open, async (world) => {
      const id = await teamBoard(world);
      const chidi = world.as('chidi').pulse;
      assert.equal((await chidi.board({ id })).small, false);
      for (const [at, text] of ['Shorter meetings', 'Fewer meetings', 'Write it down', 'Cake'].entries())
        await post(world, TEAM[at] ?? '', id, text);
      await world.as('mate-4').pulse.takeIdeaBack({ boardId: id, key: keyOf('Cake') });
      for (const reader of ['chidi', 'mate-1', 'mate-13'])
        assert.deepEqual((await world.as(reader).pulse.board({ id })).ideas, [], 'collected silently');

      const grouping = await chidi.startGrouping({ id });
      assert.deepEqual(grouping.ideas.map(({ text }) => text).sort(), [
        'Fewer meetings',
        'Shorter meetings',
        'Write it down',
      ]);
      const idOf = (text: string) => grouping.ideas.find((idea) => idea.text === text)?.id ?? '';
      await assert.rejects(
        world.as('mate-1').pulse.groupIdeas({ boardId: id, title: 'Mine', ideaIds: [idOf('Write it down')] }),
        refused('forbidden', 'board.notYours'),
      );
      const meetings = [idOf('Shorter meetings'), idOf('Fewer meetings')];
      const grouped = await chidi.groupIdeas({ boardId: id, title: 'Meetings', ideaIds: meetings });
      const [group] = grouped.groups;
      assert.deepEqual(group?.ideaIds, meetings);
      await chidi.startVoting({ id });
      const cast = (person: string, votes: Record<string, number>) =>
        world.as(person).pulse.vote({ boardId: id, votes });
      await cast('mate-1', { [group?.id ?? '']: 2, [idOf('Write it down')]: 1 });
      await cast('mate-2', { [group?.id ?? '']: 3 });
      await cast('mate-2', { [idOf('Write it down')]: 1 });
      await cast('chidi', { [group?.id ?? '']: 1 });
      const seen = await world.as('mate-1').pulse.board({ id });
      assert.deepEqual(seen.myVotes, { [group?.id ?? '']: 2, [idOf('Write it down')]: 1 });
      assert.ok(
        seen.groups.every(({ votes }) => votes === undefined) &&
          !JSON.stringify(seen.ideas).includes('votes'),
      );

      const result = await chidi.endVoting({ id });
      assert.equal(result.groups[0]?.votes, 3);
      assert.equal(result.ideas.find(({ text }) => text === 'Write it down')?.votes, 2);
      assert.deepEqual((await world.as('mate-1').pulse.board({ id })).myVotes, {}, 'links are gone');
      await chidi.decide({
        boardId: id,
        actions: [
          { title: 'Cut the Monday meeting', ownerId: 'mate-1', dueOn: '2026-04-01' },
          { title: 'A page for decisions', ownerId: 'chidi', dueOn: '2026-04-08' },
        ],
      });
      const notes = (await world.as('mate-1').notifications.list({})).items;
      const note = notes.find(({ type }) => type === 'action.given');
      assert.deepEqual(
        [note?.type, note?.by.id, note?.excerpt],
        ['action.given', 'chidi', 'Cut the Monday meeting'],
      );
      const closed = await chidi.closeBoard({ id });
      assert.equal(closed.state, 'closed');
      const [action] = closed.actions;
      const own = await world.as('mate-1').pulse.setActionState({
        boardId: id,
        actionId: action?.id ?? '',
        state: 'done',
      });
      assert.deepEqual(
        own.actions.map(({ owner, state }) => [owner?.id, state]),
        [
          ['mate-1', 'done'],
          ['chidi', 'open'],
        ],
      );
      await assert.rejects(
        world
          .as('mate-2')
          .pulse.setActionState({ boardId: id, actionId: action?.id ?? '', state: 'dropped' }),
        refused('forbidden', 'action.notYours'),
      );
      // Nothing but words, totals and ids: nobody can ask for more, not after the close either.
      for (const idea of closed.ideas) assert.deepEqual(Object.keys(idea).sort().slice(0, 2), ['id', 'text']);
    }),
  );

  test(
    'posts and votes leave no trace: no event, no audit row, no number of ideas; the same key posts once',
    story(open, async (world) => {
      const id = await teamBoard(world);
      const audit = async () => (await pulseAudit(world)).length;
      const before = await audit();
      const seen = JSON.stringify(await world.as('chidi').pulse.board({ id }));
      await post(world, 'mate-1', id, 'Quiet hours');
      await post(world, 'mate-1', id, 'Quiet hours');
      await assert.rejects(post(world, 'max', id, 'Let me in'), refused('not_found', 'board.unknown'));
      await assert.rejects(post(world, 'femi', id, 'HR too'), refused('not_found', 'board.unknown'));
      assert.equal(await audit(), before);
      assert.equal(JSON.stringify(await world.as('chidi').pulse.board({ id })), seen);
      const { ideas } = await world.as('chidi').pulse.startGrouping({ id });
      assert.equal(ideas.length, 1);
      await world.as('chidi').pulse.startVoting({ id });
      const grown = await audit();
      await world.as('mate-3').pulse.vote({ boardId: id, votes: { [ideas[0]?.id ?? '']: 1 } });
      assert.equal(await audit(), grown);
    }),
  );

  test(
    'ideas come in an order that tells nothing of when they were written',
    story(open, async (world) => {
      const id = await teamBoard(world);
      const texts = Array.from({ length: 12 }, (_, at) => `Idea ${String(at).padStart(2, '0')}`);
      for (const [at, text] of texts.entries()) await post(world, TEAM[at] ?? '', id, text);
      const { ideas } = await world.as('chidi').pulse.startGrouping({ id });
      // Twelve random ids are in the order of writing once in 479 million times.
      assert.notDeepEqual(
        ideas.map(({ text }) => text),
        texts,
      );
      assert.deepEqual(
        ideas.map((idea) => idea.id),
        ideas.map((idea) => idea.id).sort(),
      );
    }),
  );

  test(
    'each phase takes what belongs to it: everything else is refused and changes nothing',
    story(open, async (world) => {
      const id = await teamBoard(world);
      const chidi = world.as('chidi').pulse;
      const phase = refused('conflict', 'board.phase');
      await assert.rejects(chidi.startVoting({ id }), phase);
      await assert.rejects(chidi.endVoting({ id }), phase);
      await assert.rejects(chidi.closeBoard({ id }), phase);
      await assert.rejects(
        world.as('mate-1').pulse.startGrouping({ id }),
        refused('forbidden', 'board.notYours'),
      );
      await post(world, 'mate-1', id, 'One');
      const { ideas } = await chidi.startGrouping({ id });
      const ideaId = ideas[0]?.id ?? '';
      await assert.rejects(post(world, 'mate-1', id, 'Too late'), phase);
      await assert.rejects(world.as('mate-1').pulse.takeIdeaBack({ boardId: id, key: keyOf('One') }), phase);
      await assert.rejects(world.as('mate-1').pulse.vote({ boardId: id, votes: { [ideaId]: 1 } }), phase);
      await assert.rejects(
        chidi.groupIdeas({ boardId: id, title: 'x', ideaIds: ['missing'] }),
        refused('not_found', 'idea.unknown'),
      );
      await chidi.startVoting({ id });
      const votes = (given: Record<string, number>) =>
        world.as('mate-1').pulse.vote({ boardId: id, votes: given });
      await assert.rejects(votes({ [ideaId]: 4 }), refused('conflict', 'vote.tooMany'));
      await assert.rejects(votes({ missing: 1 }), refused('not_found', 'idea.unknown'));
      await assert.rejects(chidi.groupIdeas({ boardId: id, title: 'x', ideaIds: [ideaId] }), phase);
      await chidi.endVoting({ id });
      await assert.rejects(votes({ [ideaId]: 1 }), phase);
      const action = { title: 'x', ownerId: 'max', dueOn: '2026-04-01' };
      await assert.rejects(
        chidi.decide({ boardId: id, actions: [action] }),
        refused('not_found', 'person.unknown'),
      );
    }),
  );

  test(
    'a group is renamed, an idea is in one group at most, and an empty group vanishes',
    story(open, async (world) => {
      const id = await teamBoard(world);
      for (const [at, text] of ['a', 'b', 'c'].entries()) await post(world, TEAM[at] ?? '', id, text);
      const chidi = world.as('chidi').pulse;
      const { ideas } = await chidi.startGrouping({ id });
      const [a = '', b = '', c = ''] = ideas.map((idea) => idea.id);
      await chidi.groupIdeas({ boardId: id, title: 'First', ideaIds: [a, b] });
      const two = await chidi.groupIdeas({ boardId: id, title: 'Second', ideaIds: [b, c] });
      assert.deepEqual(
        two.groups.map(({ title, ideaIds }) => [title, ideaIds]),
        [
          ['First', [a]],
          ['Second', [b, c]],
        ],
      );
      const second = two.groups[1]?.id ?? '';
      const renamed = await chidi.groupIdeas({ boardId: id, groupId: second, title: 'Last', ideaIds: [a] });
      assert.deepEqual(
        renamed.groups.map(({ title, ideaIds }) => [title, ideaIds]),
        [['Last', [b, c, a]]],
      );
      const { groups } = await chidi.ungroupIdeas({ boardId: id, ideaIds: [a, b, c] });
      assert.deepEqual(groups, []);
    }),
  );

  test(
    'races: an idea posted while the grouping begins is in or refused, and two votes of one person are one',
    story(open, async (world) => {
      const id = await teamBoard(world);
      await post(world, 'mate-1', id, 'There');
      const chidi = world.as('chidi').pulse;
      const racing = await Promise.allSettled([
        ...TEAM.slice(1, 7).map((person) => post(world, person, id, `From ${person}`)),
        chidi.startGrouping({ id }),
      ]);
      const posted = racing.slice(0, 6).filter(({ status }) => status === 'fulfilled').length;
      assert.equal(racing.at(-1)?.status, 'fulfilled');
      const board = await chidi.board({ id });
      assert.equal(board.ideas.length, 1 + posted);
      await chidi.startVoting({ id });
      const ideaId = board.ideas[0]?.id ?? '';
      const mate = world.as('mate-2').pulse;
      await Promise.all(
        [1, 2, 3, 2, 1].map((count) => mate.vote({ boardId: id, votes: { [ideaId]: count } })),
      );
      const mine = (await mate.board({ id })).myVotes[ideaId] ?? 0;
      const result = await chidi.endVoting({ id });
      assert.ok(mine >= 1 && mine <= 3);
      assert.equal(result.ideas.find((idea) => idea.id === ideaId)?.votes, mine);
    }),
  );

  test(
    'a vote that comes while the vote ends counts or is refused, and no vote outlives the end',
    story(open, async (world) => {
      const { id, byText } = await voting(world, ['One', 'Two']);
      const ideaId = byText.get('One') ?? '';
      const racing = await Promise.allSettled([
        ...TEAM.slice(0, 5).map((person) =>
          world.as(person).pulse.vote({ boardId: id, votes: { [ideaId]: 1 } }),
        ),
        world.as('chidi').pulse.endVoting({ id }),
      ]);
      const counted = racing.slice(0, 5).filter(({ status }) => status === 'fulfilled').length;
      const { ideas } = await world.as('chidi').pulse.board({ id });
      assert.equal(ideas.find((idea) => idea.id === ideaId)?.votes, counted);
    }),
  );

  test(
    'who opens a board: managers and members for their own team, HR for anybody; a small one says so',
    story(open, async (world) => {
      await syncPulseCast(world);
      const draft = (managerId: string) => ({
        title: 'x',
        question: 'y',
        audience: { kind: 'reports' as const, managerId },
      });
      await assert.rejects(
        world.as('max').pulse.openBoard(draft('chidi')),
        refused('forbidden', 'board.notYours'),
      );
      const everyone = { title: 'x', question: 'y', audience: { kind: 'everyone' as const } };
      await assert.rejects(
        world.as('chidi').pulse.openBoard(everyone),
        refused('forbidden', 'board.notYours'),
      );
      assert.equal((await world.as('mate-1').pulse.openBoard(draft('chidi'))).memberCount, 14);
      assert.equal((await world.as('nia').pulse.openBoard(draft('dana'))).small, false);
      const all = await world.as('femi').pulse.openBoard(everyone);
      assert.equal(all.may.post, true);
      const { items } = await world.as('max').pulse.boards({});
      assert.deepEqual(
        items.map((board) => board.id),
        [all.id],
      );
      const { items: teams } = await world.as('nia').people.units({ kind: 'team', limit: 100 });
      const front = teams.find(({ name }) => name === 'Front desk')?.id ?? '';
      const small = await world.as('nia').pulse.openBoard({
        title: 'x',
        question: 'y',
        audience: { kind: 'units', unitIds: [front] },
      });
      assert.deepEqual([small.memberCount, small.small], [4, true]);
    }),
  );
}
