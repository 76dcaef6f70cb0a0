import { join } from 'node:path';
import { AccessLog } from '../../shared/audit/access-log.js';
import { accessLogFolder } from '../../shared/audit/access-log-config.js';
import { HeadBook } from '../../shared/audit/head-book.js';
import type { OpenLogFile } from '../../shared/audit/log-file.js';
import { AccordError } from '../../shared/errors/accord-error.js';
import type { Logger } from '../../shared/log/logger.js';
import type { HubConfig } from '../config.js';
import type { HubKeyRing } from '../identity/hub-key-ring.js';
import { exchangeHeads } from '../members/exchange-heads.js';
import type { ProviderClient } from '../members/provider-client.js';
import type { RegistrySnapshot } from '../plan/registry/registry-store.js';
import { createHubAccessLog, type HubAccessLog } from './hub-access-log.js';
import { createMemberKeys } from './member-keys.js';

/** What the hub's wiring needs of its access log. */
export interface HubAudit {
  /** The way to members, on which both sides show each other how far their logs have come. */
  readonly client: ProviderClient;
  /** Null for a hub without a folder of its own, which tests and trials have. */
  readonly accessLog: HubAccessLog | null;
  /** The log's folder. */
  readonly folder: string | undefined;
  /** Learns from the registry which keys members sign with, before it tells another. */
  alsoTelling(next: (snapshot: RegistrySnapshot) => void): (snapshot: RegistrySnapshot) => void;
  close(): Promise<void>;
}

export interface HubAuditOptions {
  readonly config: Pick<HubConfig, 'id' | 'data' | 'accessLog' | 'production'>;
  readonly keys: HubKeyRing;
  readonly client: ProviderClient;
  /** Which member is asked at a URL. */
  readonly memberOf: (url: string) => string | undefined;
  readonly onFault: () => void;
  readonly now: () => Date;
  readonly logger: Logger;
  readonly openLogFile?: OpenLogFile | undefined;
}

/** Opens the access log in the hub's own folder. Throws BAD_CONFIG in production without one. */
export function openHubAudit(options: HubAuditOptions): HubAudit {
  const { config, keys, client, memberOf, onFault, now, logger } = options;
  const memberKeys = createMemberKeys();
  const alsoTelling: HubAudit['alsoTelling'] = (next) => (snapshot) => {
    memberKeys.take(snapshot);
    next(snapshot);
  };
  if (config.data === undefined && config.production) {
    throw new AccordError(
      'BAD_CONFIG',
      'Expected in production a folder for the access log, "data" in hub.yaml names none.',
    );
  }
  if (config.data === undefined) {
    logger.warn('no folder "data": nothing of what is asked is kept in an access log');
    return {
      ...{ client, accessLog: null, folder: undefined, alsoTelling },
      close: async () => undefined,
    };
  }
  const folder = join(config.data, accessLogFolder);
  const log = new AccessLog({
    ...{ folder, onFault, now, logger },
    issuer: config.id,
    key: keys.signing,
    retentionDays: config.accessLog.retentionDays,
    openFile: options.openLogFile,
    after(ms, work) {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
  });
  const heads = new HeadBook({ folder: () => log.folder, isKeyOf: memberKeys.isKeyOf, now, logger });
  return {
    client: exchangeHeads(client, {
      ownHead: () => log.head(),
      take: (member, head) => heads.take(member, head),
      memberOf,
    }),
    accessLog: createHubAccessLog({ log, subjectSecret: keys.subjectSecret }),
    ...{ folder, alsoTelling },
    async close() {
      await heads.settled();
      await log.close();
    },
  };
}
