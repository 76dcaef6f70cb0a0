import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

export interface SourceFile {
  /** From the project's root, with `/`. */
  readonly path: string;
  readonly lines: number;
  /** Files of the project that it imports, types included. */
  readonly imports: readonly string[];
  /** Files of the project that are loaded when it is: imports of types are gone by then. */
  readonly loads: readonly string[];
}

const rooms = ['gateway', 'subgraphs', 'shared', 'cli', 'bench', 'tests'];
const importPattern = /^(?:import|export)\s+(type\s)?(?:[^'"();]*?\sfrom\s+)?'(\.{1,2}\/[^']+)';/gm;
const dynamicPattern = /\bimport\('(\.{1,2}\/[^']+)'\)/g;

/** The TypeScript files of the project that people write. */
export function readSourceFiles(): SourceFile[] {
  return rooms
    .flatMap((room) => filesIn(room))
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.generated.ts'))
    .sort()
    .map(readSourceFile);
}

function readSourceFile(path: string): SourceFile {
  const source = readFileSync(path, 'utf8');
  const resolve = (specifier: string) => normalize(join(dirname(path), specifier)).replace(/\.js$/, '.ts');
  const found = [...source.matchAll(importPattern)].map(([, type, specifier = '']) => ({
    isType: type !== undefined,
    path: resolve(specifier),
  }));
  const dynamic = [...source.matchAll(dynamicPattern)].map(([, specifier = '']) => resolve(specifier));
  return {
    path,
    lines: source.split('\n').length - 1,
    imports: [...found.map((i) => i.path), ...dynamic],
    loads: found.filter(({ isType }) => !isType).map((i) => i.path),
  };
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
