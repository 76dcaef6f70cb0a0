import { demoMembers, demoSeed } from '../../cli/demo/coalition.js';
import { generateMember } from '../../cli/demo/generate-member.js';
import { OrganizationBody, PersonBody } from '../../shared/domain/party-body.js';
import { nameKeys } from '../../shared/linking/names/name-keys.js';
import { nameTerms } from '../../shared/linking/names/name-terms.js';
import { parseName } from '../../shared/linking/names/parse-name.js';
import type { ParsedName } from '../../shared/linking/names/parsed-name.js';

/** A party record of the demo coalition and whom it is of. */
export interface DemoSubject {
  readonly member: string;
  readonly identity: string;
  readonly names: readonly ParsedName[];
  readonly keys: ReadonlySet<string>;
  readonly terms: ReadonlySet<string>;
}

const types = {
  Person: { kind: 'PERSON', body: PersonBody },
  Organization: { kind: 'ORGANIZATION', body: OrganizationBody },
} as const;

/** The parties that the six members of the demo coalition write down, with the truth that the generator knows. */
export function demoSubjects(): DemoSubject[] {
  return demoMembers.flatMap((member) => {
    const { rows, truth } = generateMember(member, demoSeed);
    const records = [...rows].flat();
    return records.flatMap(({ type, local, body }) => {
      if (type !== 'Person' && type !== 'Organization') {
        return [];
      }
      const { name, names = [] } = types[type].body.parse(body);
      const texts = new Set([...(name === undefined ? [] : [name]), ...names.map(({ full }) => full)]);
      const parsed = [...texts].map((text) => parseName(text, types[type].kind));
      return {
        member: member.id,
        identity: truth.get(local) ?? local,
        names: parsed,
        keys: new Set(parsed.flatMap(nameKeys)),
        terms: new Set(parsed.flatMap(nameTerms)),
      };
    });
  });
}
