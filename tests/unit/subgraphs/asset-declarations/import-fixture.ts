import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { z } from 'zod';
import { OrganizationBody, PersonBody } from '../../../../shared/domain/party-body.js';
import type { Importer, ImportItem } from '../../../../shared/importing/importer.js';
import { createKeyedId } from '../../../../shared/importing/keyed-id.js';
import { DeclarationBody } from '../../../../subgraphs/asset-declarations/domain/declaration-body.js';

/** Public records that are not part of the project; tests on them are skipped where they are absent. */
export const realData = resolve('../shared/data');
export const hasRealData = existsSync(realData);

export const retrievedAt = '2026-11-23T00:00:00.000Z';
export const keyedId = createKeyedId(new Uint8Array(32).fill(3));

export function sourceOf(...paths: readonly string[]) {
  return { paths, member: 'harbour-watch', retrievedAt, keyedId };
}

export async function itemsOf(importer: Importer, ...paths: readonly string[]): Promise<ImportItem[]> {
  const items: ImportItem[] = [];
  for await (const item of importer.read(sourceOf(...paths))) {
    items.push(item);
  }
  return items;
}

const bodies: Record<string, z.ZodType> = {
  Declaration: DeclarationBody,
  Person: PersonBody,
  Organization: OrganizationBody,
};

export interface Imported {
  readonly declarations: { readonly local: string; readonly body: DeclarationBody }[];
  readonly parties: {
    readonly type: string;
    readonly local: string;
    readonly body: Record<string, unknown>;
  }[];
  readonly rejects: { readonly line: number; readonly column: string | undefined; readonly reason: string }[];
  /** Source rows that became records. */
  readonly rows: number;
}

/** What an importer gives, every body checked against its schema and every id given once. */
export async function importOf(importer: Importer, ...paths: readonly string[]): Promise<Imported> {
  const items = await itemsOf(importer, ...paths);
  const records = items.flatMap((item) => (item.kind === 'records' ? item.records : []));
  const ids = new Set(records.map(({ type, local }) => `${type} ${local}`));
  if (ids.size !== records.length) {
    throw new Error(`${records.length - ids.size} records were given twice.`);
  }
  for (const { type, body } of records) {
    bodies[type]?.parse(body);
  }
  return {
    declarations: records
      .filter(({ type }) => type === 'Declaration')
      .map(({ local, body }) => ({ local, body: DeclarationBody.parse(body) })),
    parties: records.filter(({ type }) => type !== 'Declaration'),
    rejects: items.flatMap((item) =>
      item.kind === 'reject' ? [{ line: item.at.line, column: item.at.column, reason: item.reason }] : [],
    ),
    rows: items.reduce((sum, item) => sum + (item.kind === 'records' ? (item.rows ?? 1) : 0), 0),
  };
}

export interface Folder {
  readonly path: string;
  write(name: string, content: string): string;
  remove(): void;
}

export function createFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'accord-import-'));
  return {
    path,
    write(name, content) {
      const file = join(path, name);
      writeFileSync(file, content);
      return file;
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

export function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');
}
