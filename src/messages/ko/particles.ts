/**
 * Particles that depend on the last sound of the word before them: 토픽을, 브로커를, broker-1로. A name may be in Latin letters,
 * end in a digit, or stand in quotes; what counts is how it is read aloud.
 */

/** closed: a final consonant; rieul: the final consonant ㄹ, after which it is 로; unknown: nobody can say how it is read */
type Ending = 'open' | 'closed' | 'rieul' | 'unknown';

const forms = {
  '을/를': { closed: '을', open: '를', unknown: '을(를)' },
  '이/가': { closed: '이', open: '가', unknown: '이(가)' },
  '은/는': { closed: '은', open: '는', unknown: '은(는)' },
  '과/와': { closed: '과', open: '와', unknown: '과(와)' },
  '으로/로': { closed: '으로', open: '로', unknown: '(으)로' },
  '이나/나': { closed: '이나', open: '나', unknown: '(이)나' },
  '이라/라': { closed: '이라', open: '라', unknown: '(이)라' },
} as const;

export type Particle = keyof typeof forms;

/** The word with its particle: `josa('orders', '을/를')` is `orders를`. */
export const josa = (word: string | number, particle: Particle): string => `${word}${particleFor(word, particle)}`;

/** The particle alone, where something stands between it and the word. */
export function particleFor(word: string | number, particle: Particle): string {
  const ending = endingOf(String(word));
  const form = forms[particle];
  if (ending === 'rieul') return particle === '으로/로' ? form.open : form.closed;
  return form[ending];
}

/** How the word ends when it is read aloud. */
export function endingOf(word: string): Ending {
  const text = withoutClosing(word.normalize('NFC'));
  const number = /\d[\d,]*$/.exec(text)?.[0];
  if (number !== undefined) return endingOfNumber(number.replaceAll(',', ''));
  const latin = /[A-Za-z]+$/.exec(text)?.[0];
  if (latin !== undefined) return endingOfLatin(latin);
  const last = text.at(-1) ?? '';
  return endingOfHangul(last) ?? symbols[last] ?? 'unknown';
}

/** Signs at the end that are read: 100%, C#. */
const symbols: Readonly<Record<string, Ending>> = {
  '%': 'open',
  '+': 'open',
  '&': 'open',
  $: 'open',
  '*': 'open',
  '/': 'open',
  '\\': 'open',
  '#': 'closed',
  '-': 'closed',
  _: 'rieul',
  '~': 'rieul',
};

/** Cuts off what is not read at the end: quotes, punctuation, and a remark in brackets behind the word. */
function withoutClosing(text: string): string {
  const beforeRemark = text.replace(/(?<=[\p{L}\p{N}])\s*(\([^()]*\)|\[[^[\]]*\])$/u, '');
  const bare = beforeRemark.replace(/[^\p{L}\p{N}%+&$#*]+$/u, '');
  // A name that is nothing but a sign, as "-", is read as that sign.
  return bare === '' ? beforeRemark.replaceAll(/["'`()[\]{}<>\s]/g, '') : bare;
}

function endingOfHangul(letter: string): Ending | undefined {
  if (letter >= '가' && letter <= '힣') {
    // Unicode orders syllables by their 28 finals; the 8th is ㄹ.
    const final = (letter.charCodeAt(0) - 0xac00) % 28;
    return final === 0 ? 'open' : final === 8 ? 'rieul' : 'closed';
  }
  // A letter alone is called by its name: 기역, 리을, 아.
  if (letter === 'ㄹ') return 'rieul';
  if (letter >= 'ㄱ' && letter <= 'ㅎ') return 'closed';
  return letter >= 'ㅏ' && letter <= 'ㅣ' ? 'open' : undefined;
}

/** 영 일 이 삼 사 오 육 칠 팔 구 */
const digits: readonly Ending[] = [
  'closed',
  'rieul',
  'open',
  'closed',
  'open',
  'open',
  'closed',
  'rieul',
  'rieul',
  'open',
];

function endingOfNumber(number: string): Ending {
  const zeros = /0*$/.exec(number)?.[0].length ?? 0;
  if (zeros === 0) return digits[Number(number.at(-1))] ?? 'unknown';
  // 십, 백, 천, 만, 억 and 경 have a final consonant as 영 has; only 조 has none.
  return zeros < number.length && zeros >= 12 && zeros < 16 ? 'open' : 'closed';
}

/** Words whose reading their letters do not tell. */
const words: Readonly<Record<string, Ending>> = {
  bit: 'open',
  exit: 'open',
  good: 'closed',
  home: 'closed',
  id: 'open',
  json: 'closed',
  lag: 'closed',
  sleep: 'closed',
  type: 'closed',
  yaml: 'rieul',
};

/** Capitals up to this length are read letter by letter: API, JDBC. */
const acronymLength = 4;

function endingOfLatin(run: string): Ending {
  // MariaDB ends in DB, PartitionCount in Count.
  const word = /(?:[A-Z]+|[A-Z]?[a-z]+)$/.exec(run)?.[0] ?? run;
  const lower = word.toLowerCase();
  const known = words[lower];
  if (known) return known;
  const isAcronym = word.length === 1 || (word === word.toUpperCase() && word.length <= acronymLength);
  return isAcronym || !/[aeiouy]/.test(lower) ? endingOfLetter(lower.at(-1) ?? '') : endingOfSpelling(lower);
}

/** The names of the letters: 엘 and 알, 엠 and 엔; all others end in a vowel. */
function endingOfLetter(letter: string): Ending {
  if (letter === 'l' || letter === 'r') return 'rieul';
  return letter === 'm' || letter === 'n' ? 'closed' : 'open';
}

/** By the rules for foreign words; the first pattern that fits decides. */
const spellings: readonly (readonly [RegExp, Ending])[] = [
  [/l(l?|e)$/, 'rieul'], // shell, table, file
  [/([aeiouy][mn]e|[mn]|ng)$/, 'closed'], // name, lesson, string
  [/([aiou]ck|ook|[aeiou]c)$/, 'closed'], // lock, hook, topic
  [/oop$/, 'open'], // loop
  [/[aeiou]p?[pb]$/, 'closed'], // shop, group, job
  [/out$/, 'closed'], // timeout
  [/[aeiou]{2}t$/, 'open'], // heartbeat, root
  [/[aeiou]t$/, 'closed'], // offset, snapshot
];

const endingOfSpelling = (word: string): Ending => spellings.find(([spelling]) => spelling.test(word))?.[1] ?? 'open';
