import type { Command } from 'commander';
import type { Text } from '../../../text/index.ts';
import type { CommandEnvironment } from '../../environment.ts';
import { coverageCommand, type RawCoverageOptions } from './coverage.ts';
import type { RawRunOptions } from './run-flags.ts';
import { runAmbulanceCommand } from './run.ts';
import { siteCommand } from './site.ts';
import type { RawSiteOptions } from './siting-flags.ts';

export type AmbulanceWords = 'ambulance' | 'ambulance.run' | 'ambulance.coverage' | 'ambulance.site';

/** Makes a command below another, with its help in the language. */
export type Dress = (parent: Command, words: string, name: AmbulanceWords) => Command;

/** `ambulance …`: one file a subcommand. */
export function declareAmbulance(program: Command, environment: CommandEnvironment, text: Text, dress: Dress): void {
  const { t } = text;
  const ambulance = dress(program, 'ambulance', 'ambulance');

  addEdits(dress(ambulance, 'run', 'ambulance.run'), text)
    .option('--days <n>', t('emergency:option.days'))
    .option('--replications <n>', t('emergency:option.replications'))
    .option('--seed <n>', t('cli:option.seed'))
    .option('--luck-only', t('cli:option.luckOnly'))
    .option('--calibrate [urban,rural]', t('emergency:option.calibrate'))
    .option('--surge <levels>', t('emergency:option.surge'))
    .option('--change <what@from-until>', t('emergency:option.change'), collect)
    .option('--with-round', t('emergency:option.withRound'))
    .option('--workers <n>', t('cli:option.workers'))
    .option('--json', t('cli:option.json'))
    .option('--csv', t('cli:option.csv'))
    .option('--table <name>', t('emergency:option.table'))
    .option('--out <file>', t('cli:option.out'))
    .option('--progress', t('cli:option.progress'))
    .option('--lang <zh|en>', t('cli:option.lang'))
    .action((scenario: string | undefined, raw: RawRunOptions) => runAmbulanceCommand(environment, text, scenario, raw));

  addEdits(dress(ambulance, 'coverage', 'ambulance.coverage'), text)
    .option('--json', t('cli:option.json'))
    .option('--csv', t('cli:option.csv'))
    .option('--table <name>', t('coverage:option.table'))
    .option('--out <file>', t('cli:option.out'))
    .option('--lang <zh|en>', t('cli:option.lang'))
    .action((scenario: string | undefined, raw: RawCoverageOptions) => coverageCommand(environment, text, scenario, raw));

  addEdits(dress(ambulance, 'site', 'ambulance.site'), text)
    .option('--model <model>', t('ambulance:option.model'))
    .option('--matrix <csv>', t('ambulance:option.matrix'))
    .option('--sites <n>', t('ambulance:option.sites'))
    .option('--within <minutes>', t('ambulance:option.within'))
    .option('--busy <q>', t('ambulance:option.busy'))
    .option('--seconds <n>', t('ambulance:option.seconds'))
    .option('--json', t('cli:option.json'))
    .option('--out <file>', t('cli:option.out'))
    .option('--lang <zh|en>', t('cli:option.lang'))
    .action((scenario: string | undefined, raw: RawSiteOptions) => siteCommand(environment, text, scenario, raw));
}

const collect = (value: string, before: readonly string[] | undefined): string[] => [...(before ?? []), value];

/** The plan that a command is about, and how its stations differ from the city's. */
function addEdits(command: Command, { t }: Text): Command {
  return command
    .argument('[scenario]', t('cli:argument.scenario'))
    .option('--set <path=value>', t('cli:option.set'), collect)
    .option('--city <city>', t('cli:option.city'))
    .option('--close <station>', t('coverage:option.close'), collect)
    .option('--move <station=lng,lat>', t('coverage:option.move'), collect)
    .option('--add <lng,lat>', t('coverage:option.add'), collect)
    .option('--shut <road>', t('emergency:option.shut'), collect);
}
