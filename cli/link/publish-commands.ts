import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Surroundings } from '../surroundings.js';
import { publicationStatus } from './publication-status.js';
import { type TokenWish, tokenFor } from './token-for.js';
import { withdrawParties } from './withdraw-parties.js';

/** What a member does of what it publishes for linking: `accord link withdraw|status|token`. */
export function addPublishCommands(link: Command, surroundings: Surroundings): void {
  const ofMember = (name: string, summary: string, description: string): Command =>
    link
      .command(name)
      .summary(summary)
      .description(description)
      .requiredOption('--config <file>', 'the configuration of the member, member.yaml');
  ofMember(
    'withdraw',
    'take parties back from the hub, at once and for good',
    'Withdraws parties of the member from linking: the hub has them no more when the command ends, and they are not published again. The records themselves stay.',
  )
    .argument('<id...>', 'the parties, <member>:<local> each')
    .requiredOption('--reason <text>', 'why, which stays with the member; without the name of a person')
    .action((ids: readonly string[], options: { readonly config: string; readonly reason: string }) =>
      withdrawParties(ids, options, surroundings),
    );
  ofMember(
    'status',
    'say what the member publishes',
    'Prints where the member publishes for linking, how much of it is there, and the public key that hub and broker pin.',
  ).action((options: { readonly config: string }) => publicationStatus(options.config, surroundings));
  ofMember(
    'token',
    'make a token to ask a hub by, without telling it of whom',
    'Prints "round:token" for entities(searchToken:), made by way of the broker, which does not learn of whom either.',
  )
    .option('--name <name>', 'the whole name')
    .addOption(new Option('--kind <kind>', 'of whom').choices(['person', 'organization']).default('person'))
    .option('--birth-year <year>', 'narrows a name', readYear)
    .option('--country <code>', 'narrows a name, ISO 3166-1 alpha-2', readCountry)
    .addOption(
      new Option('--identifier <scheme:id>', 'instead of a name').conflicts(['name', 'birthYear', 'country']),
    )
    .action((wish: TokenWish & { readonly config: string }) => tokenFor(wish, surroundings));
}

function readYear(text: string): string {
  if (!/^\d{4}$/.test(text)) {
    throw new InvalidArgumentError('Expected a year such as 1970.');
  }
  return text;
}

function readCountry(text: string): string {
  if (!/^[A-Za-z]{2}$/.test(text)) {
    throw new InvalidArgumentError('Expected a country such as PT.');
  }
  return text.toUpperCase();
}
