import { isIP } from 'node:net';
import { isLoopbackHost } from '../../shared/http/is-loopback-host.js';
import type { AddressRules } from './address-rules.js';

export interface Fault {
  readonly path: (string | number)[];
  readonly message: string;
}

/** What is wrong with a member's providers beyond their form: a domain served twice, an address the hub may not ask. */
export function faultsOfProviders(
  providers: readonly { readonly domain: string; readonly url: string }[],
  mayReach: AddressRules,
): Fault[] {
  const served = new Set<string>();
  return providers.flatMap(({ domain, url }, i) => {
    const faults: Fault[] = [];
    if (served.has(domain)) {
      faults.push({
        path: ['providers', i, 'domain'],
        message: `expected each domain once, got "${domain}" again`,
      });
    }
    served.add(domain);
    const message = faultOfUrl(url, mayReach);
    if (message !== null) {
      faults.push({ path: ['providers', i, 'url'], message });
    }
    return faults;
  });
}

/** What is wrong with a member's URL beyond its form, or null. A name is checked again at each connection, when its address is known. */
export function faultOfUrl(text: string, mayReach: AddressRules): string | null {
  if (!URL.canParse(text)) {
    return null;
  }
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') {
    return 'expected a URL without user name and password';
  }
  if (url.protocol !== 'https:' && !isLoopbackHost(url.hostname)) {
    return 'expected https for an address that is not this machine';
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !mayReach(host)) {
    return 'expected a public address, got a loopback, private or reserved one that allowAddresses does not list';
  }
  return null;
}
