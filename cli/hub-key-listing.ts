import { currentGeneration, type HubKeys, liveGenerations } from '../shared/identity/hub-keys.js';

/** One line per key of a hub: its thumbprint, what it is for now, from when and until when. */
export function hubKeyListing(keys: HubKeys, now: Date): string {
  const current = currentGeneration(keys, now);
  const lines = liveGenerations(keys, now).map((generation) => {
    const { key, from, until } = generation;
    const isNext = Date.parse(from) > now.getTime();
    const use = generation === current ? 'current ' : isNext ? 'next    ' : 'previous';
    return `${key.kid}  ${use}  from ${from}${until === undefined ? '' : ` until ${until}`}\n`;
  });
  return lines.join('');
}
