import { Agent, request } from 'undici';
import { AccordError } from '../../shared/errors/accord-error.js';

const deadlineMs = 10_000;
const maxBytes = 16_777_216;

/** Fetches a supergraph that the operator named by URL. Redirects are not followed. Throws BAD_FILE. */
export async function readSupergraphUrl(url: string): Promise<string> {
  const agent = new Agent({ maxResponseSize: maxBytes });
  try {
    const signal = AbortSignal.timeout(deadlineMs);
    const { statusCode, body } = await request(url, { dispatcher: agent, signal });
    if (statusCode !== 200) {
      throw new AccordError('BAD_FILE', `Expected a supergraph at the URL, got status ${statusCode}.`);
    }
    return await body.text();
  } catch (cause) {
    if (cause instanceof AccordError) {
      throw cause;
    }
    const expected = `Expected a supergraph of at most ${maxBytes} bytes at the URL within ${deadlineMs} ms`;
    throw new AccordError('BAD_FILE', `${expected}, it could not be read.`, { cause });
  } finally {
    await agent.destroy();
  }
}
