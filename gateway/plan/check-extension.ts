import { GraphQLError, parse } from 'graphql';
import type { Extension } from './extension.js';
import { outlineExtension } from './extension-outline.js';
import { extensionRules } from './extension-rules.js';

const maxCharacters = 262_144;
const maxTokens = 50_000;

/**
 * Holds an extension against every rule and gives all its breaches, each once; none where it may be composed.
 * `graphTypes` are the names of the types that the graph has without extensions.
 */
export function checkExtension(
  { member, sdl }: Pick<Extension, 'member' | 'sdl'>,
  graphTypes: ReadonlySet<string>,
): readonly string[] {
  if (sdl.length > maxCharacters) {
    return [`Expected a schema of at most ${maxCharacters} characters, got ${sdl.length}.`];
  }
  try {
    const outline = outlineExtension(member, parse(sdl, { maxTokens }), graphTypes);
    return [...new Set(Object.values(extensionRules).flatMap((rule) => rule(outline)))];
  } catch (error) {
    if (error instanceof GraphQLError) {
      return [`Expected GraphQL's schema language: ${error.message.replace(/\.$/, '')}.`];
    }
    if (error instanceof RangeError) {
      return ['Expected a schema that is nested less deeply.'];
    }
    throw error;
  }
}
