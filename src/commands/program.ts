import { Command, CommanderError } from 'commander';
import type { OwnVerb } from '../command/own/read-own.ts';
import { exitCodes } from '../errors.ts';
import { messages } from '../messages/index.ts';
import { drawableHere } from '../platform/drawable.ts';
import { glyphsWanted, setGlyphs } from '../terminal/glyphs.ts';
import { addAuthorVerbs } from './author/verbs.ts';
import { withHelpWords } from './help-words.ts';
import { speakLanguageOf } from './language.ts';
import { type CommonOptions, withCommonOptions } from './options.ts';
import { reportError } from './output.ts';
import { unknownCommand, usageError } from './usage-error.ts';

/** Reads the command line and does what it says; each verb is imported only when it is asked for. Returns the exit code. */
export async function runProgram(args: readonly string[], version: string): Promise<number> {
  let code: number = exitCodes.good;
  process.stdout.on('error', onBrokenOutput);
  const done = (work: Promise<number>): Promise<void> =>
    work.then((result) => {
      code = result;
    });
  try {
    await speakLanguageOf(args);
    if (args[0] === 'tool') return await (await import('./environment.ts')).toolCommand(args.slice(1));
    await buildProgram(version, done).parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    // It ends a command line with an error also where it has printed the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.good : reportError(usageError(error));
    return reportError(error);
  }
}

function onBrokenOutput({ code }: NodeJS.ErrnoException): void {
  // The window was closed: whoever has commands to end hears of it as of a hang-up, and is not cut short.
  if (code === 'EIO' && process.listenerCount('SIGHUP') > 0) process.emit('SIGHUP', 'SIGHUP');
  // `kafka-lessons list | head`: who reads has read enough.
  else process.exit(code === 'EPIPE' ? 0 : 1);
}

/** The verbs that lessons use as well; their words are read by command/own. */
const ownUsages = {
  start: 'start <broker>',
  stop: 'stop <broker>',
  kill: 'kill <broker>',
  watch: 'watch <topic|group> <name>',
  probe: 'probe <address>',
  properties: 'properties <file>',
} as const satisfies Record<OwnVerb, string>;

function buildProgram(version: string, done: (work: Promise<number>) => Promise<void>): Command {
  const say = messages().cli;
  const program = withCommonOptions(withHelpWords(new Command('kafka-lessons')))
    .description(say.description)
    .version(version, '-V, --version', say.help.version)
    .helpCommand(false)
    .configureOutput({ outputError: () => {} })
    .exitOverride()
    .hook('preAction', (_, command) => {
      const { ascii } = command.optsWithGlobals<CommonOptions>();
      setGlyphs(glyphsWanted({ env: process.env, ascii: ascii === true }) ?? drawableHere(process.env));
    });
  // Options may stand before or behind the verb.
  const optionsOf = <T extends CommonOptions>(command: Command): T => command.optsWithGlobals<T>();
  const verb = (usage: string, description: string): Command =>
    withCommonOptions(program.command(usage))
      .description(description)
      .helpOption('-h, --help', say.help.help)
      .exitOverride();

  verb('list', say.commands.list)
    .option('--json', say.options.json)
    .action(async (_, command: Command) => done((await import('./list.ts')).listCommand(optionsOf(command))));
  verb('run [lesson...]', say.commands.run)
    .option('--all', say.options.all)
    .option('--json', say.options.json)
    .action(async (names: string[], _, command: Command) =>
      done((await import('./run.ts')).runCommand(names, optionsOf(command))),
    );
  verb('check [lesson...]', say.commands.check)
    .option('--json', say.options.json)
    .action(async (names: string[], _, command: Command) =>
      done((await import('./check.ts')).checkCommand(names, optionsOf(command))),
    );
  verb('doctor', say.commands.doctor)
    .option('--json', say.options.json)
    .action(async (_, command: Command) =>
      done((await import('./doctor.ts')).doctorCommand(optionsOf(command), version)),
    );
  verb('up [service...]', say.commands.up).action(async (names: string[], _, command: Command) =>
    done((await import('./environment.ts')).upCommand(names, optionsOf(command))),
  );
  verb('status', say.commands.status)
    .option('--json', say.options.json)
    .action(async (_, command: Command) => done((await import('./environment.ts')).statusCommand(optionsOf(command))));
  verb('down', say.commands.down)
    .option('--purge', say.options.purge)
    .action(async (_, command: Command) => done((await import('./environment.ts')).downCommand(optionsOf(command))));
  for (const [name, usage] of Object.entries(ownUsages)) {
    verb(usage, say.commands[name as OwnVerb]).action(async (...given: unknown[]) => {
      const command = given.at(-1) as Command;
      await done((await import('./own.ts')).ownCommand(name as OwnVerb, command.args, optionsOf(command)));
    });
  }
  verb('shell', say.commands.shell).action(async (_, command: Command) =>
    done((await import('./environment.ts')).shellCommand(optionsOf(command))),
  );
  verb('reset [lesson]', say.commands.reset).action(async (lesson: string | undefined, _, command: Command) =>
    done((await import('./reset.ts')).resetCommand(lesson, optionsOf(command))),
  );
  addAuthorVerbs(program, done, version);
  // Last: commands made from the program would inherit it. Without it commander calls a misspelt command one word too many.
  program.allowExcessArguments().action(async () => {
    if (program.args[0] !== undefined) throw unknownCommand(program.args[0], program);
    await done((await import('./start.ts')).startCommand(optionsOf(program), version));
  });
  return program;
}
