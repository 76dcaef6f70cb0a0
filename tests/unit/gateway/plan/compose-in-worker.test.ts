import { describe, expect, it } from 'vitest';
import { tryCompose } from '../../../../gateway/plan/compose.js';
import { composeInWorker } from '../../../../gateway/plan/compose-in-worker.js';
import { smallBase } from '../../../fixtures/small-graph.js';

describe('composeInWorker', () => {
  it('composes the same graph as here', async () => {
    expect(await composeInWorker(smallBase)).toEqual(tryCompose(smallBase));
  });

  it('gives the faults of what does not compose', async () => {
    const broken = [{ name: 'one', sdl: 'type Query { a: Missing }' }];
    expect(await composeInWorker(broken)).toEqual({ faults: ['[one] Unknown type Missing'] });
  });

  it('lets timers run meanwhile', async () => {
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 5);
    await composeInWorker(smallBase);
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(5);
  });
});
