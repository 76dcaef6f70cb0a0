import type { Importer } from '../../shared/importing/importer.js';
import type { DemoMember } from './coalition.js';
import type { MemberData } from './generate-member.js';

/** The generated records of a member in the shape that a run of imports takes. */
export function createDemoImporter(member: DemoMember, rows: MemberData['rows']): Importer {
  return {
    format: 'demo',
    domain: member.domain,
    describes: 'the invented records of the demo',
    takes: 'nothing: they are generated',
    async *read() {
      let line = 0;
      for (const records of rows) {
        line += 1;
        yield { kind: 'records', at: { file: 'demo', line }, records };
      }
    },
  };
}
