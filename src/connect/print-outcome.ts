import type { Outcome } from './request.ts';

/** The status line, then the answer; JSON is laid out. */
export function answerLines({ status, reason, body }: Extract<Outcome, { kind: 'answered' }>): readonly string[] {
  const text = pretty(body).trimEnd();
  return [`${status} ${reason}`.trim(), ...(text === '' ? [] : text.split('\n'))];
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
