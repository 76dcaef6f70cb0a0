import { randomUUID } from 'node:crypto';
import { AccordError } from '../../shared/errors/accord-error.js';
import { openMemberKey } from '../../shared/kit/member-key-file.js';
import { ownLocalId } from '../find-types.js';
import { type MemberSetup, readMemberSetup } from '../member-setup.js';
import { print } from '../print.js';
import { withSentence } from '../report-fault.js';
import type { Surroundings } from '../surroundings.js';

/** Bars parties from being published, and takes them from the hub. Throws BAD_ID, BAD_CONFIG, and as the hub. */
export async function withdrawParties(
  ids: readonly string[],
  { config, reason }: { readonly config: string; readonly reason: string },
  surroundings: Surroundings,
): Promise<void> {
  const setup = readMemberSetup(config);
  const locals = [...new Set(ids.map((id) => ownLocalId(id, setup.config)))];
  const why = reason.trim();
  if (why === '') {
    throw new AccordError('BAD_INPUT', 'Expected a reason, got a blank text.');
  }
  if (setup.config.linking === undefined) {
    throw new AccordError('BAD_CONFIG', 'Expected "linking" in "member.yaml": the member publishes nothing.');
  }
  await takeFromHub(locals, { setup, surroundings, why });
  await print(
    surroundings.stdout,
    `withdrew ${locals.length} ${locals.length === 1 ? 'party' : 'parties'}\n`,
  );
}

/**
 * Tells the hub that parties are gone, where the member publishes at all. With a reason they are never published again;
 * without one, those that were published are meant. Throws as the hub; what is not done then, the member's server does when the hub is there.
 */
export async function takeFromHub(
  locals: readonly string[],
  {
    setup,
    surroundings,
    why,
  }: {
    readonly setup: MemberSetup;
    readonly surroundings: Surroundings;
    readonly why?: string | undefined;
  },
): Promise<void> {
  const { config, folder } = setup;
  if (config.linking === undefined || locals.length === 0) {
    return;
  }
  const { openPublicationState } = await import('../../shared/kit/open-publication-state.js');
  const { createPublicationSender } = await import('../../shared/kit/publication-sender.js');
  const { publishingHub } = await import('../../shared/kit/publishing-hub.js');
  const { now } = surroundings;
  const hub = publishingHub(config);
  const state = openPublicationState(folder, now);
  try {
    for (const local of locals) {
      if (why !== undefined) {
        state.withdraw(local, why);
      }
    }
    const signingKey = () => openMemberKey(folder);
    const parts = { member: config.id, hub, state, signingKey, now, createId: randomUUID };
    await createPublicationSender(parts).withdraw(() =>
      locals.filter((local) => why !== undefined || state.published(local) !== undefined),
    );
  } catch (fault) {
    throw withSentence(fault, 'The hub may still have it until the server of the member reaches it.');
  } finally {
    state.close();
  }
}
