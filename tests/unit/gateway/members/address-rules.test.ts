import { describe, expect, it } from 'vitest';
import { createAddressRules, isAddressRange } from '../../../../gateway/members/address-rules.js';

describe('createAddressRules', () => {
  const mayReach = createAddressRules([]);

  it.each([
    ['a public IPv4 address', '93.184.216.34', true],
    ['a public IPv6 address', '2606:2800:220:1::1', true],
    ['loopback', '127.0.0.1', false],
    ['all of 127/8', '127.8.9.10', false],
    ['IPv6 loopback', '::1', false],
    ['loopback as mapped IPv6', '::ffff:127.0.0.1', false],
    ['loopback as mapped IPv6 in hexadecimal', '::ffff:7f00:1', false],
    ['loopback as mapped IPv6 written out', '0:0:0:0:0:ffff:7f00:1', false],
    ['unspecified', '0.0.0.0', false],
    ['private 10/8', '10.1.2.3', false],
    ['private 172.16/12', '172.31.255.255', false],
    ['beside 172.16/12', '172.32.0.1', true],
    ['private 192.168/16', '192.168.1.1', false],
    ['shared address space', '100.64.0.1', false],
    ['the metadata address of clouds', '169.254.169.254', false],
    ['the metadata address as mapped IPv6', '::ffff:169.254.169.254', false],
    ['link-local IPv6', 'fe80::1', false],
    ['unique local IPv6', 'fd00:ec2::254', false],
    ['IPv4 through NAT64', '64:ff9b::7f00:1', false],
    ['IPv4 through 6to4', '2002:7f00:1::', false],
    ['multicast', '224.0.0.1', false],
    ['broadcast', '255.255.255.255', false],
    ['no address at all', 'example.org', false],
  ])('answers for %s', (_what, address, reachable) => {
    expect(mayReach(address)).toBe(reachable);
  });

  it('opens the listed addresses and ranges and nothing beside them', () => {
    const open = createAddressRules(['127.0.0.0/8', '10.1.2.3', 'fd12::/16']);
    expect(['127.0.0.1', '::ffff:127.0.0.1', '10.1.2.3', 'fd12::5'].map(open)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['10.1.2.4', '::1', 'fd13::5'].map(open)).toEqual([false, false, false]);
  });
});

describe('isAddressRange', () => {
  it.each([
    ['10.0.0.1', true],
    ['10.0.0.0/8', true],
    ['::1/128', true],
    ['10.0.0.0/33', false],
    ['fd00::/129', false],
    ['10.0.0.0/8/8', false],
    ['10.0.0', false],
    ['localhost', false],
    ['10.0.0.0/', false],
    ['', false],
  ])('of %j is %s', (text, expected) => {
    expect(isAddressRange(text)).toBe(expected);
  });
});
