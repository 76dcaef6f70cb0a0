import { type Command, Option } from 'commander';
import { tlpLabels } from '../../shared/domain/record-body.js';
import { AccordError } from '../../shared/errors/accord-error.js';
import { purposeName } from '../../shared/identity/purpose-name.js';
import { scopeName } from '../../shared/identity/scope-pattern.js';
import { demoCallers } from '../demo/demo-callers.js';
import {
  type DemoClaims,
  longestMinutes,
  longestProofMinutes,
  readDemoIssuerKey,
  signDemoToken,
} from '../demo/demo-issuer.js';
import { readName, readNames, readWholeNumber } from '../option-values.js';
import { print } from '../print.js';
import type { Surroundings } from '../surroundings.js';

interface TokenOptions {
  readonly caller?: string;
  readonly sub?: string;
  readonly kind?: DemoClaims['kind'];
  readonly org?: string;
  readonly scope?: readonly string[];
  readonly clearance?: DemoClaims['clearance'];
  readonly purpose?: readonly string[];
  readonly aud?: string;
  readonly expiresMinutes?: number;
  readonly folder: string;
}

const hubId = 'hub';
const defaultMinutes = 60;
const anonymous = 'anonymous';

/** `accord token` */
export function addTokenCommand(program: Command, surroundings: Surroundings): void {
  const ofNobody = (flags: string, description: string): Option =>
    new Option(flags, description).conflicts('caller');
  program
    .command('token')
    .summary("print a token of the demo's issuer")
    .description(
      'Prints a token that the demo\'s hub believes, for one of its callers or for anybody else: send it as "Authorization: Bearer TOKEN". With --aud MEMBER it prints a proof for that member, which goes into the header x-accord-proof. Real callers have tokens of the issuers in hub.yaml, which no command of ours makes.',
    )
    .addOption(
      new Option('--caller <name>', "one of the demo's callers").choices([anonymous, ...demoCallers.keys()]),
    )
    .addOption(ofNobody('--sub <name>', 'who asks').argParser(readName))
    .addOption(ofNobody('--kind <kind>', 'without it a person').choices(['person', 'service']))
    .addOption(ofNobody('--org <id>', 'the organisation, one of the demo').argParser(readName))
    .addOption(
      ofNobody('--scope <scopes...>', 'what it may do').argParser(readNames(scopeName, 'budgets:read')),
    )
    .addOption(ofNobody('--clearance <label>', 'the strictest label it may be shown').choices(tlpLabels))
    .addOption(
      ofNobody('--purpose <purposes...>', 'what it may ask for').argParser(
        readNames(purposeName, 'INVESTIGATION'),
      ),
    )
    .option('--aud <member>', 'the member that is to believe it as a proof; without it the hub', readName)
    .option(
      '--expires-minutes <minutes>',
      `how long it is good, 1 to ${longestMinutes}, of a proof at most ${longestProofMinutes} (default: ${defaultMinutes}, of a proof ${longestProofMinutes})`,
      readWholeNumber('minutes', 1, longestMinutes),
    )
    .option('--folder <folder>', 'where the demo keeps its data', '.accord')
    .action((options: TokenOptions, command: Command) => run(options, command, surroundings));
}

async function run(options: TokenOptions, command: Command, surroundings: Surroundings): Promise<void> {
  const { caller, aud: audience = hubId, folder } = options;
  const { now, stdout, stderr } = surroundings;
  if (caller === anonymous) {
    await print(stderr, 'An anonymous caller sends no token: leave the header "authorization" out.\n');
    return;
  }
  const longest = audience === hubId ? longestMinutes : longestProofMinutes;
  const { expiresMinutes: minutes = Math.min(defaultMinutes, longest) } = options;
  if (minutes > longest) {
    command.error(`error: expected a proof to be good for at most ${longest} minutes, got ${minutes}`);
  }
  const claims = claimsOf(options);
  if (claims === undefined) {
    command.error("error: expected '--caller <name>', or '--sub <name>' and what is to be said of them");
  }
  const key = readDemoIssuerKey(folder);
  await print(stdout, `${await signDemoToken(claims, key, { audience, minutes, now: now() })}\n`);
}

function claimsOf({
  caller,
  sub,
  kind,
  org,
  scope,
  clearance,
  purpose,
}: TokenOptions): DemoClaims | undefined {
  if (caller !== undefined) {
    const claims = demoCallers.get(caller);
    if (claims === undefined) {
      throw new AccordError('BAD_INPUT', 'Expected one of the callers of the demo.');
    }
    return claims;
  }
  return sub === undefined ? undefined : { sub, kind, org, scopes: scope, clearance, purposes: purpose };
}
