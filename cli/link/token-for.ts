import { randomUUID } from 'node:crypto';
import { AccordError } from '../../shared/errors/accord-error.js';
import { openMemberKey } from '../../shared/kit/member-key-file.js';
import { readMemberSetup } from '../member-setup.js';
import { print } from '../print.js';
import type { Surroundings } from '../surroundings.js';

/** What a token is to be of. */
export interface TokenWish {
  readonly name?: string;
  readonly kind: 'person' | 'organization';
  readonly birthYear?: string;
  readonly country?: string;
  readonly identifier?: string;
}

/** Prints the token of a wish in the round that all members have published. Throws BAD_INPUT, BAD_CONFIG, and as the broker. */
export async function tokenFor(
  wish: TokenWish & { readonly config: string },
  { stdout, now }: Surroundings,
): Promise<void> {
  const { config, folder } = readMemberSetup(wish.config);
  const settings = config.linking?.broker;
  if (settings === undefined) {
    throw new AccordError('BAD_CONFIG', 'Expected "linking.broker" in "member.yaml", it is not there.');
  }
  const input = await inputOf(wish);
  const { createBrokerClient } = await import('../../shared/broker/broker-client.js');
  const { makeTokens, ownArithmetic } = await import('../../shared/broker/make-tokens.js');
  const signingKey = () => openMemberKey(folder);
  const common = { member: config.id, signingKey, now, createId: randomUUID };
  const broker = createBrokerClient({ ...common, url: settings.url, key: settings.key });
  const [round] = await broker.rounds();
  if (round === undefined) {
    throw new AccordError(
      'HUB_UNAVAILABLE',
      'Expected a round of the broker that is in force, there is none.',
    );
  }
  const [token] = await makeTokens([input], round, { broker, arithmetic: ownArithmetic });
  await print(stdout, `${round.round}:${token}\n`);
}

/** The most telling of the inputs that a party with what is known would have. */
async function inputOf({ name, kind, birthYear, country, identifier }: TokenWish): Promise<string> {
  const { tokenInputs } = await import('../../shared/linking/token-inputs.js');
  const colon = identifier?.indexOf(':') ?? -1;
  if ((name === undefined) === (identifier === undefined) || (identifier !== undefined && colon < 1)) {
    throw new AccordError('BAD_INPUT', 'Expected either "--name" or "--identifier" as <scheme>:<id>.');
  }
  const { names, identifiers } = tokenInputs({
    kind: kind === 'person' ? 'PERSON' : 'ORGANIZATION',
    names: name === undefined ? [] : [name],
    birthYear,
    countries: country === undefined ? [] : [country],
    identifiers:
      identifier === undefined
        ? []
        : [{ scheme: identifier.slice(0, colon), id: identifier.slice(colon + 1) }],
  });
  const input = [...identifiers, ...names].at(-1);
  if (input === undefined) {
    throw new AccordError(
      'BAD_INPUT',
      'Expected a name with letters, or an identifier as its scheme has them, each with one holder; got neither.',
    );
  }
  return input;
}
