import { messages } from '../messages/index.ts';
import { defined } from './defined.ts';
import type { Option, Options } from './fence-role.ts';
import { isId, pathFault } from './names.ts';
import type { Place, Problems } from './source.ts';
import { meantOrKnown } from './suggest.ts';
import { type DatabaseName, databaseNames, type Museum, museum } from './types.ts';

const defaultTimeoutMs = 60_000;
const longestTimeoutMs = 60 * 60_000;

/** Where an option's value stands. */
export function valuePlace({ word, value }: Option): Place {
  const quote = word.text.endsWith('"') && !value?.endsWith('"') ? 1 : 0;
  return { line: word.place.line, column: word.place.column + word.text.length - quote - (value?.length ?? 0) };
}

/** The flags every kind of run block has. */
export function readRunFlags(options: Options, problems: Problems) {
  const id = readId(options, problems);
  return { timeoutMs: readTimeout(options, problems), expectFail: readExpect(options, problems), ...defined({ id }) };
}

function readId(options: Options, problems: Problems): string | undefined {
  const option = options.get('id');
  if (option?.value === undefined) return undefined;
  if (isId(option.value)) return option.value;
  problems.add(valuePlace(option), messages().lesson.badId({ id: option.value }));
  return undefined;
}

function readTimeout(options: Options, problems: Problems): number {
  const option = options.get('timeout');
  if (option?.value === undefined) return defaultTimeoutMs;
  const units = { ms: 1, s: 1000, m: 60_000 };
  const [, amount, unit] = /^(\d{1,9}(?:\.\d{1,3})?)(ms|s|m)$/.exec(option.value) ?? [];
  const ms = amount && unit ? Math.round(Number(amount) * units[unit as keyof typeof units]) : 0;
  if (ms >= 1 && ms <= longestTimeoutMs) return ms;
  const meant = /^\d{1,4}$/.test(option.value) && option.value !== '0';
  const suggestion = meant ? messages().lesson.didYouMean({ name: `timeout=${option.value}s` }) : undefined;
  problems.add(valuePlace(option), messages().lesson.badTimeout({ value: option.value }), suggestion);
  return defaultTimeoutMs;
}

function readExpect(options: Options, problems: Problems): boolean {
  const option = options.get('expect');
  if (option === undefined) return false;
  if (option.value !== 'fail') problems.add(valuePlace(option), messages().lesson.expectFailOnly);
  return true;
}

/** `at=`: the database of a sql block; `place` is the block's, for when it is missing. */
export function readDatabase(options: Options, place: Place, problems: Problems): DatabaseName | undefined {
  const option = options.get('at');
  if (option?.value === undefined) {
    problems.add(
      place,
      messages().lesson.sqlNeedsAt,
      messages().lesson.knownHere({ names: databaseNames.map((name) => `at=${name}`) }),
    );
    return undefined;
  }
  const name = databaseNames.find((one) => one === option.value);
  if (name !== undefined) return name;
  problems.add(
    valuePlace(option),
    messages().lesson.unknownDatabase({ name: option.value }),
    meantOrKnown(option.value, databaseNames),
  );
  return undefined;
}

/** `at=` of a sh block: whose tools run, where they are not those of the lessons' Kafka. */
export function readPlace(options: Options, problems: Problems): Museum | undefined {
  const option = options.get('at');
  if (option?.value === undefined) return undefined;
  if (option.value !== museum) {
    const { unknownPlace } = messages().lesson;
    problems.add(valuePlace(option), unknownPlace({ name: option.value }), meantOrKnown(option.value, [museum]));
  }
  // There is one place only: a misspelled name means it, and its commands are judged as its own.
  return museum;
}

/** `file=`: a path inside the workspace; `from=`: one beside the lesson. undefined: not given, or told to `problems`. */
export function readFileOption(
  options: Options,
  problems: Problems,
  key: 'file' | 'from' = 'file',
): string | undefined {
  const option = options.get(key);
  if (option?.value === undefined) return undefined;
  const fault = pathFault(option.value);
  if (fault === undefined) return option.value;
  problems.add(valuePlace(option), messages().lesson.badPath({ name: option.value, fault }));
  return undefined;
}
