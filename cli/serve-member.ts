import { randomUUID } from 'node:crypto';
import { openPolicy } from '../shared/kit/open-policy.js';
import { createPauseMarker } from '../shared/kit/pause-marker.js';
import { fixedPolicy } from '../shared/kit/policy-source.js';
import type { SubgraphModule } from '../shared/kit/subgraph-module.js';
import { domainModules } from '../subgraphs/wire.js';
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
  // The server and what it stands on is loaded for this alone.
  const { runMember } = await import('../shared/kit/run-member.js');
  await runMember({
    config: setup.config,
    configFolder: setup.configFolder,
    modules: [...domainModules(setup.config.domains), ...extensions],
    openStore: () => openMemberStore(setup, surroundings, logger),
    openPolicies: () => fixedPolicy(openPolicy(setup.config.id)),
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
