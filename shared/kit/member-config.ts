import { z } from 'zod';
import { AccessLogConfig } from '../audit/access-log-config.js';
import { domains } from '../domain/domains.js';
import { isMemberId, type MemberId } from '../domain/ids.js';
import { IssuerConfigs } from '../identity/issuer-config.js';
import { HubTrust } from './hub-trust.js';
import { LinkingConfig } from './linking-config.js';
import { RegistrationConfig } from './registration-config.js';

/** `member.yaml`: all a member says about itself and its server. Paths are relative to the file. */
export const MemberConfig = z.strictObject({
  id: z.custom<MemberId>(
    (value) => typeof value === 'string' && isMemberId(value),
    'expected a member id of the form [a-z][a-z0-9-]{1,31}',
  ),
  name: z.string().min(1),
  country: z.string().regex(/^[A-Z]{2}$/, 'expected an ISO 3166-1 alpha-2 code such as "GB"'),
  languages: z.array(z.string().regex(/^[a-z]{3}$/, 'expected an ISO 639-3 code such as "eng"')).default([]),
  /** SPDX id of what the member publishes, unless a record says otherwise. */
  licence: z.string().min(1),
  domains: z.array(z.enum(domains)).min(1),
  store: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('sqlite'), folder: z.string().min(1) }),
      /** The URL comes from the environment variable `MONGODB_URL`, never from a file. */
      z.strictObject({ kind: z.literal('mongodb'), database: z.string().min(1) }),
    ])
    .default({ kind: 'sqlite', folder: './data' }),
  /**
   * Which hub may ask. `open` lets whoever asks in, and is taken only from a member that listens on this machine alone.
   * Without it the member does not start; commands on its records work.
   */
  hub: z.union([z.literal('open'), HubTrust]).optional(),
  /** Whose tokens this member itself takes as a proof of who asks, brought by the hub. */
  issuers: IssuerConfigs.default([]),
  /** The member's own policy, which tightens what the contracts say; without it they and the labels decide. */
  policy: z.string().min(1).optional(),
  /** What a hub's registry is told; the member joins with it while the hub runs. */
  registration: RegistrationConfig.optional(),
  /** What the member publishes for linking; without it, nothing. */
  linking: LinkingConfig.optional(),
  accessLog: AccessLogConfig.prefault({}),
  listen: z.strictObject({
    host: z.string().min(1).default('127.0.0.1'),
    port: z.int().min(0).max(65_535),
  }),
});
export type MemberConfig = Readonly<z.infer<typeof MemberConfig>>;
