import { ApolloServer } from '@apollo/server';
import { describe, expect, it, vi } from 'vitest';
import type { RequestScope } from '../../../../gateway/fanout/request-scope.js';
import type { Revision } from '../../../../gateway/plan/revision.js';
import { createRevisions } from '../../../../gateway/plan/revisions.js';

const policy = { access: new Map(), uses: new Map(), masks: new Map() };

function revisionNamed(
  id: string,
): Revision & { readonly stop: ReturnType<typeof vi.fn<() => Promise<void>>> } {
  const server = new ApolloServer<RequestScope>({ typeDefs: 'type Query { a: Int }' });
  const stop = vi.fn(async () => undefined);
  return { id, supergraphSdl: '', policy, server, serverFor: async () => server, stop };
}

function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

describe('createRevisions', () => {
  it('has nothing to run on before the first revision', async () => {
    const revisions = createRevisions(() => undefined);
    expect(revisions.current).toBeUndefined();
    await expect(revisions.run(async () => 1)).rejects.toMatchObject({ code: 'NOT_READY' });
  });

  it('keeps each request on the revision it began with, and stops the old one when its last ends', async () => {
    const revisions = createRevisions(() => undefined);
    const [first, second] = [revisionNamed('first'), revisionNamed('second')];
    const [a, b] = [gate(), gate()];
    revisions.replace(first);
    const seen: string[] = [];
    const hold = (opened: Promise<void>) =>
      revisions.run(async ({ id }) => {
        await opened;
        seen.push(id);
      });
    const underWay = [hold(a.opened), hold(b.opened)];
    revisions.replace(second);
    await revisions.run(async ({ id }) => seen.push(id));
    a.open();
    await underWay[0];
    expect(first.stop).not.toHaveBeenCalled();
    b.open();
    await underWay[1];
    expect(seen).toEqual(['second', 'first', 'first']);
    expect(first.stop).toHaveBeenCalledTimes(1);
    expect(second.stop).not.toHaveBeenCalled();
  });

  it('stops an idle revision at once, and counts a request that threw as ended', async () => {
    const revisions = createRevisions(() => undefined);
    const [first, second, third] = [revisionNamed('1'), revisionNamed('2'), revisionNamed('3')];
    revisions.replace(first);
    revisions.replace(second);
    expect(first.stop).toHaveBeenCalledTimes(1);
    await expect(revisions.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    revisions.replace(third);
    expect(second.stop).toHaveBeenCalledTimes(1);
    await revisions.stop();
    expect(third.stop).toHaveBeenCalledTimes(1);
    expect(revisions.current).toBeUndefined();
  });

  it('tells of a revision that does not stop', async () => {
    const faults: unknown[] = [];
    const revisions = createRevisions((fault) => faults.push(fault));
    const stuck = revisionNamed('stuck');
    stuck.stop.mockRejectedValue(new Error('stuck'));
    revisions.replace(stuck);
    revisions.replace(revisionNamed('next'));
    await vi.waitFor(() => expect(faults).toEqual([new Error('stuck')]));
  });
});
