import { Agent, request } from 'undici';
import { z } from 'zod';

const deadlineMs = 3000;
const maxBytes = 65_536;

const Jwks = z.object({ keys: z.array(z.unknown()).max(100) });

/**
 * Fetches the JWKs at a URL. Redirects are not followed. Throws whatever the network, the status or the form gave, for
 * the log: the caller goes on with what it has.
 */
export async function fetchJwks(url: string): Promise<readonly unknown[]> {
  const agent = new Agent({ maxResponseSize: maxBytes });
  try {
    const { statusCode, body } = await request(url, {
      dispatcher: agent,
      signal: AbortSignal.timeout(deadlineMs),
      headers: { accept: 'application/json' },
    });
    if (statusCode !== 200) {
      throw new Error(`expected keys, got status ${statusCode}`);
    }
    return Jwks.parse(await body.json()).keys;
  } finally {
    await agent.destroy();
  }
}
