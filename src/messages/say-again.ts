import { type Language, type Messages, messagesIn } from './index.ts';

/** What a check or a session says that has no placeholder, by its words in one language. */
function sentences({ check, session }: Messages): ReadonlyMap<string, string> {
  const plain = [...Object.entries(check), ...Object.entries(session)];
  return new Map(plain.flatMap(([key, said]) => (typeof said === 'string' ? [[key, said] as const] : [])));
}

/** A sentence that was said in one language, in another one; as it is where it is not known. */
export function sayAgain(text: string, { from, to }: { readonly from: Language; readonly to: Language }): string {
  const key = [...sentences(messagesIn(from))].find(([, said]) => said === text)?.[0];
  return (key === undefined ? undefined : sentences(messagesIn(to)).get(key)) ?? text;
}
