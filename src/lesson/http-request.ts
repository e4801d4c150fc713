import { messages } from '../messages/index.ts';
import { outsidePath } from './confined.ts';
import type { Fence } from './fence.ts';
import type { Problems } from './source.ts';
import { meantOrKnown } from './suggest.ts';
import type { HttpBlock } from './types.ts';

export type HttpRequest = Pick<HttpBlock, 'method' | 'url' | 'headers' | 'body'>;

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;
const localHosts = ['localhost', '127.0.0.1', '[::1]'];

/**
 * An http block in the .http convention: `METHOD URL`, headers, a blank line, the body. Only this machine may be asked.
 * undefined: told to `problems`.
 */
export function readHttpRequest(fence: Fence, problems: Problems): HttpRequest | undefined {
  const m = messages().lesson;
  const before = problems.count;
  const rows = fence.text.split('\n');
  const first = rows.findIndex((row) => !/^\s*(?:$|#|\/\/)/.test(row));
  const request = rows[first];
  if (request === undefined) {
    problems.add(fence.place, m.httpEmpty);
    return undefined;
  }
  const at = (row: number, column: number) => fence.inFile({ line: row + 1, column });
  const words = Array.from(request.matchAll(/\S+/g));
  const [method, url, version, extra] = words;
  if (method && !methods.some((one) => one === method[0])) {
    problems.add(at(first, method.index + 1), m.unknownMethod({ method: method[0] }), meantOrKnown(method[0], methods));
  }
  if (url === undefined) problems.add(at(first, request.length + 1), m.httpNeedsUrl);
  else {
    const fault = urlFault(url[0]);
    if (fault !== undefined) problems.add(at(first, url.index + 1), m.badUrl({ url: url[0], fault }));
  }
  const stray = version && !/^HTTP\/\d(?:\.\d)?$/.test(version[0]) ? version : extra;
  if (stray) problems.add(at(first, stray.index + 1), m.httpStray({ word: stray[0] }));
  const blank = rows.findIndex((row, index) => index > first && row.trim() === '');
  const headerRows = rows.slice(first + 1, blank < 0 ? undefined : blank);
  const headers = headerRows.map((row, index): [string, string] => {
    const colon = row.indexOf(':');
    const name = row.slice(0, Math.max(0, colon));
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) problems.add(at(first + 1 + index, 1), m.badHeader);
    return [name, row.slice(colon + 1).trim()];
  });
  const body =
    blank < 0
      ? ''
      : rows
          .slice(blank + 1)
          .join('\n')
          .trimEnd();
  if (body !== '' && method && /^(?:GET|HEAD)$/.test(method[0])) {
    problems.add(at(first, method.index + 1), m.methodWithoutBody({ method: method[0] }));
  }
  const outside = outsidePath(body);
  if (outside) {
    const bodyRow = blank + 1 + body.slice(0, outside.index).split('\n').length - 1;
    const column = (rows[bodyRow] ?? '').indexOf(outside.path) + 1;
    problems.add(at(bodyRow, Math.max(1, column)), m.pathOutside({ path: outside.path }));
  }
  if (problems.count > before || !method || !url) return undefined;
  return { method: method[0], url: url[0], headers, body };
}

function urlFault(text: string): 'not-url' | 'not-http' | 'not-local' | undefined {
  if (!URL.canParse(text)) return 'not-url';
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'not-http';
  return localHosts.includes(url.hostname) ? undefined : 'not-local';
}
