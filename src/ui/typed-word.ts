/** What is typed while letters are keys, one soon after the other: perhaps a command, whose line was not opened first. */
export type TypedWord = {
  readonly text: string;
  /** when its last character came, in milliseconds */
  readonly at: number;
  /** a letter of it is no key, so no key can have been meant */
  readonly hasStranger: boolean;
};

/** Who means a key waits to see what it does; who types on is writing. In milliseconds. */
const typesOnWithinMs = 1000;

/** The word after one more character. isKey: the character does something here. now: in milliseconds. */
export function typeOn(
  word: TypedWord | undefined,
  { text, isKey, now }: { readonly text: string; readonly isKey: boolean; readonly now: number },
): TypedWord {
  const before = word !== undefined && now - word.at <= typesOnWithinMs ? word : undefined;
  const isLetter = /^\p{L}/u.test(text);
  const isWord =
    before?.hasStranger === true || (text === ' ' && !isKey && before !== undefined && before.text.length > 1);
  // A word begins with letters; `?` or a number before it was meant as a key.
  if (!isLetter && !isWord) return { text: '', at: now, hasStranger: false };
  return {
    text: `${before?.text ?? ''}${text}`,
    at: now,
    hasStranger: before?.hasStranger === true || (isLetter && !isKey),
  };
}

/**
 * Somebody is writing: a letter that is no key, and another character soon after it; or letters and then a blank. `kaf` of `kafka-topics.sh` is enough; nothing
 * but scrolling, and the question or the page of the solution (`a`), which goes at once, has happened until then.
 */
export const isWriting = ({ text, hasStranger }: TypedWord): boolean =>
  text.trim().length > 1 && (hasStranger || text.endsWith(' '));
