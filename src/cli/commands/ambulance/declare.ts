import type { Command } from 'commander';
import type { Text } from '../../../text/index.ts';
import type { CommandEnvironment } from '../../environment.ts';
import { siteCommand, type RawSiteOptions } from './site.ts';

export type AmbulanceWords = 'ambulance' | 'ambulance.site';

/** Makes a command below another, with its help in the language. */
export type Dress = (parent: Command, words: string, name: AmbulanceWords) => Command;

/** `ambulance …`: one file a subcommand. */
export function declareAmbulance(program: Command, environment: CommandEnvironment, text: Text, dress: Dress): void {
  const { t } = text;
  const ambulance = dress(program, 'ambulance', 'ambulance');

  dress(ambulance, 'site', 'ambulance.site')
    .option('--model <model>', t('ambulance:option.model'))
    .option('--matrix <csv>', t('ambulance:option.matrix'))
    .option('--sites <n>', t('ambulance:option.sites'))
    .option('--within <minutes>', t('ambulance:option.within'))
    .option('--busy <q>', t('ambulance:option.busy'))
    .option('--seconds <n>', t('ambulance:option.seconds'))
    .option('--json', t('cli:option.json'))
    .option('--out <file>', t('cli:option.out'))
    .option('--lang <zh|en>', t('cli:option.lang'))
    .action((raw: RawSiteOptions) => siteCommand(environment, text, raw));
}
