import { join } from 'node:path';
import { z } from 'zod';
import { accessLogFolder } from '../shared/audit/access-log-config.js';
import { readConfigFile } from '../shared/config/read-config.js';
import { AccordError } from '../shared/errors/accord-error.js';
import { readMemberSetup } from './member-setup.js';

export interface LogPlaceOptions {
  readonly log?: string;
  readonly config?: string;
}

const HubLike = z.looseObject({ members: z.unknown().optional(), registry: z.unknown().optional() });

/** The folder of the access log that a command is about. Throws BAD_INPUT, BAD_CONFIG. */
export async function findLogFolder({ log, config }: LogPlaceOptions): Promise<string> {
  if (log !== undefined) {
    return log;
  }
  if (config === undefined) {
    throw new AccordError(
      'BAD_INPUT',
      'Expected "--log" with a folder or "--config" with a file, got neither.',
    );
  }
  const { members, registry } = readConfigFile(config, HubLike);
  if (members === undefined && registry === undefined) {
    return join(readMemberSetup(config).folder, accessLogFolder);
  }
  const { readHubConfig } = await import('../gateway/config.js');
  const { data } = readHubConfig({}, { file: config });
  if (data === undefined) {
    throw new AccordError(
      'BAD_CONFIG',
      'Expected "data" in the configuration of the hub, where its access log is.',
    );
  }
  return join(data, accessLogFolder);
}
