import type { Command, HelpConfiguration } from 'commander';
import { textWidth } from '../markdown/index.ts';
import { messages } from '../messages/index.ts';

/** The words of the help page that are commander's own, in the language in use; commands made from this one get them as well. */
export function withHelpWords(command: Command): Command {
  const say = messages().cli.help;
  const titles: Readonly<Record<string, string>> = {
    'Usage:': say.usage,
    'Options:': say.options,
    'Commands:': say.commands,
  };
  const words: HelpConfiguration = {
    // A syllable takes two cells.
    displayWidth: textWidth,
    styleTitle: (title) => titles[title] ?? title,
    styleUsage: (usage) =>
      usage.replace('[options]', `[${say.optionsWord}]`).replace('[command]', `[${say.commandWord}]`),
    styleSubcommandTerm: (term) => term.replace('[options]', `[${say.optionsWord}]`),
    optionDescription: ({ description, argChoices }) =>
      argChoices ? `${description} (${say.choices({ names: argChoices.join(', ') })})` : description,
  };
  return command.configureHelp(words).helpOption('-h, --help', say.helpOfAll);
}
