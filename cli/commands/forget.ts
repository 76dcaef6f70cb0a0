import type { Command } from 'commander';
import { AccordError } from '../../shared/errors/accord-error.js';
import { linkedTypes } from '../../shared/linking/to-link-subject.js';
import { askedTypes, findType, ownLocalId } from '../find-types.js';
import { takeFromHub } from '../link/withdraw-parties.js';
import { readMemberSetup, withStore } from '../member-setup.js';
import { print } from '../print.js';
import type { Surroundings } from '../surroundings.js';

interface ForgetOptions {
  readonly config: string;
  readonly reason: string;
  readonly type?: string;
}

/** `accord forget ID` */
export function addForgetCommand(program: Command, surroundings: Surroundings): void {
  program
    .command('forget')
    .summary('erase a record for good')
    .description(
      'Erases a record for good: nothing of it is left in the store, and no import brings it back. Backups and exports made before still hold it.',
    )
    .argument('<id>', 'the record, <member>:<local>')
    .requiredOption('--reason <text>', 'why, for the log; without the name of a person')
    .requiredOption('--config <file>', 'the configuration of the member, member.yaml')
    .option('--type <type>', 'the record type, where several types have the id or none has it yet')
    .action((id: string, options: ForgetOptions) => forget(id, options, surroundings));
}

async function forget(id: string, options: ForgetOptions, surroundings: Surroundings): Promise<void> {
  const setup = readMemberSetup(options.config);
  const local = ownLocalId(id, setup.config);
  const types = askedTypes(options.type, setup.config);
  const reason = options.reason.trim();
  if (reason === '') {
    throw new AccordError('BAD_INPUT', 'Expected a reason, got a blank text.');
  }
  // The store logs that a record was forgotten, which is part of what this command promises.
  await withStore(setup, { ...surroundings, logLevel: 'info' }, async (store) => {
    const type = options.type ?? (await findType(store, types, local));
    if (type === undefined) {
      throw new AccordError(
        'BAD_INPUT',
        'Expected a record with this id, there is none; with --type it is barred from later imports.',
      );
    }
    const wasThere = await store.forget(type, local, reason);
    await print(
      surroundings.stdout,
      wasThere ? `forgot one ${type}\n` : `there was no such ${type}; no import will bring it\n`,
    );
    await takeFromHub(type in linkedTypes ? [local] : [], { setup, surroundings });
  });
}
