import { exchangeJson } from '../http/exchange-json.js';
import { RegistryAnswer } from '../identity/registry-request.js';

/**
 * Sends a signed request to the registry of a hub. Throws what the hub refuses it with, and HUB_UNAVAILABLE where it
 * gives no answer of the form.
 */
export async function sendToRegistry(
  jws: string,
  to: { readonly audience: string; readonly deadlineMs: number },
): Promise<RegistryAnswer> {
  return await exchangeJson({
    url: `${to.audience}/registry`,
    body: { request: jws },
    answer: RegistryAnswer,
    whom: 'hub',
    deadlineMs: to.deadlineMs,
  });
}
