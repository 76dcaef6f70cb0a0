import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { AccordError } from '../../shared/errors/accord-error.js';
import { createHubKeyFile, readHubKeyFile } from '../../shared/identity/hub-key-file.js';
import { createHubKeys } from '../../shared/identity/hub-keys.js';
import type { PublicKey } from '../../shared/identity/public-key.js';
import { publicKeyOf, type SigningKey } from '../../shared/identity/signing-key.js';
import { createAtomicFile } from '../../shared/importing/atomic-file.js';
import { openMemberKey } from '../../shared/kit/member-key-file.js';
import { domainModules } from '../../subgraphs/wire.js';
import { type DemoMember, demoMembers } from './coalition.js';
import { demoOutsiders, demoPurposes } from './demo-callers.js';
import { demoIssuerName, longestMinutes, prepareDemoIssuer } from './demo-issuer.js';
import { brokerConfig, demoBrokerKeys, keysOf, type LinkingPlan, memberLinking } from './demo-linking.js';
import { readRiskNotesSdl, riskNotesName } from './risk-notes/risk-notes-module.js';

/** Where the demo keeps what it generates: a folder for its owner alone, with one folder per member. */
export interface DemoFiles {
  readonly hubConfig: string;
  readonly hubKeys: string;
  readonly brokerConfig: string;
  readonly brokerKeys: string;
  readonly logs: string;
  /** What a process of the demo writes to its standard error. */
  log(name: string): string;
  member(id: string): MemberFiles;
}

export interface MemberFiles {
  readonly folder: string;
  readonly config: string;
  /** The store's folder. */
  readonly data: string;
  /** Which party record is of whom, one JSON line each. */
  readonly truth: string;
  /** There once the data is complete, and says what it was generated from. */
  readonly filled: string;
  /** What the extension of the member serves, where it brings one, and its schema. */
  readonly riskNotes: string;
  readonly riskNotesSchema: string;
  /** What the member shows to whom, and the tests of that. */
  readonly policy: string;
  readonly policyTests: string;
}

export function demoFiles(folder: string): DemoFiles {
  return {
    hubConfig: join(folder, 'hub.yaml'),
    hubKeys: join(folder, 'hub-keys.json'),
    brokerConfig: join(folder, 'broker.yaml'),
    brokerKeys: join(folder, 'broker-keys.json'),
    logs: join(folder, 'logs'),
    log: (name) => join(folder, 'logs', `${name}.log`),
    member: (id) => {
      const own = join(folder, id);
      return {
        folder: own,
        config: join(own, 'member.yaml'),
        data: join(own, 'data'),
        truth: join(own, 'truth.jsonl'),
        filled: join(own, 'filled.json'),
        riskNotes: join(own, 'risk-notes.json'),
        riskNotesSchema: join(own, 'risk-notes.graphql'),
        policy: join(own, 'policy.yaml'),
        policyTests: join(own, 'policy.tests.yaml'),
      };
    },
  };
}

export interface Placement {
  readonly member: DemoMember;
  readonly port: number;
}

/** Who runs where in a demo. */
export interface DemoPlan {
  readonly hubPort: number;
  readonly brokerPort: number;
  readonly placements: readonly Placement[];
}

/**
 * Makes the folders, the keys of the hub and of the demo's issuer where there are none, and writes the configurations of hub and members. Throws
 * BAD_OUTPUT, and BAD_CONFIG for a key file that is not one.
 */
export async function writeDemoConfigs(folder: string, plan: DemoPlan): Promise<DemoFiles> {
  const files = demoFiles(folder);
  const { placements } = plan;
  for (const path of [
    folder,
    files.logs,
    ...placements.map(({ member }) => files.member(member.id).folder),
  ]) {
    await makeFolder(path);
  }
  if (!existsSync(files.hubKeys)) {
    createHubKeyFile(files.hubKeys, createHubKeys(new Date()));
  }
  prepareDemoIssuer(folder);
  const pinned = readHubKeyFile(files.hubKeys).generations.map(({ key }) => publicKeyOf(key));
  const memberKeys = new Map(
    placements.map(({ member }) => [member.id, openMemberKey(files.member(member.id).data)]),
  );
  const linking = await writeDemoBroker(files, { ...plan, memberKeys });
  await writeWhole(files.hubConfig, stringify(hubConfig(plan, files, memberKeys)));
  for (const placement of placements) {
    const { id } = placement.member;
    const { config, policy, policyTests, riskNotesSchema } = files.member(id);
    await writeWhole(config, stringify(memberConfig(placement, { ...linking, hubKeys: pinned })));
    await writeWhole(policy, readDemoPolicy(`${id}.policy.yaml`));
    await writeWhole(policyTests, readDemoPolicy(`${id}.policy.tests.yaml`));
    if (placement.member.extension === 'risk-notes') {
      await writeWhole(riskNotesSchema, readRiskNotesSdl());
    }
  }
  return files;
}

/** Writes a file that is there whole or not at all. Throws BAD_OUTPUT. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const file = await createAtomicFile(path);
  try {
    await file.write(text);
    await file.commit();
  } catch (fault) {
    await file.discard();
    throw fault;
  }
}

function hubConfig(
  { hubPort, placements }: DemoPlan,
  files: DemoFiles,
  memberKeys: ReadonlyMap<string, SigningKey>,
): unknown {
  return {
    keys: './hub-keys.json',
    data: './hub',
    identity: { issuers: [demoIssuer('./demo-issuer.jwks.json')] },
    // Who follows the README registers a member of their own with the demo.
    registry: { url: `http://127.0.0.1:${hubPort}` },
    members: placements.map(({ member, port }) => ({
      id: member.id,
      name: member.name,
      country: member.country,
      languages: member.languages,
      licence: member.licence,
      keys: keysOf(member.id, memberKeys),
      providers: domainModules([member.domain]).map(({ domain, contractVersion }) => ({
        ...{ domain, contractVersion },
        url: `http://127.0.0.1:${port}/${domain}/graphql`,
      })),
    })),
    extensions: placements.flatMap(({ member, port }) =>
      member.extension === undefined
        ? []
        : {
            member: member.id,
            url: `http://127.0.0.1:${port}/${riskNotesName}/graphql`,
            schema: files.member(member.id).riskNotesSchema,
          },
    ),
    // The demo's members are on this machine; a hub refuses such addresses unless each is allowed.
    allowAddresses: ['127.0.0.1'],
  };
}

async function writeDemoBroker(
  files: DemoFiles,
  plan: DemoPlan & { readonly memberKeys: ReadonlyMap<string, SigningKey> },
): Promise<LinkingPlan> {
  const brokerKey = demoBrokerKeys(files.brokerKeys);
  await writeWhole(files.brokerConfig, stringify(brokerConfig(plan)));
  return { ...plan, brokerKey };
}

/** The one issuer of the demo may say anything of its callers, to the hub and, as a proof, to members. */
function demoIssuer(jwks: string): unknown {
  return {
    issuer: demoIssuerName,
    jwks,
    algorithms: ['EdDSA'],
    organizations: [...demoMembers.map(({ id }) => id), ...demoOutsiders],
    scopes: ['*'],
    clearance: 'TLP:RED',
    purposes: demoPurposes,
    maxLifetimeSeconds: longestMinutes * 60,
  };
}

function memberConfig(
  { member, port }: Placement,
  plan: LinkingPlan & { readonly hubKeys: readonly PublicKey[] },
): unknown {
  return {
    id: member.id,
    name: member.name,
    country: member.country,
    languages: member.languages,
    licence: member.licence,
    domains: [member.domain],
    store: { kind: 'sqlite', folder: './data' },
    hub: { issuer: 'hub', keys: plan.hubKeys },
    issuers: [demoIssuer('../demo-issuer.jwks.json')],
    policy: './policy.yaml',
    linking: memberLinking(member, plan),
    listen: { host: '127.0.0.1', port },
  };
}

function readDemoPolicy(file: string): string {
  return readFileSync(new URL(`./policies/${file}`, import.meta.url), 'utf8');
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await chmod(path, 0o700);
  } catch (cause) {
    throw new AccordError('BAD_OUTPUT', 'Expected to make the folder of the demo, it cannot be written.', {
      cause,
    });
  }
}
