import { join } from 'node:path';
import type { ApolloServerPlugin } from '@apollo/server';
import { AccessLog } from '../audit/access-log.js';
import { accessLogFolder } from '../audit/access-log-config.js';
import { askedCoordinates } from '../audit/coordinates-of.js';
import { decisionOf } from '../audit/decision-of.js';
import { HeadBook } from '../audit/head-book.js';
import type { OpenLogFile } from '../audit/log-file.js';
import { logHeadHeader } from '../audit/log-head.js';
import type { LogKey } from '../audit/signed-text.js';
import { watchOperations } from '../audit/watch-operations.js';
import type { HttpExchange } from '../http/http-server.js';
import { anonymousCaller, type Caller } from '../identity/caller.js';
import { importSigningKey } from '../identity/import-signing-key.js';
import { thumbprintOf } from '../identity/public-key.js';
import type { Logger } from '../log/logger.js';
import type { MemberConfig } from './member-config.js';
import type { MemberContext } from './member-context.js';
import { openMemberKey } from './member-key-file.js';

/** The access log as the requests of a member see it. */
export interface MemberAccessLog {
  /** Sees what is answered. */
  readonly plugin: ApolloServerPlugin<MemberContext>;
  isHealthy(): boolean;
  /** Whom a caller is served as: while what they ask cannot be kept, as anybody. */
  servedAs(caller: Caller): Caller;
  /** Keeps how far the hub's log has come, as its request says. */
  takeHead(exchange: HttpExchange): void;
  /**
   * Keeps what was asked and says in the answer how far the log has come. For a caller who may see more than everybody
   * it resolves when that is on the disk. Throws LOG_UNAVAILABLE.
   */
  keep(asked: AskedOfMember, exchange: HttpExchange): Promise<void>;
  close(): Promise<void>;
}

export interface AskedOfMember {
  /** As the gate let them in. */
  readonly caller: Caller;
  /** The context that it was answered in; undefined where it did not come to that. */
  readonly context: MemberContext | undefined;
  readonly domain: string;
  readonly policyRevision: string | null;
}

export interface MemberAccessLogOptions {
  readonly config: Pick<MemberConfig, 'id' | 'hub' | 'accessLog'>;
  /** The member's own folder. */
  readonly folder: string;
  readonly onFault: () => void;
  readonly now: () => Date;
  readonly logger: Logger;
  readonly openFile?: OpenLogFile | undefined;
}

/** Opens the log in the member's own folder. */
export function openMemberAccessLog(options: MemberAccessLogOptions): MemberAccessLog {
  const { config, folder, onFault, now, logger } = options;
  const log = new AccessLog({
    folder: join(folder, accessLogFolder),
    issuer: config.id,
    key: memberLogKey(folder, now),
    retentionDays: config.accessLog.retentionDays,
    openFile: options.openFile,
    after(ms, work) {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
    ...{ onFault, now, logger },
  });
  const heads = new HeadBook({ folder: () => log.folder, isKeyOf: hubKeys(config.hub), now, logger });
  return createMemberAccessLog({ member: config.id, hub: hubName(config.hub), log, heads });
}

export function createMemberAccessLog(of: {
  readonly member: string;
  /** The hub's id. */
  readonly hub: string;
  readonly log: AccessLog;
  readonly heads: HeadBook;
}): MemberAccessLog {
  const { member, log, heads } = of;
  const watch = watchOperations<MemberContext>(({ loaders }) => loaders);
  return {
    plugin: watch.plugin,
    isHealthy: () => log.isHealthy(),
    servedAs: (caller) => (log.isHealthy() ? caller : anonymousCaller),
    takeHead({ request }) {
      const head = request.headers[logHeadHeader];
      heads.take(of.hub, typeof head === 'string' ? head : undefined);
    },
    async keep({ caller, context, domain, policyRevision }, { requestId, response }) {
      const answered = context && watch.find(context);
      if (answered !== undefined) {
        const { kind, organization, purpose, subject, scopes, clearance, isMember, isProven } = caller;
        const note = {
          event: 'ACCESS',
          ...{ requestId, kind, organization, purpose, member, domain, policyRevision },
          rights: { scopes: [...scopes], clearance, isMember, isProven },
          caller: subject,
          ...askedCoordinates(answered.coordinates),
          rows: answered.rows,
          decision: decisionOf(answered),
        } as const;
        if (context?.caller.kind === 'anonymous') {
          log.note(note);
        } else {
          await log.append(note);
        }
      }
      const head = log.head();
      if (head !== undefined && !response.headersSent) {
        response.setHeader(logHeadHeader, head);
      }
    },
    async close() {
      await heads.settled();
      await log.close();
    },
  };
}

/** How often the key file is looked at: a key that was rotated signs soon after. */
const lookAgainMs = 60_000;

function memberLogKey(folder: string, now: () => Date): () => LogKey {
  let key: LogKey | undefined;
  let lookAt = 0;
  return () => {
    const time = now().getTime();
    if (key === undefined || time >= lookAt) {
      key = importSigningKey(openMemberKey(folder));
      lookAt = time + lookAgainMs;
    }
    return key;
  };
}

function hubName(hub: MemberConfig['hub']): string {
  return hub === undefined || hub === 'open' ? 'hub' : hub.issuer;
}

function hubKeys(hub: MemberConfig['hub']): (peer: string, kid: string) => boolean | null {
  if (hub === undefined || hub === 'open') {
    return () => null;
  }
  const pinned = new Set(hub.keys.map((key) => (typeof key === 'string' ? key : thumbprintOf(key))));
  return (_peer, kid) => pinned.has(kid);
}
