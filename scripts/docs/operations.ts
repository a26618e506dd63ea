import { operations, type Operation } from '@guildhall/core';
import { format, resolveConfig } from 'prettier';
import { z } from 'zod';

/** The part of a JSON Schema that a table row shows. */
interface Shape {
  type?: string | string[];
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
  additionalProperties?: Shape | boolean;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Shape[];
  default?: unknown;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  minItems?: number;
  format?: string;
}

/** The page of all operations, with the permission table; Markdown as prettier leaves it. */
export async function operationsPage(): Promise<string> {
  const areas = Object.entries<Record<string, Operation>>(operations);
  const text = `# Operations

Generated from the table in \`packages/core/src/operations.ts\` by \`npm run docs\`; do not edit.
Call them as \`client.<area>.<verb>(input)\`. A shared query is served as \`GET {src}/<area>.<verb>?input=…\` with an
ETag, all else as \`POST {src}/<area>.<verb>\` with a JSON body. A command has one effect per idempotency key.

## Who may call what

*members* are all active people; *system* is the product itself. What must look at a record (giver, receiver, a
window of time) is refused inside the operation, with a reason.

| operation | kind | who |
| --- | --- | --- |
${areas.flatMap(([area, verbs]) => Object.entries(verbs).map(([verb, one]) => row(`${area}.${verb}`, one))).join('\n')}

${areas
  .map(
    ([area, verbs]) =>
      `## ${area}\n\n${Object.entries(verbs)
        .map(([verb, one]) => section(`${area}.${verb}`, one))
        .join('\n\n')}`,
  )
  .join('\n\n')}
`;
  return format(text, { ...(await resolveConfig('docs/operations.md')), parser: 'markdown' });
}

function row(name: string, operation: Operation): string {
  return `| [\`${name}\`](#${name.replace('.', '').toLowerCase()}) | ${kindOf(operation)} | ${operation.who.name} |`;
}

function kindOf(operation: Operation): string {
  if (operation.kind === 'command') return operation.unlinked ? 'unlinked command' : 'command';
  return operation.shared ? 'shared query' : 'query';
}

function section(name: string, operation: Operation): string {
  const reasons = operation.refuses?.map((reason) => `\`${reason}\``).join(', ');
  return [
    `### ${name}`,
    operation.summary,
    `*${kindOf(operation)}* · for ${operation.who.name}${reasons ? ` · refuses with ${reasons}` : ''}`,
    table('Input', schemaOf(operation.input, 'input')),
    table('Output', schemaOf(operation.output, 'output')),
  ].join('\n\n');
}

function schemaOf(schema: Operation['input'], io: 'input' | 'output'): Shape {
  // JSON Schema's own type is wider than what a row shows.
  return z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Shape;
}

function table(title: string, shape: Shape): string {
  const fields = Object.entries(shape.properties ?? {});
  if (fields.length === 0) return `${title}: none.`;
  const rows = fields.map(([name, field]) => {
    const optional = shape.required?.includes(name) ? '' : 'optional';
    const fallback = field.default === undefined ? '' : `default \`${JSON.stringify(field.default)}\``;
    return `| \`${name}\` | ${typeOf(field)} | ${[optional, fallback, boundsOf(field)].filter(Boolean).join(', ')} |`;
  });
  return `| ${title} | type | |\n| --- | --- | --- |\n${rows.join('\n')}`;
}

function boundsOf(field: Shape): string {
  const bounds = [
    field.maxLength !== undefined && `at most ${field.maxLength} characters`,
    field.minimum !== undefined && field.minimum > -1e15 && `from ${field.minimum}`,
    field.maximum !== undefined && field.maximum < 1e15 && `to ${field.maximum}`,
    field.minItems !== undefined && `at least ${field.minItems}`,
    field.maxItems !== undefined && `at most ${field.maxItems}`,
    field.format === 'date-time' && 'UTC, ISO 8601',
  ];
  return bounds.filter(Boolean).join(', ');
}

function typeOf(field: Shape): string {
  if (field.const !== undefined) return `\`${JSON.stringify(field.const)}\``;
  if (field.enum) return field.enum.map((one) => `\`${JSON.stringify(one)}\``).join(' or ');
  if (field.anyOf) return field.anyOf.map(typeOf).join(' or ');
  if (field.type === 'array') return `list of ${field.items ? typeOf(field.items) : 'anything'}`;
  if (field.type === 'object' && field.properties) {
    const required = field.required ?? [];
    const names = Object.keys(field.properties).map((name) => (required.includes(name) ? name : `${name}?`));
    return `{ ${names.join(', ')} }`;
  }
  return String(field.type ?? 'anything');
}
