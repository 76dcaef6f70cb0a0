import { AccordError } from '../errors/accord-error.js';
import { hubAudience } from '../identity/registry-request.js';
import type { MemberConfig } from './member-config.js';

/** The hub that a member publishes at. Throws BAD_CONFIG where none is named. */
export function publishingHub({
  linking,
  registration,
}: Pick<MemberConfig, 'linking' | 'registration'>): string {
  const url = linking?.hub ?? registration?.hub;
  if (url === undefined) {
    throw new AccordError(
      'BAD_CONFIG',
      'Expected the hub that is published at, "linking.hub" or "registration.hub" in "member.yaml", there is none.',
    );
  }
  return hubAudience(url);
}
