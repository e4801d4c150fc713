import type { LiveNames } from '../command/complete/types.ts';
import { closeNames, speaksOfNames } from '../command/doubt/close-names.ts';
import { doubtLine } from '../command/doubt/doubt-line.ts';
import { loadToolTable } from '../command/tools/tool-table.ts';
import { inTime } from '../live/in-time.ts';
import { messages } from '../messages/index.ts';

/** How long a look at the cluster may take, in milliseconds: later it would see what the line itself has done. */
const lookMs = 500;

/** What is to be told beside the run of a line that a learner typed. isMuseum: its tools are meant. */
export type RemarkOn = (line: string, options: { readonly isMuseum: boolean }) => Promise<readonly string[]>;

/** Remarks of what is probably meant otherwise. look: reads the names there are. What it makes never throws. */
export const remarkOnLines =
  (look: () => Promise<LiveNames>): RemarkOn =>
  async (line, { isMuseum }) => {
    const names = speaksOfNames(line) ? await inTime(look, lookMs) : undefined;
    return [...(await doubts(line, isMuseum)), ...(names ? closeNames(line, names) : [])];
  };

/** A line that cannot be run at all explains itself. */
async function doubts(line: string, isMuseum: boolean): Promise<readonly string[]> {
  const doubt = doubtLine(line, await loadToolTable(), { isMuseum });
  if (!doubt || doubt.isHopeless) return [];
  const { what, why } = doubt.explanation;
  const meant = doubt.mended === undefined ? undefined : messages().typing.meant({ line: doubt.mended });
  return [[what, why, meant].filter((part) => part !== undefined).join(' ')];
}
