import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import type { BroughtExtension } from '../../../../gateway/plan/extension.js';
import { noRecipients, type Recipients, readRecipients } from '../../../../gateway/plan/recipients.js';
import type { GraphStore, KeptGraph } from '../../../../gateway/plan/supergraph-file.js';
import { SupergraphKeeper } from '../../../../gateway/plan/supergraph-keeper.js';
import { AccordError } from '../../../../shared/errors/accord-error.js';
import { countingComposer, extensionOf, smallBase } from '../../../fixtures/small-graph.js';

const first = extensionOf('alpha', 'type Query { alpha_a: Int }');
const grown = extensionOf('alpha', 'type Query { alpha_a: Int alpha_b: Int }');
const shrunk = extensionOf('alpha', 'type Query { alpha_b: Int }');
const other = extensionOf('beta', 'type Query { beta_a: Int }');

function memoryStore(kept?: KeptGraph): GraphStore & { kept: KeptGraph | undefined } {
  const store = {
    kept,
    read: async () => store.kept,
    async write(graph: KeptGraph) {
      store.kept = graph;
    },
  };
  return store;
}

function keeperOf(
  options: {
    list?: readonly BroughtExtension[];
    store?: GraphStore;
    base?: typeof smallBase;
    recipients?: Recipients;
  } = {},
) {
  const log: string[] = [];
  const wanted: { list: readonly BroughtExtension[] | undefined } = { list: options.list ?? [] };
  const { compose, composed } = countingComposer();
  const keeper = new SupergraphKeeper({
    base: options.base ?? smallBase,
    source: { list: () => wanted.list },
    compose,
    recipients: options.recipients ?? noRecipients,
    store: options.store,
    logger: pino({ level: 'info' }, { write: (line: string) => log.push(line) }),
  });
  return { keeper, wanted, composed, log };
}

describe('SupergraphKeeper', () => {
  it('composes the contracts at a first start and keeps the graph', async () => {
    const store = memoryStore();
    const graph = await keeperOf({ list: [first], store }).keeper.start();
    expect(graph.apiSdl).toContain('alpha_a');
    expect(store.kept).toMatchObject({ version: 1, apiSdl: graph.apiSdl, extensions: [first] });
  });

  it('composes nothing at a start at which nothing changed', async () => {
    const store = memoryStore();
    const graph = await keeperOf({ list: [first], store }).keeper.start();
    const again = keeperOf({ list: [first], store });
    expect((await again.keeper.start()).supergraphSdl).toBe(graph.supergraphSdl);
    expect(again.composed).toEqual([]);
  });

  it('gives a graph only where it changed, and looks at an unchanged list for nothing', async () => {
    const { keeper, wanted, composed } = keeperOf({ list: [first] });
    await keeper.start();
    const before = composed.length;
    expect(await keeper.refresh()).toBeUndefined();
    expect(composed).toHaveLength(before);
    wanted.list = [grown];
    expect((await keeper.refresh())?.apiSdl).toContain('alpha_b');
  });

  it('makes refreshes that overlap one after the other', async () => {
    const { keeper, wanted, composed } = keeperOf({ list: [first] });
    await keeper.start();
    const before = composed.length;
    wanted.list = [first, other];
    const graphs = await Promise.all([keeper.refresh(), keeper.refresh(), keeper.refresh()]);
    expect(graphs.filter((graph) => graph !== undefined)).toHaveLength(1);
    expect(composed).toHaveLength(before + 1);
  });

  it('says how each extension stands, and logs a quarantine', async () => {
    const { keeper, wanted, log } = keeperOf({ list: [grown, other] });
    await keeper.start();
    wanted.list = [shrunk, other];
    expect(await keeper.refresh()).toBeUndefined();
    expect(keeper.standings).toEqual([
      {
        member: 'alpha',
        state: 'QUARANTINED',
        reasons: ['Expected a graph that only grows: Query.alpha_a was removed.'],
      },
      { member: 'beta', state: 'IN_FORCE', reasons: [] },
    ]);
    expect(log.join('')).toContain('its last good version serves on');
    wanted.list = [grown, other];
    await keeper.refresh();
    expect(keeper.standings.map(({ state }) => state)).toEqual(['IN_FORCE', 'IN_FORCE']);
  });

  it('keeps the extensions in force while nobody can say which there are', async () => {
    const store = memoryStore();
    const { keeper, wanted } = keeperOf({ list: [first], store });
    await keeper.start();
    wanted.list = undefined;
    expect(await keeper.refresh()).toBeUndefined();
    const again = keeperOf({ store });
    again.wanted.list = undefined;
    expect((await again.keeper.start()).extensions).toEqual([first]);
    again.wanted.list = [];
    expect((await again.keeper.refresh())?.extensions).toEqual([]);
  });

  it('logs that an extension left with its member', async () => {
    const { keeper, wanted, log } = keeperOf({ list: [first, other] });
    await keeper.start();
    wanted.list = [other];
    expect((await keeper.refresh())?.apiSdl).not.toContain('alpha');
    expect(log.join('')).toContain('an extension left with its member');
  });

  it('remembers last good versions over a restart', async () => {
    const store = memoryStore();
    await keeperOf({ list: [grown], store }).keeper.start();
    const { keeper } = keeperOf({ list: [shrunk], store });
    expect((await keeper.start()).apiSdl).toContain('alpha_a');
    expect(keeper.standings).toMatchObject([{ member: 'alpha', state: 'QUARANTINED' }]);
  });

  it('composes anew where the contracts changed, with what still fits', async () => {
    const store = memoryStore();
    await keeperOf({ list: [first, other], store }).keeper.start();
    const base = smallBase.map((one) => ({ ...one, sdl: one.sdl.replace('lines:', 'rows:') }));
    const graph = await keeperOf({ list: [first, other], store, base }).keeper.start();
    expect(graph.apiSdl).toContain('rows:');
    expect(graph.extensions).toEqual([first, other]);
    expect(store.kept?.apiSdl).toBe(graph.apiSdl);
  });

  it('takes an extension that receives what owners listed, and takes it out where they list it no more', async () => {
    const store = memoryStore();
    const receiving = {
      ...extensionOf(
        'alpha',
        'type Member @key(fields: "id") { id: ID! name: String @federation__external alpha_a: Int @federation__requires(fields: "name") }',
      ),
    };
    const recipients = readRecipients([{ field: 'Member.name', to: 'alpha' }]);
    const before = keeperOf({ list: [receiving], store, recipients });
    expect((await before.keeper.start()).apiSdl).toContain('alpha_a');
    const after = keeperOf({ list: [receiving], store });
    expect((await after.keeper.start()).apiSdl).not.toContain('alpha_a');
    expect(after.keeper.standings).toMatchObject([
      {
        member: 'alpha',
        state: 'QUARANTINED',
        reasons: expect.arrayContaining([
          expect.stringContaining('its owners do not list "ext-alpha" as a recipient'),
        ]),
      },
    ]);
  });

  it('serves the graph kept where the contracts do not compose any more, and throws where none was kept', async () => {
    const store = memoryStore();
    const graph = await keeperOf({ list: [first], store }).keeper.start();
    const base = [{ name: 'broken', sdl: 'type' }];
    const { keeper, log } = keeperOf({ list: [first], store, base });
    expect((await keeper.start()).supergraphSdl).toBe(graph.supergraphSdl);
    expect(log.join('')).toContain('the contracts do not compose; serving the graph kept');
    await expect(keeperOf({ base }).keeper.start()).rejects.toMatchObject({ code: 'BAD_CONTRACT' });
  });

  it('goes on where the graph can be neither read nor kept', async () => {
    const fault = new AccordError('BAD_OUTPUT', 'Expected a disk.');
    const store: GraphStore = { read: () => Promise.reject(fault), write: () => Promise.reject(fault) };
    const { keeper, log } = keeperOf({ list: [first], store });
    expect((await keeper.start()).apiSdl).toContain('alpha_a');
    expect(log.join('')).toMatch(/the graph kept cannot be read[\s\S]*the graph in force could not be kept/);
  });
});
