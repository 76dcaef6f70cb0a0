import { GraphQLError, parse } from 'graphql';
import type { Extension } from './extension.js';
import { type ExtensionSurroundings, outlineExtension } from './extension-outline.js';
import { extensionRules } from './extension-rules.js';
import { lintContract } from './lint-contract.js';

const maxCharacters = 262_144;
const maxTokens = 50_000;

/**
 * Holds an extension against every rule and gives all its breaches, each once; none where it may be composed.
 */
export function checkExtension(
  { member, sdl }: Pick<Extension, 'member' | 'sdl'>,
  surroundings: ExtensionSurroundings,
): readonly string[] {
  if (sdl.length > maxCharacters) {
    return [`Expected a schema of at most ${maxCharacters} characters, got ${sdl.length}.`];
  }
  try {
    const outline = outlineExtension(member, parse(sdl, { maxTokens }), surroundings);
    const breaches = new Set(Object.values(extensionRules).flatMap((rule) => rule(outline)));
    // What is said of access is looked at where all of it is in its place.
    return breaches.size > 0 ? [...breaches] : lintContract(sdl).map(inWords);
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

function inWords(fault: string): string {
  return `Expected access rules that hold: ${fault}.`;
}
