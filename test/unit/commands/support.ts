import { afterEach, beforeEach, vi } from 'vitest';

/** Keeps what is written to stdout and stderr while a test runs, and from the terminal of who runs it. */
export function capture(): { readonly out: () => string; readonly err: () => string } {
  const written = { out: '', err: '' };
  beforeEach(() => {
    written.out = '';
    written.err = '';
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      written.out += String(text);
      return true;
    });
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      written.err += String(text);
      return true;
    });
  });
  afterEach(() => void vi.restoreAllMocks());
  return { out: () => written.out, err: () => written.err };
}
