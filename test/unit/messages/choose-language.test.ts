import { describe, expect, it } from 'vitest';
import { askedLanguage } from '../../../src/commands/language.ts';
import { chooseLanguage } from '../../../src/messages/choose-language.ts';

describe('the language to speak', () => {
  it.each([
    ['what is asked for', { option: 'ko', remembered: 'en', env: { LANG: 'en_US.UTF-8' } }, 'ko'],
    ['else what was chosen before', { remembered: 'ko', env: { LANG: 'en_US.UTF-8' } }, 'ko'],
    ['else the locale', { env: { LANG: 'ko_KR.UTF-8' } }, 'ko'],
    ['LC_MESSAGES before LANG', { env: { LC_MESSAGES: 'ko_KR', LANG: 'en_US.UTF-8' } }, 'ko'],
    ['LC_ALL before all', { env: { LC_ALL: 'C', LC_MESSAGES: 'ko_KR', LANG: 'ko_KR' } }, 'en'],
    ['an empty variable is none', { env: { LC_ALL: '', LANG: 'ko_KR.eucKR' } }, 'ko'],
    ['C is English', { env: { LANG: 'C.UTF-8' } }, 'en'],
    ['POSIX is English', { env: { LANG: 'POSIX' } }, 'en'],
    ['another language is English', { env: { LANG: 'de_DE.UTF-8' } }, 'en'],
    ['the system where the environment names none', { env: {}, system: 'ko-KR' }, 'ko'],
    ['the environment before the system', { env: { LANG: 'en_US.UTF-8' }, system: 'ko-KR' }, 'en'],
    ['nothing known is English', { env: {} }, 'en'],
    ['a remembered language that is not known any more', { remembered: 'tlh', env: { LANG: 'ko' } }, 'ko'],
    ['a language of three letters is not Korean', { env: { LANG: 'kok_IN' } }, 'en'],
  ] as const)('is %s', (_, wishes, language) => expect(chooseLanguage(wishes)).toBe(language));
});

describe('--lang', () => {
  it.each([
    [['list', '--lang', 'ko'], 'ko'],
    [['--lang=ko', 'list'], 'ko'],
    [['--lang', 'en', 'list', '--lang', 'ko'], 'ko'],
    [['list'], undefined],
    [['list', '--lang'], undefined],
    [['probe', '--', '--lang', 'ko'], undefined],
    [['tool', 'kafka-topics', '--lang', 'ko'], undefined],
  ])('in %j is %s', (args, language) => expect(askedLanguage(args)).toBe(language));
});
