import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import { messages } from '../messages/index.ts';
import type { Place, Problems } from './source.ts';
import { keyText, type Plain, toPlain } from './yaml-plain.ts';

export type YamlPath = readonly (string | number)[];

/** A YAML text as plain data whose every value can be found again in the author's file. */
export type YamlTree = {
  readonly value: Plain;
  /** is there a value at this path? */
  has(path: YamlPath): boolean;
  /** the value at a path, or the deepest one on the way to it */
  place(path: YamlPath): Place;
  /** the last key of a path; where there is none, the value */
  keyPlace(path: YamlPath): Place;
  /** the text at a path, if it is one */
  text(path: YamlPath): string | undefined;
};

const longestBlock = 32 * 1024;

/**
 * Reads one YAML document (1.2 core schema) strictly: no anchors, aliases, merge keys, tags, duplicate or non-text keys.
 * `toFile` turns a place in `text` into a place in the file; `longest` is in characters. undefined: something is wrong
 * and was told to `problems`.
 */
export function readYaml(
  text: string,
  toFile: (place: Place) => Place,
  problems: Problems,
  longest = longestBlock,
): YamlTree | undefined {
  const m = messages().lesson;
  const lineCounter = new LineCounter();
  const at = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(Math.min(offset, text.length));
    return toFile(line === 0 ? { line: 1, column: 1 } : { line, column: col });
  };
  if (text.length > longest) {
    problems.add(at(0), m.yamlTooLong({ kilobytes: longest / 1024 }));
    return undefined;
  }
  const doc = compose(text, lineCounter);
  // Where the stack ends says nothing about the text.
  if (doc === undefined || doc.errors.some((error) => error.code === 'RESOURCE_EXHAUSTION')) {
    problems.add(at(0), m.yamlTooDeep);
    return undefined;
  }
  const broken = doc.errors[0] ?? doc.warnings[0];
  if (broken !== undefined) {
    const tab = tabInIndentation(text, broken.pos[0]);
    const syntax = m.yamlSyntax({ code: broken.code, problem: broken.message });
    problems.add(at(tab ?? broken.pos[0]), tab === undefined ? syntax : m.yamlTab);
    return undefined;
  }
  const before = problems.count;
  refuseAnchors(doc, text, at, problems);
  const value = toPlain(doc.contents, (node, message) => problems.add(at(startOf(node)), message));
  if (problems.count > before) return undefined;
  return locate(doc, value, at);
}

/** The first tab before the text of a line; the library has other words for what it leads to. */
function tabInIndentation(text: string, offset: number): number | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const indentation = /^[ \t]*/.exec(text.slice(start, start + 1000))?.[0] ?? '';
  const tab = indentation.indexOf('\t');
  return tab < 0 ? undefined : start + tab;
}

function compose(text: string, lineCounter: LineCounter): Document | undefined {
  try {
    // Duplicate keys are found by toPlain: the library compares every key with every other.
    return parseDocument(text, { version: '1.2', schema: 'core', prettyErrors: false, uniqueKeys: false, lineCounter });
  } catch (error) {
    // The library recurses; a few thousand open brackets are too many for the stack.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function refuseAnchors(doc: Document, text: string, at: (offset: number) => Place, problems: Problems): void {
  visit(doc, {
    Node: (_key, node) => {
      if (isAlias(node)) problems.add(at(startOf(node)), messages().lesson.yamlAlias({ name: node.source }));
      else if (node.anchor !== undefined) {
        const offset = text.lastIndexOf(`&${node.anchor}`, startOf(node));
        problems.add(at(Math.max(0, offset)), messages().lesson.yamlAnchor({ name: node.anchor }));
      }
    },
  });
}

const startOf = (node: unknown): number => (isNode(node) ? (node.range?.[0] ?? 0) : 0);

function locate(doc: Document, value: Plain, at: (offset: number) => Place): YamlTree {
  const entries = new WeakMap<object, ReadonlyMap<string, { readonly key: unknown; readonly value: unknown }>>();
  const entry = (node: unknown, key: string | number | undefined) => {
    if (!isMap(node)) return undefined;
    let known = entries.get(node);
    if (known === undefined) {
      known = new Map(node.items.map((pair) => [keyText(pair.key) ?? '', pair]));
      entries.set(node, known);
    }
    return known.get(String(key));
  };
  const walk = (path: YamlPath): { readonly node: unknown; readonly whole: boolean } => {
    let node: unknown = doc.contents;
    for (const step of path) {
      const next = isSeq(node) ? node.items[Number(step)] : entry(node, step)?.value;
      if (next === undefined) return { node, whole: false };
      node = next;
    }
    return { node, whole: true };
  };
  return {
    value,
    has: (path) => walk(path).whole,
    place: (path) => at(startOf(walk(path).node)),
    keyPlace: (path) => {
      const parent = walk(path.slice(0, -1));
      const key = parent.whole ? entry(parent.node, path.at(-1))?.key : undefined;
      return at(startOf(key ?? walk(path).node));
    },
    text: (path) => {
      const { node, whole } = walk(path);
      return whole && isScalar(node) && typeof node.value === 'string' ? node.value : undefined;
    },
  };
}
