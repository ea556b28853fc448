import { CommanderError } from 'commander';
import { UnknownPlaceError } from '../compile/index.ts';
import { WorkerDied } from '../experiment/index.ts';
import { createProblem } from '../scenario/index.ts';
import { createText, type Text } from '../text/index.ts';
import type { CommandEnvironment } from './environment.ts';
import { CommandRefused, EXIT, type ExitCode } from './exit.ts';
import { askedLanguage, chooseLanguage, isLanguage } from './language.ts';
import { badFlag } from './options.ts';
import { problemsText } from './output/problem-words.ts';
import { createProgram } from './program.ts';
import { usageProblem } from './usage.ts';

export type { CommandEnvironment } from './environment.ts';
export { EXIT, type ExitCode } from './exit.ts';

/** Runs one command line and gives its exit code. Never throws; every failure is worded on stderr. */
export async function runCommandLine(words: readonly string[], environment: CommandEnvironment): Promise<ExitCode> {
  const text = createText(chooseLanguage(words, environment.variables));
  let code: ExitCode = EXIT.done;
  const program = createProgram(environment, text, (given) => (code = given));
  for (const command of [program, ...program.commands, ...program.commands.flatMap(({ commands }) => commands)]) {
    command.configureOutput({ writeOut: environment.writeOut, writeErr: environment.writeError, outputError: () => undefined });
  }
  const language = askedLanguage(words);
  if (language !== undefined && !isLanguage(language)) {
    environment.writeError(problemsText(text, [badFlag('--lang', language, { zh: 'zh, en', en: 'zh, en' })]));
    return EXIT.usage;
  }
  try {
    if (words.length === 0) {
      program.outputHelp();
      return EXIT.usage;
    }
    await program.parseAsync([...words], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT.done;
      environment.writeError(problemsText(text, [usageProblem(program, error, words)]));
      return EXIT.usage;
    }
    return failureCode(environment, text, error);
  }
}

function failureCode(environment: CommandEnvironment, text: Text, error: unknown): ExitCode {
  if (environment.signal.aborted) {
    environment.writeError(`${text.t('cli:interrupted')}\n`);
    return EXIT.interrupted;
  }
  if (error instanceof CommandRefused) {
    environment.writeError(problemsText(text, error.problems, error.subject));
    return error.exitCode;
  }
  if (error instanceof UnknownPlaceError) {
    environment.writeError(problemsText(text, [createProblem('unknown-place', { value: error.message })]));
    return EXIT.input;
  }
  const reason = error instanceof Error ? error.message : String(error);
  if (error instanceof WorkerDied) {
    environment.writeError(`${text.t('cli:workerDied', { reason })}\n`);
    return EXIT.worker;
  }
  environment.writeError(`${text.t('cli:unexpected', { reason })}\n`);
  return EXIT.unexpected;
}
