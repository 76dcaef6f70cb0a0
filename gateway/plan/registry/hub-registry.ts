import { AccordError } from '../../../shared/errors/accord-error.js';
import type { RegistryAnswer, RegistryRequest } from '../../../shared/identity/registry-request.js';
import { hubAudience } from '../../../shared/identity/registry-request.js';
import type { Logger } from '../../../shared/log/logger.js';
import { InFlightLimit } from '../../fanout/in-flight-limit.js';
import type { AddressRules } from '../../members/address-rules.js';
import { faultOfUrl, faultsOfProviders } from '../../members/faults-of-providers.js';
import { checkExtension } from '../check-extension.js';
import type { ExtensionSurroundings } from '../extension-outline.js';
import { type ContractCheckOptions, checkContracts, refuseFaults } from './check-contracts.js';
import { createLastKnown } from './last-known.js';
import { handleMemberRequest, type Registration } from './member-registry.js';
import { openRegistryStore, type RegistryPlace } from './open-registry-store.js';
import type { RegistrySnapshot } from './registry-store.js';
import { createRegistryWatch, type RegistryFreshness } from './registry-watch.js';
import type { Refusal } from './verify-request.js';

/** The registry as one replica of the hub uses it. */
export interface HubRegistry {
  /** Reads it, or what was last known of it, and follows it from then on. */
  start(): Promise<void>;
  /** Does what a member's signed request asks; see `handleMemberRequest`. */
  handle(jws: string): Promise<RegistryAnswer>;
  /** Takes the id of a member's message for itself until the instant, on all replicas. False for a replay. */
  claim(id: string, until: Date): Promise<boolean>;
  freshness(): RegistryFreshness;
  stop(): Promise<void>;
}

export interface HubRegistryOptions extends Omit<ContractCheckOptions, 'deadlineMs'>, ExtensionSurroundings {
  readonly place: RegistryPlace;
  /** The hub's public URL. */
  readonly url: string;
  readonly pollMs: number;
  readonly keyOverlapMs: number;
  readonly mayReach: AddressRules;
  /** Whether `hub.yaml` has a member of this id, which the registry cannot override. */
  readonly isConfigured: (member: string) => boolean;
  readonly onChange: (snapshot: RegistrySnapshot) => void;
  readonly onRequest: (outcome: RegistryRequest['action'] | Refusal | 'rejected') => void;
  readonly clock: () => number;
  readonly createId: () => string;
  readonly logger: Logger;
}

const staleMs = 30_000;
/** Time for a member to give its schema. */
const checkMs = 5_000;
/** Anybody can ask to be let in, and the hub then asks them: so many at a time. */
const checksAtOnce = 4;
const waitForCheckMs = 10_000;

/** Opens the registry. Nothing is read before `start`. Throws BAD_CONFIG. */
export async function openHubRegistry(options: HubRegistryOptions): Promise<HubRegistry> {
  const { place, clock, logger } = options;
  const store = await openRegistryStore(place);
  const watch = createRegistryWatch({
    store,
    lastKnown: createLastKnown(place.folder, options.createId),
    pollMs: options.pollMs,
    staleMs,
    onChange: options.onChange,
    clock,
    logger,
  });
  const checks = new InFlightLimit(checksAtOnce);
  return {
    start: () => watch.start(),
    async handle(jws) {
      const answer = await handleMemberRequest(jws, {
        store,
        audience: hubAudience(options.url),
        keyOverlapMs: options.keyOverlapMs,
        now: place.now,
        check: (registration) => checkInTurn(checks, () => checkRegistration(registration, options)),
        logger,
        onRequest: options.onRequest,
      });
      await watch.refresh();
      return answer;
    },
    claim: (id, until) => store.claim(id, until),
    freshness: () => watch.freshness(),
    async stop() {
      await watch.stop();
      await store.close();
    },
  };
}

async function checkInTurn(checks: InFlightLimit, check: () => Promise<void>): Promise<void> {
  const isDone = await checks.run(AbortSignal.timeout(waitForCheckMs), check);
  if (!isDone) {
    throw new AccordError('NOT_READY', 'Expected fewer registrations at a time, others are being looked at.');
  }
}

/** Throws BAD_INPUT, MEMBER_UNAVAILABLE, BAD_CONTRACT. */
async function checkRegistration(
  { description, extension }: Registration,
  options: HubRegistryOptions,
): Promise<void> {
  if (options.isConfigured(description.id)) {
    const message = `Expected a member id that is free, "${description.id}" is in the configuration of the hub.`;
    throw new AccordError('BAD_INPUT', message);
  }
  const faults = faultsOfProviders(description.providers, options.mayReach).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );
  const ofExtension = extension === undefined ? null : faultOfUrl(extension.url, options.mayReach);
  if (ofExtension !== null) {
    faults.push(`extension.url: ${ofExtension}`);
  }
  if (faults.length > 0) {
    throw new AccordError('BAD_INPUT', `Expected a registration that holds, got: ${faults.join('; ')}.`);
  }
  await checkContracts(description, { ...options, deadlineMs: checkMs });
  if (extension !== undefined) {
    const own = { member: description.id, sdl: extension.sdl };
    const breaches = checkExtension(own, options);
    refuseFaults(breaches.map((fault) => `[extension] ${fault.replace(/\.$/, '')}`));
  }
}
