import { invalidField } from '../../errors.js';
import { command } from '../../operation.js';
import { holders } from '../../policy.js';
import { id, pageOf, text, z } from '../../schema.js';
import { Value, values, type ValueRecord } from '../model.js';
import { canonicalJson } from '../../wire.js';
import { keyOf } from '../rules.js';

/**
 * A value as an administrator writes it. With its `id` it stays the same value under a new name; a new one
 * may come with an id of the host's choice.
 */
const ValueDraft = z.strictObject({
  id: id.optional(),
  name: text(80),
  description: z.string().max(1000).default(''),
  retired: z.boolean().default(false),
});
type ValueDraft = z.output<typeof ValueDraft>;

export const setValues = command({
  summary: 'Sets the company values in this order. One that is left out is retired and stays with old kudos.',
  who: holders('hrAdmin', 'orgAdmin'),
  input: z.strictObject({ values: z.array(ValueDraft).max(100) }),
  /** All values, the retired ones too. */
  output: pageOf(Value),
  refuses: ['value.duplicate'],
  alone: () => 'people.values',
  async run({ tx, newId }, input) {
    const { items: before } = await tx.find(values, { order: '+place', limit: 1000 });
    const ids = identifyValues(input.values, before);
    const set = input.values.map((draft, at): Omit<ValueRecord, 'place'> => ({
      ...draft,
      id: ids[at] ?? newId(),
    }));
    const left = before.filter((value) => !set.some((kept) => kept.id === value.id));
    const after = [...set, ...left.map((value) => ({ ...value, retired: true }))].map((value, at) => ({
      ...value,
      place: String(at).padStart(4, '0'),
    }));
    if (canonicalJson(after) === canonicalJson(before)) return { items: after };
    for (const value of after)
      await (before.some((known) => known.id === value.id)
        ? tx.replace(values, value)
        : tx.insert(values, value));
    await tx.tell({ type: 'values.changed', ids: after.map((value) => value.id), audience: 'everyone' });
    return { items: after };
  },
});

/** The id of each draft: the one given, or that of the known value of the same name; undefined for a new one. */
function identifyValues(
  drafts: readonly ValueDraft[],
  known: readonly ValueRecord[],
): (string | undefined)[] {
  const given = new Set(drafts.map((draft) => draft.id));
  const names = new Map<string, number>();
  for (const [at, draft] of drafts.entries()) {
    if (draft.id !== undefined && drafts.findIndex((other) => other.id === draft.id) < at)
      throw invalidField(`values.${at}.id`, 'This value is in the list twice.', 'value.duplicate');
    if (names.has(keyOf(draft.name)))
      throw invalidField(`values.${at}.name`, 'Another value of the list has this name.', 'value.duplicate');
    names.set(keyOf(draft.name), at);
  }
  return drafts.map((draft) => {
    const namesakes = known.filter(
      (value) => keyOf(value.name) === keyOf(draft.name) && !given.has(value.id),
    );
    return draft.id ?? (namesakes.find((value) => !value.retired) ?? namesakes[0])?.id;
  });
}
