/**
 * What somebody is called where the whole name stands beside it: the first word of a name in a script that parts
 * names by spaces and puts the given one first as a rule; names in other scripts stay whole.
 */
export function callName(name: string): string {
  const [first = name] = name.trim().split(/\s+/);
  const isParted = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}'’-]{2,}$/u.test(first);
  return isParted ? first : name;
}
