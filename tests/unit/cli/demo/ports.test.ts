import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { assertPortsFree } from '../../../../cli/demo/ports.js';

describe('the demo’s ports', () => {
  it('are named when one is in use, and free again afterwards', async () => {
    const server = createServer();
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        resolve(typeof address === 'object' ? (address?.port ?? 0) : 0);
      });
    });
    await expect(assertPortsFree([port])).rejects.toMatchObject({
      code: 'BAD_CONFIG',
      message: `Expected port ${port} to be free for the demo, it is in use.`,
    });
    await new Promise((resolve) => server.close(resolve));
    await assertPortsFree([port]);
    await assertPortsFree([port]);
  });
});
