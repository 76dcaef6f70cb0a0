import { createMemoryReplayGuard } from '../fixtures/memory-replay-guard.js';
import { describeReplayGuard } from './replay-guard.js';

const places = new Map<string, Map<string, number>>();

describeReplayGuard('memory', {
  async open(place, now) {
    const spent = places.get(place) ?? new Map<string, number>();
    places.set(place, spent);
    return createMemoryReplayGuard(now, spent);
  },
});
