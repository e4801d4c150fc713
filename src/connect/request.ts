import { STATUS_CODES } from 'node:http';

export type HttpRequest = {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
};

/** How one attempt ended. */
export type Outcome =
  | { readonly kind: 'answered'; readonly status: number; readonly reason: string; readonly body: string }
  /** 409, and it will pass: the workers are agreeing on who does what */
  | { readonly kind: 'rebalancing'; readonly body: string }
  /** refused: nothing listens, so that nothing was done; else it was silent, or went away half way */
  | { readonly kind: 'unreachable'; readonly refused: boolean };

/** A 409 also says that a name is taken; only these pass by themselves. */
const passes = /rebalanc|momentarily|stale configuration|conflicting operation/i;

/**
 * One attempt. Never throws but for an aborted signal.
 * @param timeoutMs how long the whole answer may take
 */
export async function requestOnce(
  { method, url, headers, body }: HttpRequest,
  { timeoutMs, signal }: { readonly timeoutMs: number; readonly signal?: AbortSignal },
): Promise<Outcome> {
  const late = new AbortController();
  // AbortSignal.timeout would not keep the program alive, and neither does fetch where a connection is taken and closed at once.
  const timer = setTimeout(() => late.abort(), timeoutMs);
  try {
    const response = await fetch(withAddress(url), {
      method,
      headers: headers.map(([name, value]): [string, string] => [name, value]),
      ...(body !== '' && { body }),
      signal: AbortSignal.any([late.signal, ...(signal ? [signal] : [])]),
    });
    const text = await response.text();
    if (response.status === 409 && passes.test(text)) return { kind: 'rebalancing', body: text };
    const reason = response.statusText || (STATUS_CODES[response.status] ?? '');
    return { kind: 'answered', status: response.status, reason, body: text };
  } catch (error) {
    signal?.throwIfAborted();
    return { kind: 'unreachable', refused: isRefused(error) };
  } finally {
    clearTimeout(timer);
  }
}

/** Services listen at 127.0.0.1, and the name may mean ::1 first. */
const withAddress = (url: string): string =>
  url.replace(/^(https?:\/\/)localhost(?=[:/?#]|$)/i, (_, scheme: string) => `${scheme}127.0.0.1`);

function isRefused(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && cause.code === 'ECONNREFUSED';
}
