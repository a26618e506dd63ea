/** One content line of an iCalendar object, as RFC 5545 3.1 reads it. */
export interface ContentLine {
  name: string;
  /** By upper-case name, quotes taken off. */
  params: Record<string, string>;
  /** As it stands; `textOf` reads a TEXT value. */
  value: string;
}

/** A component with its properties in order and the components inside it. */
export interface Component {
  name: string;
  lines: ContentLine[];
  inside: Component[];
}

/** Reads iCalendar text strictly: throws where a line end, a fold, a length or a nesting is not as in RFC 5545. */
export function parseCalendar(ics: string): Component {
  if (!ics.endsWith('\r\n')) throw new Error('The last line is not ended by CRLF.');
  const raw = ics.slice(0, -2).split('\r\n');
  for (const line of raw) {
    if (/[\r\n]/.test(line)) throw new Error(`A bare line end in ${JSON.stringify(line)}`);
    if (new TextEncoder().encode(line).length > 75) throw new Error(`Over 75 octets: ${line}`);
  }
  const unfolded: string[] = [];
  for (const line of raw) {
    if (line === '') throw new Error('An empty line.');
    const before = unfolded.length - 1;
    if (/^[ \t]/.test(line)) unfolded[before] = `${unfolded[before] ?? ''}${line.slice(1)}`;
    else unfolded.push(line);
  }
  return nested(unfolded.map(contentLine));
}

/** The first property of this name. */
export function property(component: Component, name: string): ContentLine | undefined {
  return component.lines.find((line) => line.name === name);
}

/** A TEXT value (RFC 5545, 3.3.11) as written by people; throws where something is not escaped. */
export function textOf(line: ContentLine | undefined): string | undefined {
  if (line === undefined) return undefined;
  if (/(^|[^\\])(\\\\)*[;,]/.test(line.value)) throw new Error(`Not escaped: ${line.value}`);
  return line.value.replace(/\\([\\;,nN])/g, (_all, char: string) => (/n/i.test(char) ? '\n' : char));
}

function contentLine(line: string): ContentLine {
  // name *(";" param) ":" value, with quotes around what holds : ; or ,
  const match = /^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$/s.exec(line);
  if (!match) throw new Error(`Not a content line: ${line}`);
  const [, name = '', params = '', value = ''] = match;
  const named = [...params.matchAll(/;([A-Za-z0-9-]+)=(?:"([^"]*)"|([^";:,]*))/g)].map(
    ([, key = '', inQuotes, bare = '']) => [key.toUpperCase(), inQuotes ?? bare],
  );
  return { name: name.toUpperCase(), params: Object.fromEntries(named), value };
}

function nested(lines: readonly ContentLine[]): Component {
  const root: Component = { name: '', lines: [], inside: [] };
  const open = [root];
  for (const line of lines) {
    const current = open.at(-1) ?? root;
    if (line.name === 'BEGIN') {
      const component = { name: line.value, lines: [], inside: [] };
      current.inside.push(component);
      open.push(component);
    } else if (line.name === 'END') {
      if (current.name !== line.value) throw new Error(`END:${line.value} ends ${current.name}`);
      open.pop();
    } else current.lines.push(line);
  }
  const [calendar, more] = root.inside;
  if (open.length > 1 || more || root.lines.length > 0 || calendar?.name !== 'VCALENDAR')
    throw new Error('Not exactly one VCALENDAR.');
  return calendar;
}
