import { createMemoryLinkStore, LinkMemory } from '../fixtures/memory-link-store.js';
import { describeLinkStore } from './link-store.js';

const places = new Map<string, LinkMemory>();

describeLinkStore('memory', async (place, options) => {
  const memory = places.get(place) ?? new LinkMemory();
  places.set(place, memory);
  return createMemoryLinkStore({ ...options, memory });
});
