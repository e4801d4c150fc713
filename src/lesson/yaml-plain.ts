import { isMap, isScalar, isSeq } from 'yaml';
import { messages } from '../messages/index.ts';

/** A number that JavaScript would print in another way than it was written: 1.0, 007, 1e3, 12345678901234567890. */
export interface WrittenNumber {
  readonly [writtenAs]: string;
  readonly number: number;
}
const writtenAs = Symbol('written as');

export type Mapping = { readonly [key: string]: Plain };
export type Plain = string | number | boolean | null | WrittenNumber | readonly Plain[] | Mapping;

const deepest = 12;

/** How a number was written, if that is not how JavaScript prints it. */
export function asWritten(value: unknown): string | undefined {
  return isWritten(value) ? value[writtenAs] : undefined;
}

/** A mapping, not a list and not a scalar. */
export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isWritten(value);
}

function isWritten(value: unknown): value is WrittenNumber {
  return typeof value === 'object' && value !== null && writtenAs in value;
}

/** Numbers as numbers again: for JSON values and database rows. */
export function withNumbers(value: unknown): unknown {
  if (isWritten(value)) return value.number;
  if (Array.isArray(value)) return value.map(withNumbers);
  if (isMapping(value)) return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withNumbers(part)]));
  return value;
}

/** YAML nodes to plain data; what the lesson format does not allow is told with the node it stands at. */
export function toPlain(node: unknown, tell: (node: unknown, message: string) => void, depth = 0): Plain {
  const m = messages().lesson;
  if (depth > deepest) {
    tell(node, m.yamlTooDeep);
    return null;
  }
  if (isScalar(node)) return scalar(node.value, node.source);
  if (isSeq(node)) return node.items.map((item) => toPlain(item, tell, depth + 1));
  if (!isMap(node)) return null;
  // Without a prototype, no key of an author can be mistaken for a method.
  const mapping: { [key: string]: Plain } = Object.create(null);
  for (const { key, value } of node.items) {
    const name = keyText(key);
    if (name === undefined || name === '__proto__') tell(key ?? node, m.yamlKey);
    else if (name === '<<') tell(key, m.yamlMergeKey);
    else if (name in mapping) tell(key, m.yamlDuplicateKey({ key: name }));
    else mapping[name] = toPlain(value, tell, depth + 1);
  }
  return mapping;
}

/** A key as text, numbers as they were written; undefined for an empty key, a list or a mapping. */
export function keyText(key: unknown): string | undefined {
  if (!isScalar(key) || key.value === null) return undefined;
  return typeof key.value === 'number' ? (key.source ?? String(key.value)) : String(key.value);
}

function scalar(value: unknown, source: string | undefined): Plain {
  if (typeof value === 'number') {
    return source === undefined || source === String(value) ? value : { [writtenAs]: source, number: value };
  }
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  return null;
}
