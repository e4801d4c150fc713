/** The locale of the settings of Windows and macOS. On Linux the environment is all there is: undefined. */
export const systemLocale = (platform: NodeJS.Platform = process.platform): string | undefined =>
  platform === 'win32' || platform === 'darwin' ? Intl.DateTimeFormat().resolvedOptions().locale : undefined;
