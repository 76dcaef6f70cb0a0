import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as typescriptResolvers from '@graphql-codegen/typescript-resolvers';
import { parse } from 'graphql';
import { domains } from './shared/domain/domains.js';
import { errorCodes } from './shared/errors/error-codes.js';

/**
 * Keeps what is written by machine: the kernel section of each contract, the types of each domain's resolvers, and the
 * list of error codes in the docs.
 * `npm run codegen` writes them; with `--check` it writes nothing and fails, naming each file that is stale.
 */
const kernelStart = '# ---- kernel: shared/domain/kernel.graphql, kept equal by `npm run codegen` ----\n';
const kernelEnd = '# ---- end of kernel ----\n';

interface GeneratedFile {
  readonly path: string;
  readonly content: string;
}

/** The contract with the kernel of today. */
function withKernel(path: string): GeneratedFile {
  const sdl = readFileSync(path, 'utf8');
  const start = sdl.indexOf(kernelStart);
  const end = sdl.indexOf(kernelEnd);
  if (start < 0 || end < start) {
    throw new Error(`Expected a kernel section in "${path}", between its two marks.`);
  }
  const kernel = readFileSync('shared/domain/kernel.graphql', 'utf8').trim();
  return { path, content: `${sdl.slice(0, start)}${kernelStart}\n${kernel}\n\n${sdl.slice(end)}` };
}

interface BodyType {
  readonly name: string;
  readonly file: string;
}

/** The types that the body files of a folder export. */
function bodyTypesOf(folder: string, importFrom: string): BodyType[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('-body.ts'))
    .sort()
    .flatMap((file) => {
      const source = readFileSync(`${folder}/${file}`, 'utf8');
      return [...source.matchAll(/^export type (\w+) = z\.infer/gm)].map(([, name = '']) => ({
        name,
        file: `${importFrom}/${basename(file, '.ts')}.js`,
      }));
    });
}

/** The types in a contract that resolvers make by the kit's one recipe for their kind. */
function kitMappersOf(sdl: string): [string, string][] {
  const names = [...sdl.matchAll(/^type (\w+)/gm)].map(([, name = '']) => name);
  return names.flatMap((name): [string, string][] => {
    if (name.endsWith('Connection')) {
      return [[name, `Connection<ResolversParentTypes['${name.replace(/Connection$/, '')}']>`]];
    }
    if (name === 'Entity') {
      return [[name, 'EntityNode']];
    }
    return name.endsWith('Total') ? [[name, 'Total']] : [];
  });
}

/** What a resolver's parent is: a type's own body, or for records and parties the node made of it. */
function mappersOf(types: readonly BodyType[]): [string, string][] {
  return types.flatMap(({ name }): [string, string][] => {
    if (name.endsWith('Ref')) {
      return [];
    }
    const record = name.replace(/Body$/, '');
    return [[record, record === name ? `bodies.${name}` : `RecordNode<'${record}', bodies.${name}>`]];
  });
}

function importsOf(types: readonly BodyType[]): string {
  const files = [...new Set(types.map(({ file }) => file))];
  const namespaces = files.map((file, i) => `import type * as bodies${i} from '${file}';`);
  const aliases = types.map(
    ({ name, file }) => `  export type ${name} = bodies${files.indexOf(file)}.${name};`,
  );
  return [
    '// Written by `npm run codegen` from the contract; not to be edited.',
    ...namespaces,
    "import type { Connection } from '../../../shared/kit/connection.js';",
    "import type { EntityNode } from '../../../shared/kit/entity-connection.js';",
    "import type { RecordNode } from '../../../shared/kit/record-kind.js';",
    "import type { Total } from '../../../shared/kit/totals.js';",
    `declare namespace bodies {\n${aliases.join('\n')}\n}`,
    '',
  ].join('\n');
}

/** The types of a domain's resolvers, from its contract and its bodies. */
async function resolverTypes(domain: string, sdl: string): Promise<GeneratedFile> {
  const types = [
    ...bodyTypesOf('shared/domain', '../../../shared/domain'),
    ...bodyTypesOf(`subgraphs/${domain}/domain`, '../domain'),
  ];
  const content = await codegen({
    filename: 'types.generated.ts',
    schema: parse(sdl),
    documents: [],
    config: {
      federation: true,
      enumsAsTypes: true,
      useTypeImports: true,
      skipTypename: true,
      maybeValue: 'T | null | undefined',
      inputMaybeValue: 'T | null | undefined',
      rootValueType: 'unknown',
      contextType: '../../../shared/kit/member-context.js#MemberContext',
      scalars: Object.fromEntries(
        ['Decimal', 'PartialDate', 'DateTime', 'Tlp', 'Pap'].map((s) => [s, 'string']),
      ),
      mappers: Object.fromEntries([...mappersOf(types), ...kitMappersOf(sdl)]),
    },
    plugins: [{ typescript: {} }, { resolvers: {} }],
    pluginMap: { typescript, resolvers: typescriptResolvers },
  });
  // The contract's interface "Record" hides TypeScript's generic of that name.
  const unshadowed = content.replaceAll(/\bRecord<(PropertyKey, never|string, unknown)>/g, 'object');
  return { path: `subgraphs/${domain}/resolvers/types.generated.ts`, content: importsOf(types) + unshadowed };
}

/** The stable error codes, for those who match on them. */
function errorDocs(): GeneratedFile {
  const rows = Object.entries(errorCodes).map(
    ([code, { status, says }]) => `| \`${code}\` | ${status} | ${says} |`,
  );
  const content = [
    '# Error codes',
    '',
    'Every error of Accord has a code in `extensions.code`; scripts may rely on it. The status is that of an HTTP answer',
    'which consists of this error alone. Written by `npm run codegen` from `shared/errors/error-codes.ts`.',
    '',
    '| code | status | what it says |',
    '|---|---|---|',
    ...rows,
    '',
    'Faults in the form of a GraphQL request keep the codes that Apollo Server gives them: `GRAPHQL_PARSE_FAILED`,',
    '`GRAPHQL_VALIDATION_FAILED`, `BAD_USER_INPUT`, `BAD_REQUEST`, `OPERATION_RESOLUTION_FAILURE`.',
    '',
  ].join('\n');
  return { path: 'docs/errors.md', content };
}

function isStale(file: GeneratedFile): boolean {
  return !existsSync(file.path) || readFileSync(file.path, 'utf8') !== file.content;
}

async function main(check: boolean): Promise<void> {
  const contracts = domains.map((domain) => withKernel(`subgraphs/${domain}/schema.graphql`));
  const types = await Promise.all(
    domains.map((domain, i) => resolverTypes(domain, contracts[i]?.content ?? '')),
  );
  const stale = [...contracts, ...types, errorDocs()].filter(isStale);
  for (const file of stale) {
    if (check) {
      console.error(`"${file.path}" is stale: run "npm run codegen".`);
    } else {
      writeFileSync(file.path, file.content);
      console.error(`wrote "${file.path}"`);
    }
  }
  process.exitCode = check && stale.length > 0 ? 1 : 0;
}

await main(process.argv.includes('--check'));
