import { createServer } from 'node:net';
import { AccordError } from '../../shared/errors/accord-error.js';

/** Throws BAD_CONFIG naming the first of these ports that cannot be listened on. */
export async function assertPortsFree(ports: readonly number[]): Promise<void> {
  for (const port of ports) {
    const fault = await faultOfPort(port);
    if (fault !== null) {
      const why = fault === 'EADDRINUSE' ? 'it is in use' : `the system says ${fault}`;
      throw new AccordError('BAD_CONFIG', `Expected port ${port} to be free for the demo, ${why}.`);
    }
  }
}

function faultOfPort(port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(null)));
  });
}
