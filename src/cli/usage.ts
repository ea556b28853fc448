import type { Command, CommanderError } from 'commander';
import { createProblem, nearestWords, type Problem } from '../scenario/index.ts';

/** The part of commander's English sentence that stands in quotation marks: the flag, command or argument it is about. */
const quoted = (message: string): string => /'([^']*)'/.exec(message)?.[1] ?? '';

const longFlags = (command: Command): string[] => command.options.map(({ long }) => long ?? '').filter((flag) => flag !== '');

/** What is wrong with the way a command was written, as a problem with its cure. */
export function usageProblem(program: Command, error: CommanderError, words: readonly string[]): Problem {
  const command = program.commands.find((candidate) => candidate.name() === words.find((word) => !word.startsWith('-'))) ?? program;
  const names = program.commands.map((candidate) => candidate.name());
  const value = quoted(error.message);
  const commandName = command === program ? '' : command.name();
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
