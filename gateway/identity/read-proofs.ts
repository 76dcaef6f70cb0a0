import { isMemberId } from '../../shared/domain/ids.js';
import { AccordError } from '../../shared/errors/accord-error.js';

/** By member, the token of the caller's own issuer that is meant for it. */
export type CallerProofs = ReadonlyMap<string, string>;

const mostProofs = 100;
const proof = /^([a-z0-9-]+)=([\w-]+\.[\w-]+\.[\w-]+)$/;

/**
 * Reads `x-accord-proof: a=token, b=token`: what the hub hands on to each of these members and to nobody else. It is
 * for the member to say what a token is worth. Throws BAD_INPUT.
 */
export function readProofs(header: string | readonly string[] | undefined): CallerProofs {
  if (header === undefined) {
    return noProofs;
  }
  const parts = [header].flat().join(',').split(',');
  const proofs = new Map<string, string>();
  for (const part of parts) {
    const [, member = '', token = ''] = proof.exec(part.trim()) ?? [];
    if (!isMemberId(member) || proofs.has(member) || parts.length > mostProofs) {
      throw new AccordError(
        'BAD_INPUT',
        'Expected in the header "x-accord-proof" one token for each member, such as "alpha=TOKEN, beta=TOKEN".',
      );
    }
    proofs.set(member, token);
  }
  return proofs;
}

const noProofs: CallerProofs = new Map();
