import { authorError, type Place, type Source } from '../lesson/source.ts';
import type { AuthorError } from '../lesson/types.ts';

/**
 * error: a learner would be stuck, told something wrong or lose something; it has to be mended.
 * warning: the lesson works, and could be better.
 */
export type Severity = 'error' | 'warning';

/** What finds something; docs/writing-lessons.md tells of each. */
export const ruleSeverities = {
  broken: 'error',
  'missing-hint': 'warning',
  'missing-feedback': 'warning',
  'weak-check': 'error',
  'not-owned': 'warning',
  'dead-link': 'error',
  'wide-drawing': 'warning',
  'avoided-word': 'warning',
  'untranslated-term': 'warning',
  'missing-translation': 'error',
  'different-translation': 'error',
  'stale-translation': 'warning',
  'vanished-id': 'error',
} as const satisfies Record<string, Severity>;
export type Rule = keyof typeof ruleSeverities;

/** Something that `author check` tells of a pack. */
export type Finding = AuthorError & { readonly severity: Severity; readonly rule: Rule };

/** One finding at a place of a source. */
export function finding(rule: Rule, source: Source, place: Place, message: string, suggestion?: string): Finding {
  return asFinding(rule, authorError(source, place, message, suggestion));
}

/** An author's error as a finding. */
export const asFinding = (rule: Rule, error: AuthorError): Finding => ({
  ...error,
  severity: ruleSeverities[rule],
  rule,
});

/** Findings by place; the same one only once. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const key = ({ position, message }: Finding) => `${position.path}:${position.line}:${position.column} ${message}`;
  const distinct = [...new Map(findings.map((one) => [key(one), one])).values()];
  return distinct.toSorted(
    ({ position: a }, { position: b }) => compare(a.path, b.path) || a.line - b.line || a.column - b.column,
  );
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
