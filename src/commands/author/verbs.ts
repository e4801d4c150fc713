import type { Command } from 'commander';
import { messages } from '../../messages/index.ts';
import { type CommonOptions, withCommonOptions } from '../options.ts';

type Parts = {
  readonly version: string;
  readonly done: (work: Promise<number>) => Promise<void>;
  readonly optionsOf: <T extends CommonOptions>(command: Command) => T;
};

/** The verbs of those who write lessons: `author VERB`. */
export function addAuthorVerbs(program: Command, { version, done, optionsOf }: Parts): void {
  const say = messages().authorTest;
  const author = program.command('author').description(say.description).exitOverride();
  const verb = (usage: string, description: string): Command =>
    withCommonOptions(author.command(usage)).description(description).exitOverride();

  verb('test [lesson...]', say.test)
    .option('--junit <file>', say.options.junit)
    .option('--resume', say.options.resume)
    .option('--json', say.options.json)
    .action(async (names: string[], _, command: Command) =>
      done((await import('./test.ts')).authorTestCommand(names, optionsOf(command), version)),
    );
}
