import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { AccessLogConfig } from '../shared/audit/access-log-config.js';
import { checkConfig, readConfigFile, withoutBlanks } from '../shared/config/read-config.js';
import { isMemberId } from '../shared/domain/ids.js';
import { isLoopbackHost } from '../shared/http/is-loopback-host.js';
import { besideFolder } from '../shared/identity/issuer-config.js';
import { MemberDescription } from '../shared/identity/member-description.js';
import { PublicKey } from '../shared/identity/public-key.js';
import { IdentityConfig } from './identity/identity-config.js';
import { createAddressRules, isAddressRange } from './members/address-rules.js';
import { type Fault, faultOfUrl, faultsOfProviders } from './members/faults-of-providers.js';

const CoalitionMember = MemberDescription.extend({
  /** A paused member stays in the directory and is not asked. */
  paused: z.boolean().default(false),
});
export type CoalitionMember = Readonly<z.infer<typeof CoalitionMember>>;

const ConfiguredMember = CoalitionMember.extend({
  /** The keys that it signs with what it publishes for linking; the registry has those of its own members. */
  keys: z.array(PublicKey).max(10).default([]),
});

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

const PublicUrl = z
  .url({ protocol: /^https?$/, error: 'expected an http or https URL' })
  .refine(isSafeUrl, 'expected https for an address that is not this machine');

/** The database on the server of `MONGODB_URL`, also of a hub without a registry. */
export const defaultDatabase = 'accord_hub';

/** The registry, by which members join and leave while the hub runs. */
const Registry = z.strictObject({
  /** The hub's public URL: members sign their requests for it alone. */
  url: PublicUrl,
  /** The database of the registry and of links, where `MONGODB_URL` is set. */
  database: z.string().min(1).default(defaultDatabase),
  /** How often each replica looks for changes. */
  pollMs: z.int().min(50).max(1000).default(250),
  /** How long a member's key stays good after a newer one took its place. */
  keyOverlapHours: z.number().min(0).max(720).default(24),
});

/** The schema that a member of this file brings beside its domains; those of the registry bring theirs with them. */
const MemberExtension = z.strictObject({
  member: z.string(),
  /** Where the member serves it. */
  url: z.url({ protocol: /^https?$/, error: 'expected an http or https URL' }),
  /** The path of its federation SDL, from this file's folder. Read again while the hub runs. */
  schema: z.string().min(1),
});

/** A field of others that a member's extension may ask for by `@requires`: its server then receives their values. */
const Recipient = z.strictObject({
  /** Its coordinate. */
  field: z.string().regex(/^[A-Z]\w*\.[a-z]\w*$/, 'expected a field such as "Person.name"'),
  /** The member whose extension receives it. */
  to: z.string().refine(isMemberId, 'expected a member id'),
});

/** `hub.yaml`: the coalition's members and what the hub allows. */
const coordinate = /^[_A-Za-z]\w*(\.[_A-Za-z]\w*(\([_A-Za-z]\w*:\))?)?$/;

export const HubFile = z
  .strictObject({
    /** What members know the hub by: the issuer of its caller tokens. */
    id: z
      .string()
      .regex(/^[a-z][a-z0-9.-]{1,62}$/, 'expected an id such as "hub" or "hub.example.org"')
      .default('hub'),
    /** The path of the key file, from this file's folder. Without it, in development, keys end with the process. */
    keys: z.string().min(1).optional(),
    /** The hub's own folder, from this file's: its registry, what members publish for linking and what it last knew. */
    data: z.string().min(1).optional(),
    identity: IdentityConfig.prefault({}),
    /** The hub's public URL, for which members sign what they publish; without it, that of the registry. */
    url: PublicUrl.optional(),
    /** Without it the members are those of this file alone. */
    registry: Registry.optional(),
    members: z.array(ConfiguredMember).default([]),
    extensions: z.array(MemberExtension).default([]),
    accessLog: AccessLogConfig.prefault({}),
    /** Paths of the coalition's own indicators, from this file's folder. */
    indicators: z.array(z.string().min(1)).default([]),
    /** What the owners let go to extensions; without it, ids alone. */
    recipients: z.array(Recipient).default([]),
    limits: Limits.prefault({}),
    deadlines: Deadlines.prefault({}),
    breaker: Breaker.prefault({}),
    /** Origins whose pages may read answers. */
    cors: z.strictObject({ origins: z.array(Origin).default([]) }).prefault({}),
    /** Whether the hub serves GraphiQL. Without it: in development yes, in production no. */
    graphiql: z.boolean().optional(),
    /** Schema coordinates whose existence is told to nobody who may not read or use them. */
    protected: z
      .array(
        z
          .string()
          .regex(coordinate, 'expected a coordinate such as "Type", "Type.field" or "Type.field(argument:)"'),
      )
      .default([]),
    /** Addresses and ranges that members may have although they are loopback, private or link-local. */
    allowAddresses: z
      .array(z.string().refine(isAddressRange, 'expected an address or a range such as "10.1.0.0/16"'))
      .default([]),
  })
  .superRefine((file, context) => {
    for (const fault of faultsOfFile(file)) {
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
  /** The server of the registry and of links; without it they are files in the hub's folder. */
  MONGODB_URL: z.string().optional(),
  /** With it Apollo's packages would report to their maker. */
  APOLLO_KEY: z.never({ error: 'expected it unset, since the hub reports to nobody' }).optional(),
});

/** All the hub is told from outside, frozen. */
export interface HubConfig extends Omit<HubFile, 'graphiql' | 'keys' | 'data'> {
  readonly listen: { readonly host: string; readonly port: number };
  readonly logLevel: (typeof logLevels)[number];
  readonly graphiql: boolean;
  /** The absolute path of the key file. */
  readonly keys: string | undefined;
  /** The absolute path of the hub's own folder. */
  readonly data?: string | undefined;
  readonly mongodbUrl?: string | undefined;
  readonly production: boolean;
  /** Over a foreign supergraph: nobody is asked who they are. */
  readonly open?: boolean | undefined;
}

/**
 * Reads the environment and `hub.yaml`, each checked with all its faults at once. The argument is what the command line
 * says: `file` and `port` go before the environment. Throws BAD_CONFIG.
 */
export function readHubConfig(
  environment: NodeJS.ProcessEnv,
  argument: {
    readonly file?: string | undefined;
    readonly port?: number | undefined;
    readonly open?: boolean | undefined;
  } = {},
): HubConfig {
  const env = checkConfig(withoutBlanks(environment), HubEnvironment, 'the environment');
  const path = argument.file ?? env.ACCORD_HUB_CONFIG;
  const file = path === undefined ? checkConfig({}, HubFile, 'hub.yaml') : readConfigFile(path, HubFile);
  return Object.freeze({
    ...file,
    listen: { host: env.HOST, port: argument.port ?? env.PORT },
    logLevel: env.LOG_LEVEL,
    graphiql: file.graphiql ?? env.NODE_ENV !== 'production',
    keys: env.ACCORD_HUB_KEYS === undefined ? besideFile(path, file.keys) : resolve(env.ACCORD_HUB_KEYS),
    data: besideFile(path, file.data),
    identity: { ...file.identity, issuers: besideFolder(file.identity.issuers, dirname(path ?? '')) },
    extensions: file.extensions.map((extension) => ({
      ...extension,
      schema: besideFile(path, extension.schema) ?? extension.schema,
    })),
    indicators: file.indicators.map((indicator) => besideFile(path, indicator) ?? indicator),
    mongodbUrl: env.MONGODB_URL,
    production: env.NODE_ENV === 'production',
    open: argument.open,
  });
}

/** A path of the file starts in the file's folder. */
function besideFile(file: string | undefined, path: string | undefined): string | undefined {
  return path === undefined || file === undefined ? undefined : resolve(dirname(file), path);
}

function faultsOfFile(file: {
  readonly members: readonly CoalitionMember[];
  readonly extensions: readonly { readonly member: string; readonly url: string }[];
  readonly allowAddresses: readonly string[];
  readonly registry?: unknown;
  readonly data?: string | undefined;
}): Fault[] {
  const mayReach = createAddressRules(file.allowAddresses.filter(isAddressRange));
  const ids = new Set<string>();
  const ofMembers = file.members.flatMap(({ id, providers }, m): Fault[] => {
    const again: Fault[] = ids.has(id)
      ? [{ path: ['members', m, 'id'], message: `expected each member once, got "${id}" again` }]
      : [];
    ids.add(id);
    const ofProviders = faultsOfProviders(providers, mayReach);
    return [
      ...again,
      ...ofProviders.map(({ path, message }) => ({ path: ['members', m, ...path], message })),
    ];
  });
  const ofExtensions = faultsOfExtensions(file.extensions, ids, (url) => faultOfUrl(url, mayReach));
  const faults = [...ofMembers, ...ofExtensions];
  return file.registry !== undefined && file.data === undefined
    ? [...faults, { path: ['data'], message: 'expected a folder for the hub itself, which a registry needs' }]
    : faults;
}

function faultsOfExtensions(
  extensions: readonly { readonly member: string; readonly url: string }[],
  members: ReadonlySet<string>,
  faultOf: (url: string) => string | null,
): Fault[] {
  const seen = new Set<string>();
  return extensions.flatMap(({ member, url }, e) => {
    const faults: Fault[] = [];
    if (!members.has(member) || seen.has(member)) {
      const expected = seen.has(member)
        ? 'expected one extension of a member'
        : 'expected a member of this file';
      faults.push({ path: ['extensions', e, 'member'], message: `${expected}, got "${member}"` });
    }
    seen.add(member);
    const message = faultOf(url);
    return message === null ? faults : [...faults, { path: ['extensions', e, 'url'], message }];
  });
}

/** https, but for this machine itself. */
function isSafeUrl(text: string): boolean {
  return (
    URL.canParse(text) && (new URL(text).protocol === 'https:' || isLoopbackHost(new URL(text).hostname))
  );
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;
}
