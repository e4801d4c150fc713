/** On Linux Java reads arguments and file names in the locale's encoding: in plain C, as in many containers, only ASCII survives. */
export function utf8Locale(env: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): { LC_ALL?: string } {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  return platform === 'linux' && !/utf-?8/i.test(locale) ? { LC_ALL: 'C.UTF-8' } : {};
}
