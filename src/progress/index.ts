export { historyLimit, loadHistory, saveHistory } from './history.ts';
export { type OpenProgress, type OpenProgressOptions, openProgress } from './open-progress.ts';
export { readRecords, rememberedEngine, rememberedLanguage } from './read-progress.ts';
export { rememberEngine } from './remember-engine.ts';
