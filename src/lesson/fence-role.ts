import { messages } from '../messages/index.ts';
import type { Fence, Word } from './fence.ts';
import type { Problems } from './source.ts';
import { didYouMean, meantOrKnown } from './suggest.ts';

export const roles = ['run', 'stdin', 'check', 'mistakes', 'solution', 'setup', 'board', 'learned'] as const;
export const runLanguages = ['sh', 'http', 'sql'] as const;
export type RunLanguage = (typeof runLanguages)[number];

export type Option = { readonly value: string | undefined; readonly word: Word };
export type Options = ReadonlyMap<string, Option>;

/** What a fence is for, with its options known to be allowed there (their values are not looked at yet). */
export type RoleFence =
  | { readonly role: 'shown'; readonly language: string; readonly fence: Fence }
  | {
      readonly role: 'run' | 'solution' | 'setup';
      readonly language: RunLanguage;
      readonly options: Options;
      readonly fence: Fence;
    }
  | {
      readonly role: 'solution-file' | 'file';
      readonly language: string;
      readonly options: Options;
      readonly fence: Fence;
    }
  | { readonly role: 'stdin' | 'check' | 'mistakes' | 'setup-until' | 'board' | 'learned'; readonly fence: Fence };

type OptionForm = 'flag' | 'value';
const runOptions = { timeout: 'value', expect: 'value', id: 'value' } as const;
/** Options of blocks that run, and of solutions that are commands. */
export const optionsOf: Readonly<Record<RunLanguage, Readonly<Record<string, OptionForm>>>> = {
  sh: { background: 'flag', interactive: 'flag', ...runOptions, stop: 'value', at: 'value' },
  http: runOptions,
  sql: { at: 'value', ...runOptions },
};

/** Options of blocks that are files. */
export const fileOptions = { file: 'value', edit: 'flag', crlf: 'flag', from: 'value' } as const;
export const solutionFileOptions = { file: 'value', crlf: 'flag' } as const;

const isRole = (text: string): text is (typeof roles)[number] => (roles as readonly string[]).includes(text);
const isRunLanguage = (text: string): text is RunLanguage => (runLanguages as readonly string[]).includes(text);
const isFileWord = (word: Word): boolean => word.text === 'file' || word.text.startsWith('file=');

/** Reads a fence's info: language, role, then flags and `key=value`. undefined: told to `problems`. */
export function readRole(fence: Fence, problems: Problems): RoleFence | undefined {
  const m = messages().lesson;
  const [language, second, ...others] = fence.info;
  if (language !== undefined && (isRole(language.text) || isFileWord(language) || language.text.includes('='))) {
    problems.add(language.place, m.languageFirst({ word: language.text }));
    return undefined;
  }
  if (language === undefined || second === undefined) return { role: 'shown', language: language?.text ?? '', fence };
  if (isRole(second.text)) return readNamedRole(second.text, language, others, fence, problems);
  const rest = fence.info.slice(1);
  if (!rest.some(isFileWord)) {
    const elsewhere = others.some((word) => isRole(word.text));
    const suggestion = elsewhere ? undefined : meantOrKnown(second.text, [...roles, 'file=NAME']);
    problems.add(
      second.place,
      elsewhere ? m.roleSecond({ word: second.text }) : m.unknownRole({ word: second.text }),
      suggestion,
    );
    return undefined;
  }
  const options = readOptions(rest, fileOptions, problems);
  return options && { role: 'file', language: language.text, options, fence };
}

function readNamedRole(
  role: (typeof roles)[number],
  language: Word,
  words: readonly Word[],
  fence: Fence,
  problems: Problems,
): RoleFence | undefined {
  const m = messages().lesson;
  if (role === 'setup' && language.text === 'yaml')
    return readOptions(words, {}, problems) && { role: 'setup-until', fence };
  if (role === 'check' || role === 'mistakes' || role === 'board') {
    const fits = language.text === 'yaml';
    if (!fits)
      problems.add(
        language.place,
        m.roleLanguage({ role, language: language.text, languages: ['yaml'] }),
        m.didYouMean({ name: `yaml ${role}` }),
      );
    const options = readOptions(words, {}, problems);
    return fits && options ? { role, fence } : undefined;
  }
  if (role === 'learned' && language.text !== 'text') {
    const languages = ['text'];
    problems.add(
      language.place,
      m.roleLanguage({ role, language: language.text, languages }),
      m.didYouMean({ name: 'text learned' }),
    );
    return undefined;
  }
  if (role === 'stdin' || role === 'learned') return readOptions(words, {}, problems) && { role, fence };
  if (role === 'solution' && words.some(isFileWord)) {
    const options = readOptions(words, solutionFileOptions, problems);
    return options && { role: 'solution-file', language: language.text, options, fence };
  }
  if (!isRunLanguage(language.text)) {
    const shell = /^(?:bash|shell|zsh|console|shellscript|cmd|powershell)$/i.test(language.text);
    const languages = role === 'setup' ? [...runLanguages, 'yaml'] : runLanguages;
    const message =
      role === 'solution'
        ? m.solutionLanguage({ language: language.text })
        : m.roleLanguage({ role, language: language.text, languages });
    problems.add(
      language.place,
      message,
      shell ? m.didYouMean({ name: 'sh' }) : didYouMean(language.text, runLanguages),
    );
    return undefined;
  }
  const { background: _, stop: __, ...passing } = optionsOf.sh;
  // What a setup starts would have to be started again with every start of the program.
  const allowed = role === 'setup' && language.text === 'sh' ? passing : optionsOf[language.text];
  const options = readOptions(words, allowed, problems);
  return options && { role, language: language.text, options, fence };
}

function readOptions(
  words: readonly Word[],
  allowed: Readonly<Record<string, OptionForm>>,
  problems: Problems,
): Options | undefined {
  const m = messages().lesson;
  const before = problems.count;
  const options = new Map<string, Option>();
  for (const word of words) {
    const equals = word.text.indexOf('=');
    const name = equals < 0 ? word.text : word.text.slice(0, equals);
    const value = equals < 0 ? undefined : withoutQuotes(word.text.slice(equals + 1));
    const form = Object.hasOwn(allowed, name) ? allowed[name] : undefined;
    const known = Object.entries(allowed).map(([key, kind]) => (kind === 'value' ? `${key}=` : key));
    if (form === undefined) {
      problems.add(
        word.place,
        m.unknownOption({ word: word.text }),
        known.length > 0 ? meantOrKnown(name, known) : m.noOptionsHere,
      );
    } else if (options.has(name)) problems.add(word.place, m.optionTwice({ name }));
    else if (form === 'flag' && value !== undefined) problems.add(word.place, m.optionTakesNoValue({ name }));
    else if (form === 'value' && !value) problems.add(word.place, m.optionWantsValue({ name }));
    options.set(name, { value, word });
  }
  return problems.count > before ? undefined : options;
}

/** A value with spaces in it stands in quotes. */
const withoutQuotes = (value: string): string => /^"([^"]*)"$/.exec(value)?.[1] ?? value;
