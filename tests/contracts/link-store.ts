import { randomUUID } from 'node:crypto';
import { afterAll, describe } from 'vitest';
import type { LinkStore } from '../../gateway/directory/links/link-store.js';
import { topicKeys } from '../fixtures/link-subjects.js';
import { describeFinding } from './link-store/finding.js';
import { describeJudgements } from './link-store/judgements.js';
import { describeLinks } from './link-store/links.js';
import { describePublications } from './link-store/publications.js';
import { describeReplicas } from './link-store/replicas.js';
import type { OpenLinkStore, TakeStore } from './link-store/store-under-test.js';

/** What every store of links must do. */
export function describeLinkStore(name: string, open: OpenLinkStore): void {
  describe(`LinkStore: ${name}`, () => {
    const opened: LinkStore[] = [];
    const take: TakeStore = async ({ place = randomUUID(), ...options } = {}) => {
      const store = await open(place, { keysOf: topicKeys, now: () => new Date(0), ...options });
      opened.push(store);
      return store;
    };
    afterAll(() => Promise.all(opened.map((one) => one.close())));

    describePublications(take);
    describeFinding(take);
    describeLinks(take);
    describeJudgements(take);
    describeReplicas(take);
  });
}
