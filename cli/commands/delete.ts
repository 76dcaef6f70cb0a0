import type { Command } from 'commander';
import { linkedTypes } from '../../shared/linking/to-link-subject.js';
import { askedTypes, findType, ownLocalId } from '../find-types.js';
import { takeFromHub } from '../link/withdraw-parties.js';
import { readMemberSetup, withStore } from '../member-setup.js';
import { print } from '../print.js';
import type { Surroundings } from '../surroundings.js';

interface DeleteOptions {
  readonly config: string;
  readonly type?: string;
}

/** `accord delete ID…` */
export function addDeleteCommand(program: Command, surroundings: Surroundings): void {
  program
    .command('delete')
    .summary('remove records that an import may bring again')
    .description('Removes records. An import may bring them again; `accord forget` erases for good.')
    .argument('<id...>', 'the records, <member>:<local> each')
    .requiredOption('--config <file>', 'the configuration of the member, member.yaml')
    .option('--type <type>', 'the record type, where several types have an id')
    .action((ids: readonly string[], options: DeleteOptions) => deleteRecords(ids, options, surroundings));
}

async function deleteRecords(
  ids: readonly string[],
  options: DeleteOptions,
  surroundings: Surroundings,
): Promise<void> {
  const setup = readMemberSetup(options.config);
  const locals = [...new Set(ids.map((id) => ownLocalId(id, setup.config)))];
  const types = askedTypes(options.type, setup.config);
  await withStore(setup, surroundings, async (store) => {
    // All are found before the first is removed, so that an id that is not clear removes nothing.
    const byType = new Map<string, string[]>();
    for (const local of locals) {
      const type = await findType(store, types, local);
      if (type !== undefined) {
        byType.set(type, [...(byType.get(type) ?? []), local]);
      }
    }
    let removed = 0;
    for (const [type, found] of byType) {
      removed += await store.delete(type, found);
    }
    await print(surroundings.stdout, `removed ${removed} of ${locals.length} records\n`);
    const parties = [...byType].flatMap(([type, found]) => (type in linkedTypes ? found : []));
    await takeFromHub(parties, { setup, surroundings });
  });
}
