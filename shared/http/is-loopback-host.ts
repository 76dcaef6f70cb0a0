import { isIP } from 'node:net';

/** Whether the host of a URL, or the address of a socket, is this machine by name or by number. */
export function isLoopbackHost(host: string): boolean {
  const plain = withoutIpv4Mapping(host.replace(/^\[|\]$/g, ''));
  return plain === 'localhost' || plain === '::1' || (isIP(plain) === 4 && plain.startsWith('127.'));
}

/** `::ffff:10.0.0.1` and `::ffff:a00:1` reach the same host as `10.0.0.1`. */
export function withoutIpv4Mapping(address: string): string {
  const match = /^[0:]+:ffff:(.+)$/i.exec(address);
  const rest = match?.[1];
  if (rest === undefined) {
    return address;
  }
  if (isIP(rest) === 4) {
    return rest;
  }
  const groups = rest.split(':').map((group) => Number.parseInt(group, 16));
  const [high, low] = groups;
  if (groups.length !== 2 || high === undefined || low === undefined || Number.isNaN(high + low)) {
    return address;
  }
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}
