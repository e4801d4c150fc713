import type { Command, CommanderError } from 'commander';
import { closest, distance } from 'fastest-levenshtein';
import { exitCodes, UserError } from '../errors.ts';
import { messages } from '../messages/index.ts';

const next = 'kafka-lessons --help';

/** What commander finds wrong with a command line, told as every other error. */
export function usageError({ code, message }: CommanderError): UserError {
  const say = messages().cli.wrong;
  const [first = '', second = ''] = Array.from(message.matchAll(/'([^']*)'/g), ([, name]) => name);
  const near = /\(Did you mean (?:one of )?(.+)\?\)/.exec(message)?.[1];
  const why = near === undefined ? {} : { why: messages().cli.didYouMean({ name: near }) };
  const allowed = /Allowed choices are (.+)\.$/.exec(message)?.[1];
  const explain = (what: string) => new UserError({ what, ...why, next }, exitCodes.usage);
  switch (code) {
    case 'commander.unknownOption':
      return explain(say.unknownOption({ option: first }));
    case 'commander.unknownCommand':
      return explain(say.unknownCommand({ name: first }));
    case 'commander.missingArgument':
      return explain(say.missingArgument({ name: `<${first}>` }));
    case 'commander.optionMissingArgument':
      return explain(say.missingValue({ option: first }));
    case 'commander.excessArguments':
      return explain(say.excessArguments);
    case 'commander.invalidArgument': {
      const what = say.notAllowed({ option: first.split(' ')[0] ?? first, value: second });
      return new UserError({ what, next: say.allowed({ names: allowed ?? '' }) }, exitCodes.usage);
    }
    default:
      return explain(message.replace(/^error: /, ''));
  }
}

/** A word that is no command of the program, with the one that was probably meant. */
export function unknownCommand(name: string, { commands }: Command): UserError {
  const say = messages().cli;
  const near = closest(
    name,
    commands.map((command) => command.name()),
  );
  const why = distance(name, near) <= 2 ? { why: say.didYouMean({ name: near }) } : {};
  return new UserError({ what: say.wrong.unknownCommand({ name }), ...why, next }, exitCodes.usage);
}
