import { openMemberKey } from '../../shared/kit/member-key-file.js';
import { readMemberSetup } from '../member-setup.js';
import { print } from '../print.js';
import type { Surroundings } from '../surroundings.js';

/** Prints what the member has at the hub, and its public key. Throws BAD_CONFIG. */
export async function publicationStatus(path: string, { stdout, now }: Surroundings): Promise<void> {
  const { config, folder } = readMemberSetup(path);
  const { kty, crv, x } = openMemberKey(folder);
  const key = `key        ${JSON.stringify({ kty, crv, x })}\n`;
  if (config.linking === undefined) {
    await print(stdout, `publishes  nothing: there is no "linking" in member.yaml\n${key}`);
    return;
  }
  const { openPublicationState } = await import('../../shared/kit/open-publication-state.js');
  const { publishingHub } = await import('../../shared/kit/publishing-hub.js');
  const state = openPublicationState(folder, now);
  try {
    const { upTo, names, broker } = config.linking;
    const lines = [
      `hub        ${publishingHub(config)}`,
      `publishes  up to ${upTo}, names ${names === 'clear' ? 'in clear' : 'by tokens'}, ${broker === undefined ? 'without a broker' : 'tokens by a broker'}`,
      `subjects   ${state.count()}`,
      `tokens     of ${state.countTokens()} subjects and rounds`,
      `withdrawn  ${state.countWithdrawn()}`,
      `sequence   ${state.sequence()}`,
    ];
    await print(stdout, `${lines.join('\n')}\n${key}`);
  } finally {
    state.close();
  }
}
