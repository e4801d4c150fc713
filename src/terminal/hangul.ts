/** Keys of the Korean 2-set layout (KS X 5002), row by row: the Latin letter and the jamo on it. A capital: with shift. */
const layout = [
  'qㅂQㅃwㅈWㅉeㄷEㄸrㄱRㄲtㅅTㅆyㅛuㅕiㅑoㅐOㅒpㅔPㅖ',
  'aㅁsㄴdㅇfㄹgㅎhㅗjㅓkㅏlㅣ',
  'zㅋxㅌcㅊvㅍbㅠnㅜmㅡ',
].join('');

/** Final consonants in the order of their code points from U+11A8 on. */
const finals = 'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ';
const firstFinal = 0x11a8;

function makeLetters(): ReadonlyMap<string, string> {
  const letters = new Map<string, string>();
  for (const [, letter = '', jamo = ''] of layout.matchAll(/([A-Za-z])(.)/gu)) {
    // NFKC turns a compatibility jamo into the conjoining initial consonant or vowel.
    letters.set(jamo.normalize('NFKC'), letter);
    const final = finals.indexOf(jamo);
    if (final !== -1) letters.set(String.fromCodePoint(firstFinal + final), letter);
  }
  return letters;
}

const letters = makeLetters();

/**
 * The Latin letter a person meant with a key, for shortcuts: the letter itself, or for a Hangul jamo (compatibility,
 * conjoining or half-width) the letter on its key. Undefined for anything else, also for jamo that take two keys (ㅘ, ㄳ).
 * Shift is lost where the layout has no second jamo: Shift+G arrives as ㅎ, which is `g`.
 */
export function letterOf(text: string): string | undefined {
  const plain = text.normalize('NFKC');
  return /^[A-Za-z]$/.test(plain) ? plain : letters.get(plain);
}
