import type { Command, CommanderError } from 'commander';
import { createProblem, nearestWords, type Problem } from '../scenario/index.ts';

/** The part of commander's English sentence that stands in quotation marks: the flag, command or argument it is about. */
const quoted = (message: string): string => /'([^']*)'/.exec(message)?.[1] ?? '';

const longFlags = (command: Command): string[] => command.options.map(({ long }) => long ?? '').filter((flag) => flag !== '');

/** The command that the words name, a subcommand where they go on to name one; the program itself when they name none. */
function commandOf(program: Command, words: readonly string[]): Command {
  let command = program;
  for (const word of words.filter((candidate) => !candidate.startsWith('-'))) {
    const next = command.commands.find((candidate) => candidate.name() === word);
    if (!next) break;
    command = next;
  }
  return command;
}

/** "ambulance site" of a subcommand; empty for the program. */
function pathOf(program: Command, command: Command): string {
  return command === program || !command.parent ? '' : `${pathOf(program, command.parent)} ${command.name()}`.trim();
}

/** What is wrong with the way a command was written, as a problem with its cure. */
export function usageProblem(program: Command, error: CommanderError, words: readonly string[]): Problem {
  const command = commandOf(program, words);
  const names = (command.commands.length > 0 ? command : program).commands.map((candidate) => candidate.name());
  const value = quoted(error.message);
  const commandName = pathOf(program, command);
  switch (error.code) {
    case 'commander.unknownOption': {
      const flags = longFlags(command);
      const flag = value.replace(/=.*$/, '');
      return createProblem('unknown-flag', {
        path: flag,
        value: flag,
        values: { expected: flags.join(', '), near: nearestWords(flag, flags) },
      });
    }
    case 'commander.unknownCommand':
      return createProblem('unknown-command', { value, values: { expected: names.join(', '), near: nearestWords(value, names) } });
    case 'commander.optionMissingArgument':
      return createProblem('flag-needs-value', { path: value.split(' ')[0], value, values: { expected: value } });
    case 'commander.excessArguments':
      return createProblem('excess-argument', {
        value: words.filter((word) => !word.startsWith('-')).at(-1),
        values: { expected: `pingzhan ${commandName} ${command.usage()}` },
      });
    default:
      return createProblem('missing-argument', {
        value,
        values: { expected: `pingzhan ${commandName} ${command.usage()}`, command: commandName },
      });
  }
}
