import { Command, Option } from 'commander';

import type { Text, TextKey } from '../text/index.ts';
import { declareAmbulance, type AmbulanceWords } from './commands/ambulance/declare.ts';
import { compareCommand } from './commands/compare.ts';
import { inputsCommand, presetsCommand } from './commands/catalogue.ts';
import { publishCommand, type RawPublishOptions } from './commands/publish.ts';
import { runCommand } from './commands/run.ts';
import { validateCommand } from './commands/validate.ts';
import { timeNames, verifyCommand, type RawVerifyOptions } from './commands/verify.ts';
import type { CommandEnvironment } from './environment.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { readOptions, type RawOptions } from './options.ts';

type Examples = AmbulanceWords | 'run' | 'compare' | 'publish' | 'validate' | 'verify' | 'presets' | 'inputs' | 'main';

/** Commands and options with their words in one language. `end` hears the exit code. */
export function createProgram(environment: CommandEnvironment, text: Text, end: (code: ExitCode) => void): Command {
  const { t } = text;
  const program = new Command('pingzhan')
    .description(t('cli:about'))
    .version(environment.version, '-V, --version', t('cli:option.version'));
  const command = (name: Examples, words: string): Command =>
    dress(program.command(words), text, name).description(t(`cli:command.${name as 'run'}`));
  dress(program, text, 'main').helpCommand('help [command]', t('cli:command.help'));
  program.option('--lang <zh|en>', t('cli:option.lang'));

  const run = command('run', 'run').argument('[scenario]', t('cli:argument.scenario'));
  addStudyOptions(run, text);
  run
    .option('--no-marginal', t('cli:option.marginal'))
    .option('--claims', t('cli:option.claims'))
    .option('--no-claims', t('cli:option.noClaims'))
    .option('--remedies', t('cli:option.remedies'))
    .option('--no-remedies', t('cli:option.noRemedies'))
    .addOption(new Option('--table <name>', t('cli:option.table')).argParser((value: string) => value))
    .action((scenario: string | undefined, raw: RawOptions) =>
      runCommand(environment, text, scenario, readOptions(raw, environment.processors)),
    );

  const compare = command('compare', 'compare').argument('<a>', t('cli:argument.a')).argument('<b>', t('cli:argument.b'));
  addStudyOptions(compare, text).action((a: string, b: string, raw: RawOptions) =>
    compareCommand(environment, text, a, b, readOptions(raw, environment.processors)),
  );

  addPublish(command('publish', 'publish'), text).action((scenario: string | undefined, raw: RawPublishOptions) =>
    publishCommand(environment, text, scenario, raw),
  );

  command('validate', 'validate')
    .argument('<file>', t('cli:argument.file'))
    .option('--json', t('cli:option.json'))
    .option('--city <city>', t('cli:option.city'))
    .option('--lang <zh|en>', t('cli:option.lang'))
    .action((file: string, raw: RawOptions) => end(validateCommand(environment, text, file, raw)));

  addVerify(command('verify', 'verify'), text).action(async (subject: string | undefined, raw: RawVerifyOptions) =>
    end(await verifyCommand(environment, text, subject, raw)),
  );

  command('presets', 'presets')
    .argument('[name]', t('cli:argument.preset'))
    .option('--json', t('cli:option.json'))
    .option('--lang <zh|en>', t('cli:option.lang'))
    .action((name: string | undefined, raw: RawOptions) => presetsCommand(environment, text, name, raw));

  command('inputs', 'inputs')
    .argument('[path]', t('cli:argument.path'))
    .option('--json', t('cli:option.json'))
    .option('--city <city>', t('cli:option.city'))
    .option('--lang <zh|en>', t('cli:option.lang'))
    .action((path: string | undefined, raw: RawOptions) => inputsCommand(environment, text, path, raw));

  declareAmbulance(program, environment, text, (parent, words, name) =>
    dress(parent.command(words), text, name).description(t(`cli:command.${name as 'run'}`)),
  );
  return program;
}

const collect = (value: string, before: readonly string[] | undefined): string[] => [...(before ?? []), value];

function addStudyOptions(command: Command, { t }: Text): Command {
  return command
    .option('--set <path=value>', t('cli:option.set'), collect)
    .option('--city <city>', t('cli:option.city'))
    .option('--seed <n>', t('cli:option.seed'))
    .option('--replications <n>', t('cli:option.replications'))
    .option('--precision <hours>', t('cli:option.precision'))
    .option('--luck-only', t('cli:option.luckOnly'))
    .option('--workers <n>', t('cli:option.workers'))
    .option('--json', t('cli:option.json'))
    .option('--csv', t('cli:option.csv'))
    .option('--out <file>', t('cli:option.out'))
    .option('--progress', t('cli:option.progress'))
    .option('--lang <zh|en>', t('cli:option.lang'));
}

function addPublish(command: Command, { t }: Text): Command {
  return command
    .argument('[scenario]', t('cli:argument.scenario'))
    .option('--set <path=value>', t('cli:option.set'), collect)
    .option('--city <city>', t('cli:option.city'))
    .option('--seed <n>', t('cli:option.seed'))
    .option('--replications <n>', t('publish:option.replications'))
    .option('--date <day>', t('publish:option.date'))
    .option('--address <url>', t('publish:option.address'))
    .option('--thresholds <busy,jammed>', t('publish:option.thresholds'))
    .option('--workers <n>', t('cli:option.workers'))
    .option('--out <file>', t('cli:option.out'))
    .option('--progress', t('cli:option.progress'))
    .option('--lang <zh|en>', t('cli:option.lang'));
}

function addVerify(command: Command, { t }: Text): Command {
  return command
    .argument('[queue]', t('verify:argument.subject'))
    .option('--servers <n>', t('verify:option.servers'))
    .option('--arrival <time>', t('verify:option.arrival'))
    .option('--service <time>', t('verify:option.service'))
    .option('--customers <n>', t('verify:option.customers'))
    .option('--seed <n>', t('cli:option.seed'))
    .option('--initial <empty|stationary>', t('verify:option.initial'))
    .option('--engine <epoch|heap>', t('verify:option.engine'))
    .option('--json', t('cli:option.json'))
    .option('--lang <zh|en>', t('cli:option.lang'))
    .addHelpText('after', () => `\n${t('verify:distributions')}\n${indented(timeNames())}`);
}

/** Gives a command its help in the language, with examples and exit codes, and lets nothing end the process. */
function dress(command: Command, text: Text, examples: Examples): Command {
  const { t } = text;
  const heading = (words: string): string => `${words}${text.language === 'zh' ? '：' : ':'}`;
  const titles: Readonly<Record<string, string>> = {
    'Usage:': heading(t('cli:help.usage')),
    'Arguments:': heading(t('cli:help.arguments')),
    'Options:': heading(t('cli:help.options')),
    'Commands:': heading(t('cli:help.commands')),
  };
  const slots = (words: string): string =>
    words.replace('[options]', `[${t('cli:help.slotOptions')}]`).replace('[command]', `[${t('cli:help.slotCommand')}]`);
  return command
    .exitOverride()
    .helpOption('-h, --help', t('cli:option.help'))
    .configureHelp({ styleTitle: (title) => titles[title] ?? title, styleUsage: slots, showGlobalOptions: false })
    .configureOutput({ outputError: () => undefined })
    .addHelpText(
      'after',
      () =>
        `\n${heading(t('cli:help.examples'))}\n${indented(t(`cli:examples.${examples}`))}\n\n${heading(t('cli:help.exit'))}\n${exitCodes(t)}`,
    );
}

const indented = (lines: string): string => lines.replace(/^/gm, '  ');

function exitCodes(t: Text['t']): string {
  const rows = Object.values(EXIT).map((code) => `${String(code).padStart(3)}  ${t(`cli:exit.${code}` as TextKey)}`);
  return indented(rows.join('\n'));
}
