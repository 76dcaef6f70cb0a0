import { describe, expect, it } from 'vitest';
import type { BroughtExtension } from '../../../../gateway/plan/extension.js';
import { noRecipients } from '../../../../gateway/plan/recipients.js';
import {
  type ExtendedGraph,
  type Settlement,
  settleExtensions,
} from '../../../../gateway/plan/settle-extensions.js';
import { countingComposer, extensionOf, smallBase } from '../../../fixtures/small-graph.js';

const { compose } = countingComposer();

function settle(
  wanted: readonly BroughtExtension[],
  last?: ExtendedGraph,
  rebase = false,
): Promise<Settlement> {
  return settleExtensions({ base: smallBase, last, rebase, wanted, compose, recipients: noRecipients });
}

function inForce({ graph }: Settlement): string[] {
  return graph.extensions.map(({ member, sdl }) =>
    `${member} ${/v\d/.exec(sdl.split('\n')[1] ?? '')?.[0] ?? ''}`.trim(),
  );
}

const first = extensionOf('alpha', 'type Query { alpha_v1: Int }');
const second = extensionOf('alpha', 'type Query { alpha_v1: Int alpha_v2: Int }');
const shrunk = extensionOf('alpha', 'type Query { alpha_v2: Int }');
const other = extensionOf('beta', 'type Person @key(fields: "id") { id: ID! beta_v1: String }');
const forbidden = extensionOf(
  'beta',
  'type Query { beta_v2: Int lines: Int } type Person @key(fields: "id") { id: ID! beta_v1: String }',
);

describe('settleExtensions', () => {
  it('composes the base alone where nobody brings anything', async () => {
    const settlement = await settle([]);
    expect(settlement).toMatchObject({ quarantined: [], left: [] });
    expect(settlement.graph.apiSdl).toContain('members: [Member!]!');
  });

  it('puts extensions in force by member id, whatever the order they came in', async () => {
    const [one, two] = [await settle([first, other]), await settle([other, first])];
    expect(inForce(one)).toEqual(['alpha v1', 'beta v1']);
    expect(two.graph.supergraphSdl).toBe(one.graph.supergraphSdl);
    expect(one.graph.apiSdl).toContain('beta_v1: String');
  });

  it('lets a version grow, and changes nothing where nothing changed', async () => {
    const { graph } = await settle([first]);
    const grown = await settle([second], graph);
    expect(inForce(grown)).toEqual(['alpha v1']);
    expect(grown.graph.apiSdl).toContain('alpha_v2');
    expect((await settle([second], grown.graph)).graph).toBe(grown.graph);
  });

  it('quarantines a version that takes something away, and its last good one serves on', async () => {
    const { graph } = await settle([second, other]);
    const settlement = await settle([shrunk, other], graph);
    expect(settlement.quarantined).toEqual([
      { member: 'alpha', reasons: ['Expected a graph that only grows: Query.alpha_v1 was removed.'] },
    ]);
    expect(settlement.graph).toBe(graph);
  });

  it("goes on with everybody else's changes", async () => {
    const { graph } = await settle([first]);
    const settlement = await settle([forbidden, second], graph);
    expect(settlement.quarantined).toEqual([
      { member: 'beta', reasons: ['Expected fields named "beta_…" on "Query", got "lines".'] },
    ]);
    expect(inForce(settlement)).toEqual(['alpha v1']);
    expect(settlement.graph.apiSdl).toContain('alpha_v2');
  });

  it('quarantines what does not compose, with the words of composition', async () => {
    const broken = extensionOf('alpha', 'type Query { alpha_a: Alpha_Missing }');
    const { quarantined } = await settle([broken]);
    expect(quarantined).toEqual([{ member: 'alpha', reasons: ['[ext-alpha] Unknown type Alpha_Missing'] }]);
  });

  it('survives what composition breaks on', async () => {
    const broken = extensionOf('alpha', 'type Query { alpha_a: Int alpha_b(by: _Any): Int } scalar _Any');
    expect((await settle([broken, other])).quarantined).toMatchObject([{ member: 'alpha' }]);
  });

  it('gives every reason at once', async () => {
    const bad = extensionOf('alpha', '"x" type Query { members: Int lines: Int } scalar Decimal');
    const { quarantined } = await settle([bad]);
    expect(quarantined[0]?.reasons).toHaveLength(4);
  });

  it('refuses the later of two members whose names cannot be told apart', async () => {
    const [a, b] = ['a1', 'a-1'].map((member) =>
      extensionOf(member, `type Query { a1_${member.length}: Int }`),
    );
    const settlement = await settle([b, a].flatMap((one) => (one === undefined ? [] : [one])));
    expect(settlement.quarantined).toEqual([
      { member: 'a1', reasons: ['Expected names of its own, the member "a-1" has "A1_…".'] },
    ]);
  });

  it('takes the extension of a member that left away, and says so', async () => {
    const { graph } = await settle([first, other]);
    const settlement = await settle([other], graph);
    expect(settlement).toMatchObject({ left: ['alpha'], quarantined: [] });
    expect(settlement.graph.apiSdl).not.toContain('alpha');
  });

  it('lets a member that left come back with less', async () => {
    const { graph } = await settle([second, other]);
    const gone = await settle([other], graph);
    expect((await settle([other, shrunk], gone.graph)).quarantined).toEqual([]);
  });

  it('takes a new address over without composing', async () => {
    const { graph } = await settle([first]);
    const counting = countingComposer();
    const moved = extensionOf('alpha', 'type Query { alpha_v1: Int }', 'https://new.example.org/');
    const settlement = await settleExtensions({
      base: smallBase,
      last: graph,
      rebase: false,
      wanted: [moved],
      compose: counting.compose,
      recipients: noRecipients,
    });
    expect(settlement.graph.extensions).toMatchObject([{ url: 'https://new.example.org/' }]);
    expect(counting.composed).toEqual([]);
  });

  it('keeps address and schema of the last good version together', async () => {
    const { graph } = await settle([second]);
    const settlement = await settle([{ ...shrunk, url: 'https://new.example.org/' }], graph);
    expect(settlement.graph.extensions).toMatchObject([{ url: second.url, sdl: second.sdl }]);
  });

  it('serves the last good version on while a schema cannot be read, and has none without', async () => {
    const { graph } = await settle([first]);
    const unread = { ...first, sdl: null };
    expect(await settle([unread], graph)).toMatchObject({ graph, quarantined: [] });
    expect((await settle([unread])).quarantined).toEqual([
      { member: 'alpha', reasons: ['Expected a schema, it cannot be read.'] },
    ]);
  });

  it('builds the set anew where the base changed, last good versions first', async () => {
    const { graph } = await settle([second, other]);
    const settlement = await settle([shrunk, other], { ...graph, supergraphSdl: 'of an older base' }, true);
    expect(settlement.quarantined).toMatchObject([{ member: 'alpha' }]);
    expect(settlement.graph.supergraphSdl).toBe(graph.supergraphSdl);
  });

  it('drops what no longer fits a base that changed', async () => {
    const { graph } = await settle([first, other]);
    const narrowed = smallBase.filter(({ name }) => name === 'directory');
    const settlement = await settleExtensions({
      base: narrowed,
      last: graph,
      rebase: true,
      wanted: [first, other],
      compose,
      recipients: noRecipients,
    });
    expect(inForce(settlement)).toEqual(['alpha v1']);
    expect(settlement.quarantined).toMatchObject([{ member: 'beta' }]);
  });

  it('throws where the base alone does not compose', async () => {
    const broken = settleExtensions({
      base: [{ name: 'one', sdl: 'type' }],
      last: undefined,
      rebase: false,
      wanted: [],
      compose,
      recipients: noRecipients,
    });
    await expect(broken).rejects.toMatchObject({ code: 'BAD_CONTRACT' });
  });
});
