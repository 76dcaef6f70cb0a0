import { describe, expect, it } from 'vitest';
import { waitReady } from '../../../../cli/demo/wait-ready.js';

describe('waiting until a process answers', () => {
  it('asks again after refusals and answers that are not 200', async () => {
    const answers: (() => Response)[] = [
      () => {
        throw new TypeError('connection refused');
      },
      () => new Response('not yet', { status: 503 }),
      () => new Response('ready'),
    ];
    let asked = 0;
    await waitReady('http://127.0.0.1:1/ready', new AbortController().signal, async () => {
      asked += 1;
      return (answers.shift() ?? (() => new Response('ready')))();
    });
    expect(asked).toBe(3);
  });

  it('gives up when it is told to', async () => {
    const refuse = async (): Promise<Response> => {
      throw new TypeError('connection refused');
    };
    const signal = AbortSignal.timeout(150);
    await expect(waitReady('http://127.0.0.1:1/ready', signal, refuse)).rejects.toThrow();
  });
});
