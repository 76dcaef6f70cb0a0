import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { parse, print, visit } from 'graphql';
import { readHubConfig } from '../../gateway/config.js';
import { openHubKeyRing } from '../../gateway/identity/hub-key-ring.js';
import { type Contract, readContracts } from '../../gateway/plan/contract-files.js';
import { createCoalitionHub } from '../../gateway/wire.js';
import { readMemberId } from '../../shared/domain/ids.js';
import { stopSignal } from '../../shared/http/stop-signal.js';
import { createMemberServer } from '../../shared/kit/create-member-server.js';
import { openMemberAccessLog } from '../../shared/kit/member-access-log.js';
import { createMemberMetrics } from '../../shared/kit/member-metrics.js';
import { openCallerGate } from '../../shared/kit/open-caller-gate.js';
import { compilePolicyOf } from '../../shared/kit/open-policies.js';
import { openPolicy } from '../../shared/kit/open-policy.js';
import { fixedPolicy } from '../../shared/kit/policy-source.js';
import { createLogger } from '../../shared/log/logger.js';
import { parsePolicy } from '../../shared/policy/parse-policy.js';
import { openSqliteReplayGuard } from '../../shared/store/sqlite/open-sqlite-replay-guard.js';
import { openSqliteStore } from '../../shared/store/sqlite/open-sqlite-store.js';
import { domainModules, recordTypesOf } from '../../subgraphs/wire.js';
import { type Arm, arms, benchPolicy } from './policy-arms.js';

/**
 * Serves two members of one domain and their hub out of one process, each asked over HTTP, until a signal. Prints where
 * the graph is. Arguments: the arm, the folder of `hub.yaml` and the members, and each member's id and port.
 */
const [name, folder = '', ...places] = process.argv.slice(2);
const arm = arms.find((candidate) => candidate === name) ?? 'policies';
process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
const logger = createLogger({ name: 'bench', level: 'warn' });
const now = () => new Date();
const config = readHubConfig({ NODE_ENV: 'development' }, { file: join(folder, 'hub.yaml'), port: 0 });
const keys = openHubKeyRing(config, { now, logger });
const stop = stopSignal(process);

for (const place of places) {
  const [id = '', port = ''] = place.split(':');
  await serveMember(arm, id, Number(port));
}
const hub = await createCoalitionHub(config, {
  ...{ logger, now, keys, clock: () => performance.now(), createId: randomUUID },
  contracts: contractsOf(arm),
});
process.stdout.write(`ready ${await hub.listen('127.0.0.1', 0)}/graphql\n`);
stop.addEventListener('abort', () => process.exit(0));

async function serveMember(of: Arm, id: string, port: number): Promise<void> {
  const member = readMemberId(id);
  const own = join(folder, id);
  const domains = ['asset-declarations'] as const;
  const schemas = {
    member,
    contracts: domainModules(domains),
    extensions: [],
    recordTypes: recordTypesOf(domains),
  };
  const store = openSqliteStore({ folder: own, member, types: schemas.recordTypes, now, logger });
  const guard = openSqliteReplayGuard({ folder: own, now });
  const metrics = createMemberMetrics();
  const policy =
    of === 'none'
      ? openPolicy(member)
      : compilePolicyOf(schemas, parsePolicy(benchPolicy(member), 'policy.yaml'), Buffer.from('bench'));
  const trust = { issuer: 'hub', keys: [...keys.published()] };
  const server = await createMemberServer({
    ...{ member, metrics, logger, now, version: 'bench', createId: randomUUID },
    modules: schemas.contracts,
    store: { current: async () => store, close: () => store.close() },
    policies: fixedPolicy(policy),
    gate: openCallerGate({
      config: { id: member, hub: trust, listen: { host: '127.0.0.1', port } },
      issuers: [],
      spent: { current: async () => guard, close: () => guard.close() },
      ...{ metrics, logger, now },
    }),
    accessLog: openMemberAccessLog({
      config: { id: member, hub: trust, accessLog: { retentionDays: 400 } },
      folder: own,
      onFault: () => undefined,
      ...{ now, logger },
    }),
  });
  await server.listen('127.0.0.1', port);
}

/** The contracts as they are, or without what they say of access. */
function contractsOf(of: Arm): readonly Contract[] {
  const silent = new Set(['authenticated', 'requiresScopes', 'policy', 'mask']);
  return readContracts().map((contract) =>
    of === 'policies'
      ? contract
      : {
          ...contract,
          sdl: print(
            visit(parse(contract.sdl), {
              Directive: ({ name: { value } }) => (silent.has(value) ? null : undefined),
            }),
          ),
        },
  );
}
