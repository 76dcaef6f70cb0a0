import { randomUUID } from 'node:crypto';
import { createPauseMarker } from '../shared/kit/pause-marker.js';
import type { SubgraphModule } from '../shared/kit/subgraph-module.js';
import { domainModules, recordTypesOf } from '../subgraphs/wire.js';
import {
  createCommandLogger,
  openMemberReplayGuard,
  openMemberStore,
  readMemberSetup,
} from './member-setup.js';
import type { Surroundings } from './surroundings.js';
import { readVersion } from './version.js';

/** Serves the member of a configuration file, with extensions of its own beside its domains, until a stop signal. */
export async function serveMember(
  configPath: string,
  surroundings: Surroundings,
  extensions: readonly SubgraphModule[] = [],
): Promise<void> {
  const { env, now, stdout } = surroundings;
  const signal = surroundings.stopSignal();
  const setup = readMemberSetup(configPath);
  const logger = createCommandLogger(surroundings, 'info');
  const contracts = domainModules(setup.config.domains);
  // The server and what it stands on is loaded for this alone.
  const { runMember } = await import('../shared/kit/run-member.js');
  const { openPolicies } = await import('../shared/kit/open-policies.js');
  await runMember({
    config: setup.config,
    configFolder: setup.configFolder,
    modules: [...contracts, ...extensions],
    openStore: () => openMemberStore(setup, surroundings, logger),
    openPolicies: (onFailure) =>
      openPolicies({
        ...setup,
        member: setup.config.id,
        path: setup.policyPath,
        contracts,
        extensions,
        recordTypes: recordTypesOf(setup.config.domains),
        logger,
        now,
        onFailure,
      }),
    folder: setup.folder,
    pause: createPauseMarker(setup.folder),
    openReplayGuard: () => openMemberReplayGuard(setup, surroundings),
    env,
    version: readVersion(),
    logger,
    now,
    createId: randomUUID,
    signal,
    print: (line) => stdout.write(`${line}\n`),
  });
}
