import type { ToolHelp, ToolOption, ToolOptions } from './tool-table.ts';

/** Makes data of what a tool prints for `--help`. Only `npm run tools` and its test use this. */

type Entry = { readonly head: string; readonly text: string; readonly names: readonly string[] };

/** joptsimple prints a table, argparse4j a usage. */
export function readHelp(
  printed: string,
): Omit<ToolHelp, 'verbs'> & { readonly verbs: Readonly<Record<string, string>> } {
  const lines = printed.split(/\r?\n/).map((line) => line.trimEnd());
  const head = lines.findIndex((line) => /^Option\b.*\bDescription$/.test(line));
  if (head >= 0) {
    const column = lines[head]?.indexOf('Description') ?? 0;
    const about = lines.slice(0, head).findLast((line) => line !== '' && !/^usage:/i.test(line)) ?? '';
    return { about: brief(about), options: optionsFrom(tableEntries(lines.slice(head + 2), column)), verbs: {} };
  }
  const usage = lines.findIndex((line) => line.startsWith('usage:'));
  if (usage < 0) return { about: '', options: {}, verbs: {} };
  const blank = lines.indexOf('', usage);
  const entries = usageEntries(lines.slice(blank));
  const required = withoutBrackets(lines.slice(usage, blank).join(' '));
  return {
    about: brief(lines[blank + 1] ?? ''),
    options: optionsFrom(entries, (name) => required.includes(`${name} `)),
    abbreviates: true,
    verbs: Object.fromEntries(
      entries
        .filter(({ head: name }) => /^[a-z][\w-]*$/i.test(name) && name !== 'COMMAND')
        .map((each) => [each.head, brief(each.text)]),
    ),
  };
}

/** What may be left out, or is one of several, stands in brackets. */
function withoutBrackets(usage: string): string {
  const fewer = usage.replaceAll(/\[[^[\]]*\]|\([^()]*\)/g, '');
  return fewer === usage ? usage : withoutBrackets(fewer);
}

/** Heads stand left of the column, broken into lines indented by two; descriptions from it on. */
function tableEntries(lines: readonly string[], column: number): readonly Entry[] {
  const entries: { head: string; text: string; names: string[] }[] = [];
  for (const line of lines) {
    const left = line.slice(0, column).trimEnd();
    const right = line.slice(column);
    if (/^(?:\* )?-/.test(left)) entries.push({ head: left, text: right.trim(), names: [] });
    else {
      const last = entries.at(-1);
      if (!last) continue;
      if (left !== '') last.head = joined(last.head, left.trim());
      if (right.startsWith('\t')) last.names.push(right.trim());
      // A long name goes on in the next line.
      else if (last.names.at(-1)?.endsWith('.')) last.names.push(`${last.names.pop()}${right.trim()}`);
      else if (right.trim().startsWith("For entity-type 'brokers'")) last.names.push('');
      else if (last.names.length === 0) last.text = joined(last.text, right.trim());
    }
  }
  // Only the first list counts: of kafka-configs that is the one for topics.
  return entries.map((entry) => {
    const end = entry.names.indexOf('');
    return end < 0 ? entry : { ...entry, names: entry.names.slice(0, end) };
  });
}

/** Heads are indented by two (verbs by four), their texts by more. */
function usageEntries(lines: readonly string[]): readonly Entry[] {
  const entries: { head: string; text: string; names: string[] }[] = [];
  for (const line of lines) {
    const found = /^ {2,4}(?=[^\s{])((?:\S| (?! ))+)(?: {2,}(.*))?$/.exec(line);
    if (found) entries.push({ head: found[1] ?? '', text: (found[2] ?? '').trim(), names: [] });
    else if (/^ {10,}\S/.test(line)) {
      const last = entries.at(-1);
      if (last) last.text = joined(last.text, line.trim());
    }
  }
  return entries;
}

/** A break behind a hyphen is none. */
const joined = (text: string, more: string): string =>
  text === '' || (text.endsWith('-') && !text.endsWith(' -')) ? `${text}${more}` : `${text} ${more}`;

function optionsFrom(entries: readonly Entry[], isRequired: (name: string) => boolean = () => false): ToolOptions {
  const options: Record<string, ToolOption> = {};
  for (const { head, text, names } of entries) {
    const bare = head.replace(/^\* /, '');
    const found = /(?:^|[ ,])(--[A-Za-z][\w.-]*)/.exec(bare);
    const name = found?.[1];
    if (!found || name === undefined || name === '--help') continue;
    const rest = bare.slice(found.index + found[0].length).trim();
    const value = placeholderOf(rest);
    const must =
      head.startsWith('* ') || /^REQUIRED\b|\bREQUIRED(?:\.$| for all options)/.test(text) || isRequired(name);
    options[name] = {
      about: brief(text.replace(/^REQUIRED[.:]\s*/, '')),
      ...(value !== undefined && { value }),
      ...(rest.startsWith('[') && { isOptional: true }),
      ...(must && { isRequired: true }),
      ...(names.length > 0 && { names }),
    };
  }
  return options;
}

/** `<String: topic>`, `[Integer]`, `TOPIC` → `topic`, `integer`, `topic`. */
function placeholderOf(rest: string): string | undefined {
  if (rest === '') return undefined;
  const inner = /^[<[](?:\w+: )?(.*?)[>\]]?$/s.exec(rest)?.[1] ?? rest.split(/ [[A-Z]|[[,]/)[0] ?? rest;
  const short = inner.trim().toLowerCase();
  return short.length <= 40 ? short : 'value';
}

/** The first sentence. */
function brief(text: string): string {
  const first = /^.*?[.!](?= [A-Z(]|$)/s.exec(text)?.[0] ?? text;
  const short = first.replaceAll(/\s+/g, ' ').trim().replace(/\.$/, '');
  return short.length <= 120 ? short : `${short.slice(0, short.lastIndexOf(' ', 117))} ...`;
}
