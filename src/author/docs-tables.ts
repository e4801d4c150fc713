import { fileOptions, optionsOf, roles, runLanguages, solutionFileOptions } from '../lesson/fence-role.ts';
import { assertionSchemas } from '../lesson/json-schema.ts';
import { type Rule, ruleSeverities } from './finding.ts';

/** The tables of docs/writing-lessons.md that are made of the program itself, by the name of their place. */
export function docsTables(): ReadonlyMap<string, string> {
  return new Map([
    ['options', optionsTable()],
    ['assertions', assertionsTable()],
    ['rules', rulesTable()],
  ]);
}

/** A text with its tables brought up to date. Throws where a place is unknown or never ends. */
export function withTables(text: string, tables: ReadonlyMap<string, string>): string {
  return text.replaceAll(
    /(<!-- table: ([\w-]+) -->\n)[\s\S]*?(<!-- end of table -->)/g,
    (_, start: string, name: string, end: string) => {
      const table = tables.get(name);
      if (table === undefined) throw new Error(`no table ${name}`);
      return `${start}\n${table}\n\n${end}`;
    },
  );
}

const code = (text: string): string => `\`${text}\``;
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const listed = (options: Readonly<Record<string, 'flag' | 'value'>>): string =>
  Object.entries(options)
    .map(([name, form]) => code(form === 'flag' ? name : `${name}=…`))
    .join(' ');

/** What a block that runs, or a solution, may be told. */
function optionsTable(): string {
  const rows = runLanguages.map((language) => {
    return [`${code(`${language} run`)}, ${code(`${language} solution`)}`, listed(optionsOf[language])];
  });
  const files = [
    ['a file', listed(fileOptions)],
    [`${code('solution')} that is a file`, listed(solutionFileOptions)],
  ];
  const plain = roles.filter((role) => role !== 'run' && role !== 'solution').map((role) => [code(role), 'none']);
  return table(['block', 'options'], [...rows, ...files, ...plain]);
}

type Shape = {
  readonly type?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly items?: unknown;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly additionalProperties?: unknown;
};

function assertionsTable(): string {
  const rows = Array.from(assertionSchemas(), ([subject, schema]) => {
    const keys = Object.entries(schema.properties ?? {});
    const own = keys.find(([key]) => key === subject)?.[1];
    const beside = keys
      .filter(([key]) => key !== subject)
      .map(([key, value]) => code(`${key}: ${notation(value as Shape)}`));
    return [
      code(own === undefined ? `${subject}:` : `${subject}: ${notation(own as Shape)}`),
      beside.join(' ') || 'nothing else',
    ];
  });
  return table(['subject', 'with'], rows);
}

/** How a value is written, in short. */
function notation(shape: Shape): string {
  if (shape.enum) return shape.enum.join('/');
  if (shape.anyOf)
    return shape.anyOf.some((one) => one.type === 'array' && isText(one.items))
      ? 'TEXT…'
      : [...new Set(shape.anyOf.map(notation))].join(' or ');
  switch (shape.type) {
    case 'integer':
      return 'N';
    case 'boolean':
      return 'true/false';
    case 'array':
      return `[${notation(shape.items as Shape)}]`;
    case 'object':
      if (!shape.properties) return '{…}';
      return `{${Object.keys(shape.properties).join(', ')}}`;
    default:
      return 'TEXT';
  }
}

const isText = (shape: unknown): boolean => Array.isArray((shape as Shape).type);

function rulesTable(): string {
  const rows = (Object.keys(ruleSeverities) as Rule[]).map((rule) => [code(rule), ruleSeverities[rule], tells[rule]]);
  return table(['finding', 'is', 'tells'], rows);
}

const tells: Readonly<Record<Rule, string>> = {
  broken: 'what stops the program from using the pack, a lesson or a file beside pack.yaml',
  'missing-hint': 'a step that is run or an exercise, without a hint',
  'missing-feedback': 'an option of a quiz without a quote that says why it is right or wrong',
  'weak-check': 'a check that cannot fail, or a mistake that is never told',
  'not-owned': 'a topic that a command of the lesson creates and that no lesson has in `owns`',
  'dead-link': 'a link to a file that the pack does not have, or to a heading that the lesson does not have',
  'wide-drawing':
    'a drawing that is only shown, with a row of more than 54 cells: it would be wrapped in a narrow window',
  'avoided-word': 'a word that the glossary says to avoid',
  'untranslated-term': 'a term of the glossary that a step has in bold and its translation never has',
  'missing-translation': 'a lesson without a file in a language of pack.yaml',
  'different-translation': 'a translation whose blocks, ids or quiz are not those of the original',
  'stale-translation': 'a translation that nobody has accepted since the original changed',
  'vanished-id': 'a lesson or step of the last release that is gone: its progress would be lost',
};
