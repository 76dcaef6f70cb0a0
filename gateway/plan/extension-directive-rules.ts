import { Kind } from 'graphql';
import { accessDirectives } from '../../shared/policy/access-directives.js';
import { isFederationLink, schemaDirectives } from '../../shared/policy/federation-names.js';
import { textArgument } from '../../shared/policy/link-import.js';
import { type ExtensionRule, isWithin } from './extension-outline.js';

/** A federation schema of version 2 and of nothing else: links of other specifications bring directives of their own. */
export const linksFederationOnce: ExtensionRule = ({ document }) => {
  const links = schemaDirectives(document).filter(({ name }) => name.value === 'link');
  const federation = links.filter(isFederationLink);
  const others = links.filter((link) => {
    const url = textArgument(link, 'url') ?? '';
    return !isFederationLink(link) && !url.startsWith('https://specs.apollo.dev/link/v1.');
  });
  return [
    ...(federation.length === 1
      ? []
      : [`Expected one @link to version 2 of federation, got ${federation.length || 'none'}.`]),
    ...others.map((link) => {
      const feature = /\/([\w-]+)\/v[\d.]+$/.exec(textArgument(link, 'url') ?? '')?.[1];
      return `Expected no @link but to federation, got one to ${feature === undefined ? 'something else' : `"${feature}"`}.`;
    }),
  ];
};

/** Directives of federation that may stand on what the extension alone defines. */
const onOwn: ReadonlySet<string> = new Set([
  'key',
  'external',
  'requires',
  'provides',
  'shareable',
  'inaccessible',
  'tag',
  'extends',
  'deprecated',
  'specifiedBy',
  'oneOf',
  ...accessDirectives,
]);
/** Those that may stand on what others define, since they change nothing of it. */
const onOthers: ReadonlySet<string> = new Set(['key', 'extends']);

export const usesAllowedDirectives: ExtensionRule = ({ places, names, namespace, received }) =>
  places.flatMap(({ coordinate, own, directives }) =>
    directives.flatMap(({ name: { value: written } }) => {
      const directive = names.specNameOf(written);
      const allowed = own
        ? isWithin(written, namespace.field) || onOwn.has(directive ?? '')
        : onOthers.has(directive ?? '') || (directive === 'external' && mayBeExternal(coordinate, received));
      return allowed
        ? []
        : [
            `Expected no ${nameOf(written, directive)} on "${coordinate}"${own ? '' : ', which others define'}.`,
          ];
    }),
  );

function mayBeExternal(coordinate: string, received: ReadonlySet<string>): boolean {
  return coordinate.endsWith('.id') || received.has(coordinate);
}

function nameOf(written: string, directive: string | undefined): string {
  return directive === undefined || directive === written ? `@${written}` : `@${directive} (as @${written})`;
}

export const usesSchemaDirectives: ExtensionRule = ({ document, names }) =>
  schemaDirectives(document).flatMap(({ name: { value: written } }) =>
    written === 'link' ? [] : [`Expected no ${nameOf(written, names.specNameOf(written))} on the schema.`],
  );

/** A directive that only looks like one of federation would protect nothing. */
export const definesOwnDirectives: ExtensionRule = ({ document, names, namespace }) =>
  document.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.DIRECTIVE_DEFINITION) {
      return [];
    }
    const { value: name } = definition.name;
    return names.specNameOf(name) !== undefined || isWithin(name, namespace.field)
      ? []
      : [`Expected directives named "@${namespace.field}…" or linked from federation, got "@${name}".`];
  });
