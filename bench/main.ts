import { benchCallerToken } from './caller-token.js';
import { benchFanout } from './fanout.js';
import { benchImport } from './import.js';
import { benchLinking } from './linking.js';
import { benchNames } from './names.js';
import { benchPaging } from './paging.js';
import { benchPolicies } from './policy.js';

/** What a benchmark may want to know; it gives whether its limits hold. */
export interface BenchSurroundings {
  readonly mongodbUrl: string | undefined;
}

const benchmarks = new Map<string, (surroundings: BenchSurroundings) => Promise<boolean>>([
  ['fanout', benchFanout],
  ['caller-token', benchCallerToken],
  ['import', benchImport],
  ['paging', benchPaging],
  ['policy', benchPolicies],
  ['names', benchNames],
  ['linking', benchLinking],
]);

const [name = '', ...rest] = process.argv.slice(2);
const bench = benchmarks.get(name);
if (bench === undefined || rest.length > 0) {
  const names = [...benchmarks.keys()].join(', ');
  process.stderr.write(
    `Expected the name of one benchmark (${names}), got "${[name, ...rest].join(' ')}".\n`,
  );
  process.exitCode = 2;
} else {
  const mongodbUrl = process.env['MONGODB_URL'] || undefined;
  process.exitCode = (await bench({ mongodbUrl })) ? 0 : 1;
}
