import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Audience } from '../../shared/linking/link-subject.js';
import { computedLink, linkSubject } from '../fixtures/link-subjects.js';
import { type LinkedCoalition, startLinkedCoalition } from '../fixtures/linked-coalition.js';
import { createLogFolder } from '../fixtures/test-access-log.js';

const ofAlder = { sub: 'ada', org: 'alder' };
const ofBirch = { sub: 'ben', org: 'birch', scope: 'links:decide' };

let folder: ReturnType<typeof createLogFolder>;
let coalition: LinkedCoalition;
beforeAll(async () => {
  folder = createLogFolder();
  coalition = await startLinkedCoalition({
    policies: { alder: {}, birch: {}, cedar: {} },
    data: join(folder.path, 'hub'),
  });
  const hidden = Audience.parse({ tlp: 'TLP:RED' });
  await coalition.publish('alder', [linkSubject('a1', { names: [{ full: 'Doro Vaskel' }] })]);
  await coalition.publish('birch', [
    linkSubject('b1', { names: [{ full: 'Doro Vaskel' }] }),
    linkSubject('b2', { names: [{ full: 'Doro Vaskel' }], audience: hidden }),
  ]);
  await coalition.publish('cedar', [linkSubject('c1', { names: [{ full: 'Ilko Brandt' }] })]);
  await coalition.link(computedLink('alder:a1', 'birch:b1', 0.7));
});
afterAll(async () => {
  await coalition.stop();
  folder.remove();
});

/** What a member reads of the hub's log about itself and the people of birch, newest first. */
async function logOf(claims: object) {
  const { data } = await coalition.ask(
    { ...claims },
    '{ myAccessLog(first: 10) { edges { node { organization domain coordinates rows decision } } } }',
  );
  const { myAccessLog } = JSON.parse(JSON.stringify(data));
  const entries: { organization: string | null }[] = myAccessLog.edges.map(
    ({ node }: { node: unknown }) => node,
  );
  return entries.filter(({ organization }) => organization === 'birch');
}

test('an owner reads who was shown what it published, though it was not asked, and nobody else does', async () => {
  await coalition.ask(ofBirch, '{ entities(search: "Vaskel", first: 5) { edges { node { name } } } }');
  const shown = {
    organization: 'birch',
    domain: 'directory',
    decision: 'ALLOWED',
    rows: 1,
    coordinates: ['Entity.name', 'EntityConnection.edges', 'EntityEdge.node', 'Query.entities'],
  };
  expect(await logOf(ofAlder)).toEqual([shown]);
  expect(await logOf({ sub: 'cas', org: 'cedar' })).toEqual([]);
  // Its own people see what it shows to them alone.
  expect(await logOf({ sub: 'own', org: 'birch' })).toEqual([{ ...shown, rows: 2 }]);
});

test('a judgement is told to the owner of the other record', async () => {
  await coalition.ask(
    ofBirch,
    'mutation { decideLink(candidate: "alder:a1", match: "birch:b1", judgement: POSITIVE) { judgement } }',
  );
  expect((await logOf(ofAlder))[0]).toEqual({
    organization: 'birch',
    domain: 'directory',
    decision: 'ALLOWED',
    rows: 1,
    coordinates: ['LinkProposal.judgement', 'Mutation.decideLink'],
  });
});
