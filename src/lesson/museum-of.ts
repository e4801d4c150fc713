import type { Museum, Step } from './types.ts';

/** In a step of the museum its tools are meant, also by what a learner types. */
export const museumOf = ({ runs }: Pick<Step, 'runs'>): Museum | undefined =>
  runs.map((block) => (block.kind === 'sh' ? block.at : undefined)).find((at) => at !== undefined);
