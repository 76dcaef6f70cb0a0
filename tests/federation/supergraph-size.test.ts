import { expect, it } from 'vitest';
import { domains } from '../../shared/domain/domains.js';
import { startTestHub } from '../fixtures/test-hub.js';

/** Starts a hub over so many providers of each domain; what it serves and how long it took to start. */
async function startWith(providers: number): Promise<{ revision: string; tookMs: number }> {
  const members = Array.from({ length: providers }, (_, i) => ({
    id: `member-${i}`,
    name: `Member ${i}`,
    country: 'GB',
    licence: 'CC0-1.0',
    providers: domains.map((domain) => ({ domain, url: `https://member-${i}.example.org/${domain}` })),
  }));
  const startedAt = performance.now();
  const hub = await startTestHub({ members });
  const tookMs = performance.now() - startedAt;
  const ready: { revision: string } = JSON.parse(await (await fetch(`${hub.url}/ready`)).text());
  await hub.stop();
  return { revision: ready.revision, tookMs };
}

it('does not grow with the providers of the contracts, nor does the time to compose it', {
  timeout: 120_000,
}, async () => {
  const times: Record<number, number[]> = { 1: [], 100: [] };
  const revisions = new Set<string>();
  await startWith(1);
  for (let round = 0; round < 3; round += 1) {
    for (const providers of [1, 100]) {
      const { revision, tookMs } = await startWith(providers);
      revisions.add(revision);
      times[providers]?.push(tookMs);
    }
  }
  const fastest = (providers: number) => Math.min(...(times[providers] ?? []));
  // The revision's id is the digest of the supergraph.
  expect(revisions.size).toBe(1);
  // Noise on a busy machine is more than twofold; growth with a hundred providers would be a hundredfold.
  expect(fastest(100)).toBeLessThan(3 * fastest(1));
});
