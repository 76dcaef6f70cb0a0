import type { ProviderClient, ProviderReply, ProviderRequest } from './provider-client.js';

/** Asks functions of this process instead of the network, by URL. A URL without one is UNREACHABLE. */
export function createInProcessProviderClient(
  providers: Readonly<Record<string, (request: ProviderRequest) => Promise<unknown>>>,
): ProviderClient {
  return {
    async ask(request) {
      const provider = providers[request.url];
      if (provider === undefined) {
        return { outcome: 'failed', cause: 'UNREACHABLE', detail: 'no such provider' };
      }
      return await Promise.race([answerOf(provider, request), ended(request.signal)]);
    },
  };
}

async function answerOf(
  provider: (request: ProviderRequest) => Promise<unknown>,
  request: ProviderRequest,
): Promise<ProviderReply> {
  try {
    const text = JSON.stringify(await provider(request));
    const bytes = Buffer.byteLength(text);
    if (bytes > request.maxBytes) {
      return { outcome: 'failed', cause: 'INVALID', detail: `more than ${request.maxBytes} bytes` };
    }
    const body: unknown = JSON.parse(text);
    return { outcome: 'answered', httpStatus: 200, body, bytes };
  } catch {
    return { outcome: 'failed', cause: 'UNREACHABLE', detail: 'the provider threw' };
  }
}

function ended(signal: AbortSignal): Promise<ProviderReply> {
  return new Promise((resolve) => {
    const end = (): void =>
      resolve({ outcome: 'failed', cause: 'TIMED_OUT', detail: 'the request was ended' });
    if (signal.aborted) {
      end();
    } else {
      signal.addEventListener('abort', end, { once: true });
    }
  });
}
