import { createHash } from 'node:crypto';

/** The name of a round: the day it begins and the beginning of its public key's digest, so that it names one key. */
export function roundIdOf(from: string, publicKey: Uint8Array): string {
  const digest = createHash('sha256').update(publicKey).digest('hex');
  return `${from.slice(0, 10).replaceAll('-', '')}-${digest.slice(0, 24)}`;
}
