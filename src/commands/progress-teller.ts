import type { Progress } from '../engine/types.ts';
import { messages } from '../messages/index.ts';
import { tellLine } from './output.ts';

/** At most this often a line while downloading, in milliseconds. */
const downloadEveryMs = 2000;

/** Tells on stderr how far the services are: a line a phase, and now and then one while downloading. */
export function createProgressTeller(now: () => number = Date.now): (progress: Progress) => void {
  const told = new Map<string, Progress['phase']>();
  let lastDownload = Number.NEGATIVE_INFINITY;
  return ({ service, phase, done, total, secondsLeft, memoryMb }) => {
    const say = messages().cli;
    if (phase === 'downloading' && done !== undefined && total !== undefined) {
      if (now() - lastDownload < downloadEveryMs) return;
      lastDownload = now();
      tellLine(`${service}: ${say.phase.downloading}, ${say.downloaded({ done, total, secondsLeft })}`);
      return;
    }
    if (told.get(service) === phase || phase === 'checking' || phase === 'ready') return;
    told.set(service, phase);
    const memory = memoryMb === undefined ? '' : `, ${say.memory({ megabytes: memoryMb })}`;
    tellLine(`${service}: ${say.phase[phase]}${phase === 'starting' ? memory : ''}`);
  };
}
