type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What the terminal is sure to draw well, as far as system and environment tell.
 * lines: all in one cell · marks: lines of borders may take two, as everything that Unicode calls ambiguous does with East
 * Asian settings, which `✓` and `✗` are not · ascii: nothing else.
 */
export type Drawable = 'lines' | 'marks' | 'ascii';

export function drawableHere(env: Environment, platform: NodeJS.Platform = process.platform): Drawable {
  // Consoles of Windows before the Terminal have fonts and widths of their own; they set no locale.
  if (platform === 'win32') return env['WT_SESSION'] ? 'lines' : 'marks';
  if (/^(linux|dumb|vt\d+|ansi|cons25)\b/.test(env['TERM'] ?? '')) return 'ascii';
  // POSIX: the first that is set decides. Terminals of macOS speak UTF-8 also where none is.
  const locale = [env['LC_ALL'], env['LC_CTYPE'], env['LANG']].find(Boolean) ?? (platform === 'darwin' ? 'UTF-8' : 'C');
  if (!/utf-?8/i.test(locale)) return 'ascii';
  return /^(zh|ja|ko)\b/i.test(locale.replace('_', '-')) ? 'marks' : 'lines';
}
