import { existsSync } from 'node:fs';
import { createBrokerKeyFile, readBrokerKeyFile } from '../../shared/broker/broker-key-file.js';
import type { PublicKey } from '../../shared/identity/public-key.js';
import type { SigningKey } from '../../shared/identity/signing-key.js';
import type { DemoMember } from './coalition.js';
import { companyRegisterScheme, schemes } from './world/identifiers.js';
import { locales } from './world/locales.js';

/** Where the members of the demo publish for linking, and who makes their tokens. */
export interface LinkingPlan {
  readonly hubPort: number;
  readonly brokerPort: number;
  readonly brokerKey: PublicKey;
}

/** Members that publish tokens too: enough to try them, since each takes time to make. */
const tokenMembers: readonly string[] = ['open-ledger', 'tally-room'];
const tokensPerMinute = 600;

/** The lists of invented numbers, which stand for public registers. */
const publicLists: readonly string[] = [
  ...Object.values(schemes),
  ...locales.map(({ country }) => companyRegisterScheme(country)),
];

/** The public key that the demo's broker signs its rounds with; its key file is made where there is none. Throws BAD_OUTPUT, BAD_CONFIG. */
export function demoBrokerKeys(path: string): PublicKey {
  const { identity } = existsSync(path) ? readBrokerKeyFile(path) : createBrokerKeyFile(path);
  return publicHalf(identity);
}

export function brokerConfig({
  brokerPort,
  memberKeys,
}: {
  readonly brokerPort: number;
  readonly memberKeys: ReadonlyMap<string, SigningKey>;
}): unknown {
  return {
    url: urlAt(brokerPort),
    keys: './broker-keys.json',
    members: [...memberKeys.keys()].map((id) => ({ id, keys: keysOf(id, memberKeys) })),
    listen: { host: '127.0.0.1', port: brokerPort },
  };
}

/** `linking` of a member: all in clear, and tokens where it takes part in them. */
export function memberLinking({ id }: DemoMember, { hubPort, brokerPort, brokerKey }: LinkingPlan): unknown {
  const broker = { url: urlAt(brokerPort), key: brokerKey, tokensPerMinute };
  return {
    hub: urlAt(hubPort),
    birthDate: 'day',
    identifiers: { clear: publicLists },
    ...(tokenMembers.includes(id) && { broker }),
  };
}

/** What a member's key is pinned by. */
export function keysOf(id: string, keys: ReadonlyMap<string, SigningKey>): PublicKey[] {
  const key = keys.get(id);
  return key === undefined ? [] : [publicHalf(key)];
}

function publicHalf({ kty, crv, x }: SigningKey): PublicKey {
  return { kty, crv, x };
}

function urlAt(port: number): string {
  return `http://127.0.0.1:${port}`;
}
