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
  /** `labels`: those the record may carry, each as often as it is listed. */
  base(
    source?: Partial<Provenance>,
    labels?: readonly Label[],
  ): { readonly handling: Handling; readonly provenance: Provenance };
}

type Label = NonNullable<Handling['tlp']>;

/** What a register or a newsroom shows anybody, one in five only to those who say who they are. */
const openLabels: readonly Label[] = ['TLP:CLEAR', 'TLP:CLEAR', 'TLP:CLEAR', 'TLP:CLEAR', 'TLP:GREEN'];

/** Who a record names is protected by the record, and by the rules of its fields; a party alone says nothing. */
export const partyLabels: readonly Label[] = ['TLP:CLEAR'];

/** The key of the ids comes from the seed, since the demo promises the same ids everywhere; a real member's is random. */
export function createRecordStamp(member: DemoMember, seed: string, random: Random): RecordStamp {
  const locale = locales.find(({ country }) => country === member.country);
  invariant(locale, `the demo has a locale for ${member.country}`);
  const keyedId = createKeyedId(createHash('sha256').update(`${seed}/${member.id}/local-ids`).digest());
  return {
    member,
    locale,
    localId: (prefix, ...parts) => `${prefix}-${keyedId(prefix, ...parts.map(String)).slice(0, 16)}`,
    base: (source = {}, labels = openLabels) => ({
      handling: handlingOf(member, random.pick(labels)),
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

function handlingOf(member: DemoMember, tlp: Label): Handling {
  return { tlp, pap: permitted[tlp], license: member.licence, attribution: 'MUST' };
}

/** What may be done with a record of a label: whoever is the subject of a lead must not learn of it. */
const permitted: Readonly<Record<Label, NonNullable<Handling['pap']>>> = {
  'TLP:CLEAR': 'PAP:CLEAR',
  'TLP:GREEN': 'PAP:GREEN',
  'TLP:AMBER': 'PAP:AMBER',
  'TLP:AMBER+STRICT': 'PAP:AMBER',
  'TLP:RED': 'PAP:RED',
};
