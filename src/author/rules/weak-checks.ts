import { isDeepStrictEqual } from 'node:util';
import { judgeFile } from '../../check/file.ts';
import type { PlacedAssertion } from '../../lesson/assertions/parse-assertions.ts';
import type { Place } from '../../lesson/source.ts';
import type { Assertion, Step } from '../../lesson/types.ts';
import { messages } from '../../messages/index.ts';
import type { AuthoredPack } from '../authored-pack.ts';
import { type Finding, finding } from '../finding.ts';
import { eachStep, type SeenStep } from './each-step.ts';

/**
 * Checks that hold whatever the learner does, and mistakes that are never told, as far as the text alone shows it. Only
 * `author test` proves that a check fails before its step.
 */
export function weakChecks(pack: AuthoredPack): readonly Finding[] {
  return eachStep(pack, (step) => {
    const tell = (place: Place, message: string) => finding('weak-check', step.source, place, message);
    const placed = [
      ...step.checks,
      ...step.mistakes.flatMap(({ mistake, place }) => mistake.when.map((assertion) => ({ assertion, place }))),
    ];
    return [
      ...placed.flatMap(({ assertion, place }) => emptyDemands(assertion).map((message) => tell(place, message))),
      ...step.checks.flatMap(({ assertion, place }) =>
        heldByFile(assertion, step.step) ? [tell(place, messages().author.fileAsWritten)] : [],
      ),
      ...heldBefore(step).map((place) => tell(place, messages().author.heldBefore)),
      ...neverTold(step).map((place) => tell(place, messages().author.mistakeIsCheck)),
    ];
  });
}

/** Demands that anything fulfils. */
function emptyDemands(assertion: Assertion): readonly string[] {
  const m = messages().author;
  const patterns = 'matches' in assertion ? (assertion.matches ?? []) : [];
  const found = patterns.filter(matchesAnything).map((pattern) => m.matchesAnything({ pattern }));
  if (assertion.subject === 'records' && assertion.atLeast === 0) found.push(m.atLeastNothing);
  return found;
}

/** Nothing, and things that have little in common. */
const samples = ['', 'zq', '7 0\n#', '\u{1F9AA}\n-'];
const matchesAnything = (pattern: string): boolean =>
  !asksForAbsence.test(pattern) && samples.every((sample) => new RegExp(pattern, 'mu').test(sample));
/** Such a pattern fails for a text that has something; which, no sample can know. */
const asksForAbsence = /\(\?<?!/;

/** A file that the step itself writes as the check wants it. */
function heldByFile(assertion: Assertion, step: Step): boolean {
  if (assertion.subject !== 'file') return false;
  const written = step.files.find(({ name, from }) => name === assertion.file && from === undefined);
  if (written === undefined) return false;
  const text = written.crlf ? written.text.replaceAll('\n', '\r\n') : written.text;
  return judgeFile(assertion, text).status === 'pass';
}

type Thing = {
  readonly subject: 'topic' | 'connector' | 'group';
  readonly name: string;
  readonly at: string | undefined;
};

/** The thing of which an assertion says that it is there, and whether it says no more. */
function thingOf(assertion: Assertion): { readonly thing: Thing; readonly only: boolean } | undefined {
  switch (assertion.subject) {
    case 'topic':
    case 'connector':
    case 'group': {
      if (assertion.exists === false) return undefined;
      const { subject, exists: _, ...rest } = assertion;
      const name =
        assertion.subject === 'topic'
          ? assertion.topic
          : assertion.subject === 'group'
            ? assertion.group
            : assertion.connector;
      const at = 'at' in assertion ? assertion.at : undefined;
      const only = Object.keys(rest).every((key) => key === subject || key === 'at');
      return { thing: { subject, name, at }, only };
    }
    default:
      return undefined;
  }
}

/** A step whose only check is that something is there that an earlier step has made, and that nothing has removed since. */
function heldBefore({ checks, before, step }: SeenStep): readonly Place[] {
  const [check, another] = checks;
  const wanted = check && thingOf(check.assertion);
  if (!check || another || !wanted?.only) return [];
  const makes = ({ checks: earlier }: { readonly checks: readonly PlacedAssertion[] }) =>
    earlier.some(({ assertion }) => isDeepStrictEqual(thingOf(assertion)?.thing, wanted.thing));
  const maker = before.findLastIndex(makes);
  if (maker < 0) return [];
  const since = [...before.slice(maker), { step }].map((one) => JSON.stringify([one.step.runs, one.step.solution]));
  return since.some((text) => /delet|drop|reset|\bdown\b/i.test(text)) ? [] : [check.place];
}

/** A mistake is told where a check fails; one that asks for all the checks asks for the contrary. */
function neverTold({ checks, mistakes }: SeenStep): readonly Place[] {
  return mistakes
    .filter(({ mistake }) =>
      checks.every(({ assertion }) => mistake.when.some((when) => isDeepStrictEqual(when, assertion))),
    )
    .map(({ place }) => place);
}
