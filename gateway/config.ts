import { isIP } from 'node:net';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { checkConfig, readConfigFile, withoutBlanks } from '../shared/config/read-config.js';
import { domains } from '../shared/domain/domains.js';
import { isMemberId, type MemberId } from '../shared/domain/ids.js';
import { isLoopbackHost } from '../shared/http/is-loopback-host.js';
import { createAddressRules, isAddressRange } from './members/address-rules.js';

const Provider = z.strictObject({
  domain: z.enum(domains),
  /** Where the member serves the domain, for example `https://accord.example.org/budgets/graphql`. */
  url: z.url({ protocol: /^https?$/, error: 'expected an http or https URL' }),
  /** The version of the domain's contract that the member serves. */
  contractVersion: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/, 'expected a version such as "1.0.0"')
    .default('1.0.0'),
  /** What the member's records of the domain can be of; a filter outside of it saves asking. Absent is anything. */
  coverage: z
    .strictObject({
      countries: z.array(z.string().regex(/^[A-Z]{2}$/, 'expected ISO 3166-1 alpha-2 codes')).optional(),
      years: z
        .strictObject({ from: z.int(), to: z.int() })
        .refine(({ from, to }) => from <= to, 'expected "from" not after "to"')
        .optional(),
    })
    .prefault({}),
});

const CoalitionMember = z.strictObject({
  id: z.custom<MemberId>(
    (value) => typeof value === 'string' && isMemberId(value),
    'expected a member id of the form [a-z][a-z0-9-]{1,31}',
  ),
  name: z.string().min(1),
  country: z.string().regex(/^[A-Z]{2}$/, 'expected an ISO 3166-1 alpha-2 code such as "GB"'),
  languages: z.array(z.string().regex(/^[a-z]{3}$/, 'expected an ISO 639-3 code such as "eng"')).default([]),
  /** SPDX id of what the member publishes. */
  licence: z.string().min(1),
  /** A paused member stays in the directory and is not asked. */
  paused: z.boolean().default(false),
  providers: z.array(Provider).min(1),
});
export type CoalitionMember = Readonly<z.infer<typeof CoalitionMember>>;

/** What one request may ask for. `--supergraph` mode uses the same defaults. */
const Limits = z.strictObject({
  bodyBytes: z.int().min(1024).default(1_048_576),
  depth: z.int().min(1).default(12),
  aliases: z.int().min(0).default(100),
  tokens: z.int().min(10).default(10_000),
  rootFields: z.int().min(1).default(30),
  /** The most bytes one answer of a member may have. */
  answerBytes: z.int().min(1024).default(16_777_216),
  /** The most questions under way to one member; the others wait. */
  inFlightPerMember: z.int().min(1).default(64),
});
export type Limits = Readonly<z.infer<typeof Limits>>;

const Deadlines = z.strictObject({
  memberMs: z.int().min(1).max(600_000).default(3000),
  requestMs: z.int().min(1).max(600_000).default(10_000),
});
export type Deadlines = Readonly<z.infer<typeof Deadlines>>;

/** After so many failures in a row a member is not asked for a while; then one request tries again. */
const Breaker = z.strictObject({
  failures: z.int().min(1).default(5),
  coolDownMs: z.int().min(1).max(600_000).default(10_000),
});

const Origin = z.string().refine(isOrigin, 'expected an origin such as "https://app.example.org"');

/** `hub.yaml`: the coalition's members and what the hub allows. */
export const HubFile = z
  .strictObject({
    /** What members know the hub by: the issuer of its caller tokens. */
    id: z
      .string()
      .regex(/^[a-z][a-z0-9.-]{1,62}$/, 'expected an id such as "hub" or "hub.example.org"')
      .default('hub'),
    /** The path of the key file, from this file's folder. Without it, in development, keys end with the process. */
    keys: z.string().min(1).optional(),
    members: z.array(CoalitionMember).default([]),
    limits: Limits.prefault({}),
    deadlines: Deadlines.prefault({}),
    breaker: Breaker.prefault({}),
    /** Origins whose pages may read answers. */
    cors: z.strictObject({ origins: z.array(Origin).default([]) }).prefault({}),
    /** Whether the hub serves GraphiQL. Without it: in development yes, in production no. */
    graphiql: z.boolean().optional(),
    /** Addresses and ranges that members may have although they are loopback, private or link-local. */
    allowAddresses: z
      .array(z.string().refine(isAddressRange, 'expected an address or a range such as "10.1.0.0/16"'))
      .default([]),
  })
  .superRefine((file, context) => {
    for (const fault of faultsOfMembers(file)) {
      context.addIssue({ code: 'custom', path: fault.path, message: fault.message });
    }
  });
export type HubFile = Readonly<z.infer<typeof HubFile>>;

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** What the hub reads of its environment. */
export const HubEnvironment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'expected a port number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'expected a port number from 0 to 65535')
    .prefault('4000'),
  LOG_LEVEL: z.enum(logLevels).default('info'),
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  /** Path of `hub.yaml`. */
  ACCORD_HUB_CONFIG: z.string().optional(),
  /** Path of the key file; goes before `keys` in `hub.yaml`. */
  ACCORD_HUB_KEYS: z.string().optional(),
  /** With it Apollo's packages would report to their maker. */
  APOLLO_KEY: z.never({ error: 'expected it unset, since the hub reports to nobody' }).optional(),
});

/** All the hub is told from outside, frozen. */
export interface HubConfig extends Omit<HubFile, 'graphiql' | 'keys'> {
  readonly listen: { readonly host: string; readonly port: number };
  readonly logLevel: (typeof logLevels)[number];
  readonly graphiql: boolean;
  /** The absolute path of the key file. */
  readonly keys: string | undefined;
  readonly production: boolean;
}

/**
 * Reads the environment and `hub.yaml`, each checked with all its faults at once. `file` and `port` are what the
 * command line says and go before the environment. Throws BAD_CONFIG.
 */
export function readHubConfig(
  environment: NodeJS.ProcessEnv,
  argument: { readonly file?: string | undefined; readonly port?: number | undefined } = {},
): HubConfig {
  const env = checkConfig(withoutBlanks(environment), HubEnvironment, 'the environment');
  const path = argument.file ?? env.ACCORD_HUB_CONFIG;
  const file = path === undefined ? checkConfig({}, HubFile, 'hub.yaml') : readConfigFile(path, HubFile);
  return Object.freeze({
    ...file,
    listen: { host: env.HOST, port: argument.port ?? env.PORT },
    logLevel: env.LOG_LEVEL,
    graphiql: file.graphiql ?? env.NODE_ENV !== 'production',
    keys: keyFileOf(env.ACCORD_HUB_KEYS, file.keys, path),
    production: env.NODE_ENV === 'production',
  });
}

/** The environment's path starts where the process does, that of a file in the file's folder. */
function keyFileOf(
  fromEnvironment: string | undefined,
  fromFile: string | undefined,
  file: string | undefined,
): string | undefined {
  if (fromEnvironment !== undefined) {
    return resolve(fromEnvironment);
  }
  return fromFile === undefined || file === undefined ? undefined : resolve(dirname(file), fromFile);
}

interface Fault {
  readonly path: (string | number)[];
  readonly message: string;
}

function faultsOfMembers(file: {
  readonly members: readonly CoalitionMember[];
  readonly allowAddresses: readonly string[];
}): Fault[] {
  const mayReach = createAddressRules(file.allowAddresses.filter(isAddressRange));
  const faults: Fault[] = [];
  const ids = new Set<string>();
  file.members.forEach((member, m) => {
    if (ids.has(member.id)) {
      faults.push({
        path: ['members', m, 'id'],
        message: `expected each member once, got "${member.id}" again`,
      });
    }
    ids.add(member.id);
    const served = new Set<string>();
    member.providers.forEach((provider, p) => {
      const path = ['members', m, 'providers', p];
      if (served.has(provider.domain)) {
        const message = `expected each domain once, got "${provider.domain}" again`;
        faults.push({ path: [...path, 'domain'], message });
      }
      served.add(provider.domain);
      const message = faultOfUrl(provider.url, mayReach);
      if (message !== null) {
        faults.push({ path: [...path, 'url'], message });
      }
    });
  });
  return faults;
}

/** What is wrong with a member's URL beyond its form, or null. A name is checked again at each connection, when its address is known. */
function faultOfUrl(text: string, mayReach: (address: string) => boolean): string | null {
  if (!URL.canParse(text)) {
    return null;
  }
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') {
    return 'expected a URL without user name and password';
  }
  if (url.protocol !== 'https:' && !isLoopbackHost(url.hostname)) {
    return 'expected https for an address that is not this machine';
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !mayReach(host)) {
    return 'expected a public address, got a loopback, private or reserved one that allowAddresses does not list';
  }
  return null;
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;
}
