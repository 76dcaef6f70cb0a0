import { createHash } from 'node:crypto';
import type { Handling, Provenance } from '../../../shared/domain/record-body.js';
import { invariant } from '../../../shared/errors/invariant.js';
import { createKeyedId } from '../../../shared/importing/keyed-id.js';
import { type DemoMember, demoToday } from '../coalition.js';
import type { Random } from '../random.js';
import { type Locale, locales } from '../world/locales.js';

/** What every record of one member carries, and how the member names its records. */
export interface RecordStamp {
  readonly member: DemoMember;
  readonly locale: Locale;
  /** A public id of the member: keyed, so that ids neither count records nor tell what they are made from. */
  localId(prefix: string, ...parts: readonly (string | number)[]): string;
  base(source?: Partial<Provenance>): { readonly handling: Handling; readonly provenance: Provenance };
}

/** The key of the ids comes from the seed, since the demo promises the same ids everywhere; a real member's is random. */
export function createRecordStamp(member: DemoMember, seed: string, random: Random): RecordStamp {
  const locale = locales.find(({ country }) => country === member.country);
  invariant(locale, `the demo has a locale for ${member.country}`);
  const keyedId = createKeyedId(createHash('sha256').update(`${seed}/${member.id}/local-ids`).digest());
  return {
    member,
    locale,
    localId: (prefix, ...parts) => `${prefix}-${keyedId(prefix, ...parts.map(String)).slice(0, 16)}`,
    base: (source = {}) => ({
      handling: handlingOf(member, random),
      provenance: {
        publisher: member.name,
        publisherUrl: `https://${member.id}.example`,
        dataset: `${member.id}-${member.domain}`,
        retrievedAt: demoToday.instant,
        license: member.licence,
        attribution: `${member.name} (invented for the demo)`,
        ...source,
      },
    }),
  };
}

/** For everybody: the README's examples are asked by nobody in particular. */
function handlingOf(member: DemoMember, random: Random): Handling {
  const isClear = random.chance(0.8);
  return {
    tlp: 'TLP:CLEAR',
    pap: isClear ? 'PAP:CLEAR' : 'PAP:GREEN',
    license: member.licence,
    attribution: 'MUST',
  };
}
