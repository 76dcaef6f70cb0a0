import { BlockList, isIP } from 'node:net';
import { withoutIpv4Mapping } from '../../shared/http/is-loopback-host.js';

/** Says whether the hub may open a connection to an IP address. */
export type AddressRules = (address: string) => boolean;

/**
 * What is not the public internet (IANA special-purpose registries): loopback, private, link-local with the clouds'
 * metadata services, shared, benchmarking, documentation, multicast and reserved ranges. A member URL that led there
 * would make the hub ask its own neighbours.
 */
const specialRanges: readonly string[] = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/128',
  '::1/128',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001:db8::/32',
  '2002::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
];

/** `allowed` are addresses and CIDR ranges that the operator opens although they are special. */
export function createAddressRules(allowed: readonly string[]): AddressRules {
  const special = blockListOf(specialRanges);
  const open = blockListOf(allowed);
  return (address) => {
    const plain = withoutIpv4Mapping(address);
    const family = familyOf(plain);
    return family !== null && (open.check(plain, family) || !special.check(plain, family));
  };
}

/** Whether the text is an IP address or a CIDR range, such as `10.1.0.0/16`. */
export function isAddressRange(text: string): boolean {
  const [address, bits, ...rest] = text.split('/');
  const version = isIP(address ?? '');
  if (version === 0 || rest.length > 0) {
    return false;
  }
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

function blockListOf(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', bits] = range.split('/');
    const family = familyOf(address);
    if (family === null) {
      continue;
    }
    if (bits === undefined) {
      list.addAddress(address, family);
    } else {
      list.addSubnet(address, Number(bits), family);
    }
  }
  return list;
}

function familyOf(address: string): 'ipv4' | 'ipv6' | null {
  const version = isIP(address);
  return version === 4 ? 'ipv4' : version === 6 ? 'ipv6' : null;
}
