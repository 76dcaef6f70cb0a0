import { type FieldDefinitionNode, Kind, parse, visit } from 'graphql';
import { isFederationLink, schemaDirectives } from '../../shared/policy/federation-names.js';
import { textArgument } from '../../shared/policy/link-import.js';
import { extensionName } from './extension.js';
import {
  type ExtensionOutline,
  type ExtensionRule,
  isWithin,
  outputFields,
  sharedTypes,
} from './extension-outline.js';

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
]);
/** Those that may stand on what others define, since they change nothing of it. */
const onOthers: ReadonlySet<string> = new Set(['key', 'extends']);
const access: ReadonlySet<string> = new Set(['authenticated', 'requiresScopes', 'policy']);

export const usesAllowedDirectives: ExtensionRule = ({ places, names, namespace }) =>
  places.flatMap(({ coordinate, own, directives }) =>
    directives.flatMap(({ name: { value: written } }) => {
      const directive = names.specNameOf(written);
      const allowed = own
        ? isWithin(written, namespace.field) || onOwn.has(directive ?? '')
        : onOthers.has(directive ?? '') || (directive === 'external' && coordinate.endsWith('.id'));
      if (allowed) {
        return [];
      }
      return access.has(directive ?? '')
        ? [`Expected no @${directive} on "${coordinate}", since the hub does not enforce it yet.`]
        : [
            `Expected no ${nameOf(written, directive)} on "${coordinate}"${own ? '' : ', which others define'}.`,
          ];
    }),
  );

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

/** `@requires` sends values of the owners to the extension's server, so they would have to list it as a recipient. */
export const requiresOwnFields: ExtensionRule = (extension) =>
  sharedTypes(extension.types).flatMap((part) =>
    outputFields(part).flatMap((field) => {
      const foreign = requiredFields(extension, field).filter(
        (name) => !isWithin(name, extension.namespace.field) && name !== 'id',
      );
      return foreign.map(
        (name) =>
          `Expected "${part.name}.${field.name.value}" not to require "${name}", since its owners do not list "${extensionName(extension.member)}" as a recipient.`,
      );
    }),
  );

function requiredFields({ names }: ExtensionOutline, field: FieldDefinitionNode): string[] {
  return (field.directives ?? []).flatMap((directive) => {
    const { value: name } = directive.name;
    return names.specNameOf(name) === 'requires' ? fieldsIn(textArgument(directive, 'fields') ?? '') : [];
  });
}

/** The names of a field set's first level. One that does not parse is for composition to name. */
function fieldsIn(fieldSet: string): string[] {
  const found: string[] = [];
  try {
    visit(parse(`{ ${fieldSet} }`, { noLocation: true, maxTokens: 1000 }), {
      Field(node) {
        found.push(node.name.value);
        return false;
      },
    });
  } catch {
    return [];
  }
  return found;
}
