import { type Command, Option } from 'commander';
import { tlpLabels } from '../../shared/domain/record-body.js';
import { anonymousCaller, type Caller, freezeCaller } from '../../shared/identity/caller.js';
import { purposeName } from '../../shared/identity/purpose-name.js';
import { scopeName } from '../../shared/identity/scope-pattern.js';
import { readName, readNames } from '../option-values.js';
import type { Surroundings } from '../surroundings.js';

interface ExplainCommandOptions {
  readonly config: string;
  readonly query?: string;
  readonly record?: string;
  readonly anonymous?: boolean;
  readonly org?: string;
  readonly outside?: boolean;
  readonly scope?: readonly string[];
  readonly clearance?: Caller['clearance'];
  readonly purpose?: readonly string[];
  readonly proof?: boolean;
}

/** `accord explain` */
export function addExplainCommand(program: Command, surroundings: Surroundings): void {
  const ofSomebody = (flags: string, description: string): Option =>
    new Option(flags, description).conflicts('anonymous');
  program
    .command('explain')
    .summary("say why a member's policy decides as it does")
    .description(
      "Says for an operation and a caller how each field is decided by a member's policy, by which rule, and what its filters read; or whether a record is there for the caller. For the owner alone: whoever is refused learns none of it.",
    )
    .requiredOption('--config <file>', 'the configuration of the member, member.yaml')
    .option('--query <text>', 'the operation, or @FILE; values in variables are not looked at')
    .option('--record <line>', 'a record as a line of "accord export", or @FILE')
    .option('--anonymous', 'for whoever does not say who they are')
    .addOption(ofSomebody('--org <id>', "the caller's organisation").argParser(readName))
    .addOption(ofSomebody('--outside', 'the organisation is no member of the coalition'))
    .addOption(
      ofSomebody('--scope <scopes...>', 'what it may do').argParser(readNames(scopeName, 'budgets:read')),
    )
    .addOption(ofSomebody('--clearance <label>', 'the strictest label it may be shown').choices(tlpLabels))
    .addOption(
      ofSomebody('--purpose <purpose>', 'what it asks for').argParser(
        readNames(purposeName, 'INVESTIGATION'),
      ),
    )
    .addOption(ofSomebody('--proof', 'its own issuer says so to the member'))
    .action((options: ExplainCommandOptions, command: Command) => run(options, command, surroundings));
}

async function run(
  options: ExplainCommandOptions,
  command: Command,
  surroundings: Surroundings,
): Promise<void> {
  const { config, query, record } = options;
  if (query === undefined && record === undefined) {
    command.error('error: expected --query with an operation or --record with a record');
  }
  const { explainQuery } = await import('../explain-query.js');
  await explainQuery(
    {
      config,
      ...(query !== undefined && { query }),
      ...(record !== undefined && { record }),
      caller: callerOf(options),
    },
    surroundings,
  );
}

/** The caller as the hub would describe one. */
function callerOf(options: ExplainCommandOptions): Caller {
  if (options.anonymous === true) {
    return anonymousCaller;
  }
  const { org, outside = false, scope = [], clearance, purpose = [], proof = false } = options;
  const isMember = org !== undefined && !outside;
  return freezeCaller({
    kind: 'person',
    subject: 'explained',
    organization: org ?? null,
    isMember,
    isProven: proof,
    scopes: scope,
    clearance: clearance ?? (isMember ? 'TLP:RED' : 'TLP:GREEN'),
    purpose: purpose[0] ?? null,
  });
}
