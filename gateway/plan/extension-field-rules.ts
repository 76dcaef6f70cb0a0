import type { FieldDefinitionNode } from 'graphql';
import { namedType } from '../../shared/policy/contract-types.js';
import { fieldSetCoordinates } from '../../shared/policy/field-sets.js';
import { textArgument } from '../../shared/policy/link-import.js';
import { extensionName } from './extension.js';
import {
  type ExtensionOutline,
  type ExtensionRule,
  isWithin,
  outputFields,
  sharedTypes,
} from './extension-outline.js';

/** `@requires` sends values of the owners to the extension's server, so they have to list it as a recipient. */
export const requiresReceivedFields: ExtensionRule = (extension) =>
  sharedTypes(extension.types).flatMap((part) =>
    outputFields(part).flatMap((field) =>
      foreignIn(extension, { field, directive: 'requires', type: part.name }).map(
        (name) =>
          `Expected "${part.name}.${field.name.value}" not to require "${name}", since its owners do not list "${extensionName(extension.member)}" as a recipient.`,
      ),
    ),
  );

/** What an extension receives it does not serve itself: without `@external` its own values would stand there. */
export const leavesReceivedFields: ExtensionRule = ({ types, names, received }) =>
  sharedTypes(types).flatMap((part) =>
    outputFields(part)
      .filter(({ name }) => received.has(`${part.name}.${name.value}`))
      .filter(
        ({ directives }) => !directives?.some(({ name }) => names.specNameOf(name.value) === 'external'),
      )
      .map(({ name }) => `Expected "${part.name}.${name.value}" with @external, since others serve it.`),
  );

/** `@provides` would put the extension's values in the place of those that the owners of a field give. */
export const providesOwnFields: ExtensionRule = (extension) =>
  extension.types.flatMap((part) =>
    outputFields(part).flatMap((field) => {
      const type = namedType(field.type);
      return foreignIn({ ...extension, received: nothing }, { field, directive: 'provides', type }).map(
        (name) => `Expected "${part.name}.${field.name.value}" not to provide "${name}", which others serve.`,
      );
    }),
  );

const nothing: ReadonlySet<string> = new Set();

/** What a field set selects of others beyond ids and what is received of them; by its name on the type, else its coordinate. */
function foreignIn(
  { typesByName, names, namespace, received }: ExtensionOutline,
  of: { readonly field: FieldDefinitionNode; readonly directive: string; readonly type: string },
): string[] {
  return (of.field.directives ?? [])
    .filter(({ name }) => names.specNameOf(name.value) === of.directive)
    .flatMap((directive) =>
      fieldSetCoordinates(typesByName, of.type, textArgument(directive, 'fields') ?? ''),
    )
    .filter((coordinate) => {
      const [type = '', field = ''] = coordinate.split('.');
      const isOwn = isWithin(type, namespace.type) || isWithin(field, namespace.field);
      // Of a field that is not here nothing is known within; it is named itself.
      return type !== '' && !isOwn && field !== 'id' && !received.has(coordinate);
    })
    .map((coordinate) =>
      coordinate.startsWith(`${of.type}.`) ? coordinate.slice(of.type.length + 1) : coordinate,
    );
}
