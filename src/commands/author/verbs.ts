import type { Command } from 'commander';
import { messages } from '../../messages/index.ts';
import { type CommonOptions, withCommonOptions } from '../options.ts';

type Done = (work: Promise<number>) => Promise<void>;

/** Adds `author` with its verbs, one file each; each is imported only when it is asked for. */
export function addAuthorVerbs(program: Command, done: Done, version: string): void {
  const { description, options } = messages().author;
  const author = program.command('author').description(description).helpCommand(false).exitOverride();
  // Options may stand before or behind the verb.
  const optionsOf = <T extends CommonOptions>(command: Command): T => command.optsWithGlobals<T>();
  const verb = (usage: string, tells: string): Command =>
    withCommonOptions(author.command(usage)).description(tells).exitOverride();

  verb('new <dir>', messages().authorNew.about).action(async (folder: string, _, command: Command) =>
    done((await import('./new.ts')).authorNewCommand(folder, optionsOf(command))),
  );
  verb('check [dir]', options.check)
    .option('--json', messages().cli.options.json)
    .option('--accept <language>', options.accept)
    .option('--release', options.release)
    .action(async (folder: string | undefined, _, command: Command) =>
      done((await import('./check.ts')).authorCheckCommand(folder, optionsOf(command))),
    );
  verb('schema [part]', options.schema).action(async (part: string | undefined) =>
    done((await import('./schema.ts')).authorSchemaCommand(part ?? 'pack')),
  );

  verb('preview [dir]', messages().authorPreview.about).action(
    async (folder: string | undefined, _, command: Command) =>
      done((await import('./preview.ts')).authorPreviewCommand(folder, optionsOf(command), version)),
  );

  const { test } = messages().authorTest;
  verb('test [lesson...]', test.about)
    .option('--junit <file>', test.junit)
    .option('--resume', test.resume)
    .option('--json', messages().cli.options.json)
    .action(async (names: string[], _, command: Command) =>
      done((await import('./test.ts')).authorTestCommand(names, optionsOf(command), version)),
    );
}
