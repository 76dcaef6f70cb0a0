import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followExtensions } from '../../../../gateway/plan/follow-extensions.js';
import type { ExtendedGraph } from '../../../../gateway/plan/settle-extensions.js';

const graph: ExtendedGraph = { supergraphSdl: 'a', apiSdl: 'b', extensions: [] };

describe('followExtensions', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function follow(refresh: () => Promise<ExtendedGraph | undefined>, publish = vi.fn(async () => undefined)) {
    const log: string[] = [];
    const logger = pino({ level: 'info' }, { write: (line: string) => log.push(line) });
    return { log, publish, stop: followExtensions({ refresh, publish, everyMs: 1000, logger }) };
  }

  it('puts a changed graph in force, and an unchanged one not', async () => {
    const refresh = vi.fn(async (): Promise<ExtendedGraph | undefined> => undefined);
    const { publish } = follow(refresh);
    await vi.advanceTimersByTimeAsync(1000);
    expect(publish).not.toHaveBeenCalled();
    refresh.mockResolvedValueOnce(graph);
    await vi.advanceTimersByTimeAsync(1000);
    expect(publish).toHaveBeenCalledExactlyOnceWith(graph);
  });

  it('goes on after a fault', async () => {
    const refresh = vi.fn(async (): Promise<ExtendedGraph | undefined> => graph);
    refresh.mockRejectedValueOnce(new Error('no'));
    const { publish, log } = follow(refresh);
    await vi.advanceTimersByTimeAsync(2000);
    expect(log.join('')).toContain('the extensions could not be brought up to date');
    expect(publish).toHaveBeenCalledTimes(1);
  });

  it('looks again only when the last look is over', async () => {
    let finish: (graph: undefined) => void = () => undefined;
    const refresh = vi.fn(() => new Promise<undefined>((resolve) => (finish = resolve)));
    follow(refresh);
    await vi.advanceTimersByTimeAsync(5000);
    expect(refresh).toHaveBeenCalledTimes(1);
    finish(undefined);
    await vi.advanceTimersByTimeAsync(1000);
    expect(refresh).toHaveBeenCalledTimes(2);
  });

  it('puts nothing in force once it was stopped', async () => {
    let finish: (graph: ExtendedGraph) => void = () => undefined;
    const { publish, stop } = follow(() => new Promise((resolve) => (finish = resolve)));
    await vi.advanceTimersByTimeAsync(1000);
    await stop();
    finish(graph);
    await vi.advanceTimersByTimeAsync(5000);
    expect(publish).not.toHaveBeenCalled();
  });
});
