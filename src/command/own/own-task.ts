import type { ClusterReader } from '../../check/facts.ts';
import type { Engine } from '../../engine/types.ts';
import { messages } from '../../messages/index.ts';
import type { Task } from '../types.ts';
import { propertiesLines } from './properties.ts';
import type { OwnCall } from './read-own.ts';
import { watchTask } from './watch.ts';

/** What the program's own commands work with. */
export type OwnDeps = {
  readonly engine: Pick<Engine, 'start' | 'stop' | 'kill' | 'actionShown'>;
  /** a reader of the Kafka at the lessons' address */
  readonly openKafka: () => Promise<ClusterReader>;
  /** what a client meets at an address: lines to print, and the exit code */
  readonly probe: (address: string) => Promise<{ readonly lines: readonly string[]; readonly exitCode: number }>;
  /** a file's bytes as Latin-1, which is how Kafka has Java read its properties files; undefined where there is none */
  readonly readLatin1: (file: string, folder: string | undefined) => Promise<string | undefined>;
  readonly now: () => Date;
};

/** One of the program's own commands as something to run. folder: where it runs; the program's own if left out. */
export async function ownTask(call: OwnCall, deps: OwnDeps, folder?: string): Promise<Task> {
  switch (call.verb) {
    case 'start':
    case 'stop':
    case 'kill':
      return targetTask(call, deps);
    case 'watch':
      return watchTask(call, { open: deps.openKafka, now: deps.now });
    case 'probe':
      return {
        run: async ({ print }) => {
          const { lines, exitCode } = await deps.probe(call.address);
          for (const line of lines) print(line);
          return exitCode;
        },
      };
    case 'properties':
      return {
        run: async ({ print, complain }) => {
          const { lines, problem } = propertiesLines(call.file, await deps.readLatin1(call.file, folder));
          for (const line of lines) print(line);
          for (const line of problem) complain(line);
          return problem.length === 0 ? 0 : 1;
        },
      };
    default:
      return call satisfies never;
  }
}

async function targetTask({ verb, target }: Extract<OwnCall, { target: unknown }>, { engine }: OwnDeps): Promise<Task> {
  const shown = await engine.actionShown(verb, target).catch(() => undefined);
  return {
    ...(shown !== undefined && { shown }),
    run: async ({ print }) => {
      await engine[verb](target);
      print(messages().own.done[verb]({ name: target }));
      return 0;
    },
  };
}
