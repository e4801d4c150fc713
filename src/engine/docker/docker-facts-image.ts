import { type DockerAnswer, lastLine } from './docker-facts.ts';

/** An image on this machine, from `docker image inspect --format '{{.Architecture}}' IMAGE`. */
export type ImageFact =
  | { readonly state: 'here'; readonly arch: string }
  | { readonly state: 'missing' }
  | { readonly state: 'other'; readonly says: string };

/** Why an image cannot be had, from the error of `docker pull`, `compose up` or `docker manifest inspect`. */
export type ImageProblem =
  | 'offline'
  | 'registry-unreachable'
  | 'rate-limited'
  | 'no-such-image'
  | 'not-allowed'
  | 'disk-full'
  | 'no-such-platform'
  | 'unknown';

export function imageFact(answer: DockerAnswer): ImageFact {
  if (answer.kind !== 'ended') return { state: 'other', says: '' };
  if (answer.exit === 0) return { state: 'here', arch: answer.stdout.trim() };
  if (/no such (image|object)/i.test(answer.stderr)) return { state: 'missing' };
  return { state: 'other', says: lastLine(answer.stderr) };
}

/** Reads docker's words on an image that it could not get. */
export function imageProblem(text: string): ImageProblem {
  if (/no space left on device|disk quota exceeded|not enough space on the disk/i.test(text)) return 'disk-full';
  if (/toomanyrequests|too many requests|rate limit/i.test(text)) return 'rate-limited';
  if (/no matching manifest for/i.test(text)) return 'no-such-platform';
  if (
    /no such host|network is unreachable|no route to host|server misbehaving|temporary failure in name resolution/i.test(
      text,
    )
  ) {
    return 'offline';
  }
  if (
    /i\/o timeout|tls handshake timeout|deadline exceeded|connection refused|connection reset|proxyconnect|x509|request canceled|unexpected EOF|bad gateway|service unavailable/i.test(
      text,
    )
  ) {
    return 'registry-unreachable';
  }
  // A registry says `denied` also for an image that does not exist, so as not to tell which do.
  if (/manifest unknown|no such manifest|not found|repository does not exist|pull access denied/i.test(text)) {
    return 'no-such-image';
  }
  if (/unauthorized|authentication required|denied/i.test(text)) return 'not-allowed';
  return 'unknown';
}
