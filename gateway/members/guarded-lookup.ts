import type { LookupAddress, LookupOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import type { AddressRules } from './address-rules.js';

type Resolve = (
  host: string,
  options: LookupOptions & { all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * A name lookup for sockets that gives only addresses the rules allow. It stands at the connection itself, so that a
 * name which is re-pointed after the configuration was read gains nothing.
 */
export function createGuardedLookup(mayReach: AddressRules, resolve: Resolve): LookupFunction {
  return (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error !== null) {
        done(error, []);
        return;
      }
      const allowed = addresses.filter(({ address }) => mayReach(address));
      const [first] = allowed;
      if (first === undefined) {
        done(Object.assign(new Error('no address of the host is allowed'), { code: 'EACCES' }), []);
      } else if (options.all === true) {
        done(null, allowed);
      } else {
        done(null, first.address, first.family);
      }
    });
  };
}
