import { readFileSync } from 'node:fs';
import { readMemberId } from '../../shared/domain/ids.js';
import type { BroughtExtension, ExtensionSource } from './extension.js';

/**
 * The extensions that `hub.yaml` names, in its order. Their files are read at each call, so that a schema changes without
 * a restart; one that cannot be read comes without its schema.
 */
export function createConfiguredExtensions(
  configured: readonly { readonly member: string; readonly url: string; readonly schema: string }[],
): ExtensionSource {
  const entries = configured.map(({ member, url, schema }) => ({
    member: readMemberId(member),
    url,
    schema,
  }));
  return {
    list: () =>
      entries.map(({ member, url, schema }): BroughtExtension => ({ member, url, sdl: readText(schema) })),
  };
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
