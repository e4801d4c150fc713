import type { Outcome } from './request.ts';

/** The status line, then the answer; JSON is laid out. */
export function answerLines({ status, reason, body }: Extract<Outcome, { kind: 'answered' }>): readonly string[] {
  const text = pretty(body).trimEnd();
  return [`${status} ${reason}`.trim(), ...(text === '' ? [] : text.split('\n'))];
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), byLines, 2);
  } catch {
    return body;
  }
}

/** A Java trace is one text of a hundred lines: nobody finds its cause in it unless each has a line of its own. */
const byLines = (_key: string, value: unknown): unknown =>
  typeof value === 'string' && value.trimEnd().includes('\n') ? value.trimEnd().split(/\r?\n\t*/) : value;
