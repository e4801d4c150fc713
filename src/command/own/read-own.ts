import { closest, distance } from 'fastest-levenshtein';
import { brokerName, isTarget, type Target, type TargetAction, targetNames } from '../../engine/target.ts';
import type { Explanation } from '../../errors.ts';
import { messages } from '../../messages/index.ts';

/** This program's own name as a tool of lessons. */
export const ownTool = 'kafka-lessons';

/** What a command line of `kafka-lessons …` in a lesson asks for. */
export type OwnCall =
  | { readonly verb: TargetAction; readonly target: Target }
  | { readonly verb: 'watch'; readonly subject: 'topic' | 'group'; readonly name: string }
  /** address: HOST:PORT */
  | { readonly verb: 'probe'; readonly address: string }
  /** file: in the folder the command runs in, or anywhere */
  | { readonly verb: 'properties'; readonly file: string };

export const ownVerbs = ['start', 'stop', 'kill', 'watch', 'probe', 'properties'] as const;
export type OwnVerb = (typeof ownVerbs)[number];

export type ReadOwn =
  | { readonly ok: true; readonly call: OwnCall }
  | { readonly ok: false; readonly problem: Explanation };

/** Reads the words behind `kafka-lessons`. */
export function readOwn([verb = '', ...rest]: readonly string[]): ReadOwn {
  const known = ownVerbs.find((each) => each === verb);
  const say = messages().own;
  if (known === undefined) {
    return wrong(say.unknownVerb({ verb }), meant(verb, ownVerbs) ?? say.verbs({ verbs: ownVerbs }), say.elsewhere);
  }
  switch (known) {
    case 'start':
    case 'stop':
    case 'kill':
      return readTarget(known, rest);
    case 'watch':
      return readWatch(rest);
    case 'probe':
      return readProbe(rest);
    case 'properties':
      return readProperties(rest);
    default:
      return known satisfies never;
  }
}

function readTarget(verb: TargetAction, [name = '', ...more]: readonly string[]): ReadOwn {
  const say = messages().own;
  if (name === '' || more.length > 0) return wrong(say.oneTarget({ verb }), say.exampleTarget({ verb }));
  const keepsUp = (target: string): boolean => target === brokerName(1) && verb !== 'start';
  if (!isTarget(name)) {
    const others = targetNames.filter((target) => !keepsUp(target));
    const next = verb === 'start' ? say.targets : say.exampleTarget({ verb });
    return wrong(say.unknownTarget({ name }), meant(name, others) ?? next);
  }
  // Without its controller a cluster elects no leader and lets nobody in: there is nothing to see and no way back.
  if (keepsUp(name)) {
    return wrong(say.controllerStays({ name }), say.exampleTarget({ verb }), say.controllerStaysWhy);
  }
  return { ok: true, call: { verb, target: name } };
}

function readWatch([subject = '', name = '', ...more]: readonly string[]): ReadOwn {
  const say = messages().own;
  if (subject !== 'topic' && subject !== 'group') {
    return wrong(say.watchWhat({ subject }), meant(subject, ['topic', 'group']) ?? say.exampleWatch);
  }
  if (name === '' || more.length > 0) return wrong(say.oneName({ subject }), say.exampleWatch);
  return { ok: true, call: { verb: 'watch', subject, name } };
}

function readProbe([address = '', ...more]: readonly string[]): ReadOwn {
  const say = messages().own;
  if (!/^[^\s:]+:\d{1,5}$/.test(address) || more.length > 0) return wrong(say.oneAddress, say.exampleProbe);
  return { ok: true, call: { verb: 'probe', address } };
}

function readProperties([file = '', ...more]: readonly string[]): ReadOwn {
  const say = messages().own;
  if (file === '' || more.length > 0) return wrong(say.oneFile, say.exampleProperties);
  return { ok: true, call: { verb: 'properties', file } };
}

const wrong = (what: string, next: string, why?: string): ReadOwn => ({
  ok: false,
  problem: { what, next, ...(why !== undefined && { why }) },
});

function meant(name: string, names: readonly string[]): string | undefined {
  const near = closest(name, [...names]);
  return distance(near, name) <= 2 ? messages().own.didYouMean({ name: near }) : undefined;
}
