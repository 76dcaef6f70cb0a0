import { type ConstDirectiveNode, type DocumentNode, Kind } from 'graphql';
import { AccordError } from '../errors/accord-error.js';
import { type AccessDirective, accessDirectives } from './access-directives.js';
import { schemaDirectives } from './federation-names.js';
import { argumentOf, importsOf, textArgument } from './link-import.js';

const knownFeature = /^https:\/\/specs\.apollo\.dev\/(authenticated|requiresScopes|policy)\/v0\.1$/;
const accessFeature = /\/(authenticated|requiresScopes|policy)(\/|$)/;

/** The access feature that a `@link` of a supergraph brings, in the one version that is enforced here. */
export function accessFeatureOf(link: ConstDirectiveNode): AccessDirective | undefined {
  const name = knownFeature.exec(textArgument(link, 'url') ?? '')?.[1];
  return accessDirectives.find((directive) => link.name.value === 'link' && directive === name);
}

/**
 * What a composed supergraph calls the access directives: plain, renamed, imported or in a namespace. Throws
 * BAD_CONTRACT where it links a security feature, or a version of one, that nobody here enforces: its fields would lie
 * open.
 */
export function readSupergraphNames(document: DocumentNode): ReadonlyMap<string, AccessDirective> {
  const names = new Map<string, AccessDirective>();
  for (const link of schemaDirectives(document)) {
    const feature = accessFeatureOf(link);
    if (feature !== undefined) {
      names.set(nameInSchema(link, feature), feature);
    } else if (isSecurityLink(link)) {
      throw new AccordError(
        'BAD_CONTRACT',
        `Expected no security features but ${accessDirectives.join(', ')} in version 0.1, got "${urlOf(link)}".`,
      );
    }
  }
  return names;
}

/** As the specification of `@link` has it: a feature's directive of its own name goes by the feature's name alone. */
function nameInSchema(link: ConstDirectiveNode, feature: AccessDirective): string {
  const imported = importsOf(link).find(({ original }) => original === `@${feature}`);
  return imported?.local.replace(/^@/, '') ?? textArgument(link, 'as') ?? feature;
}

/** Said to be of security, or an access feature in words of its own (a renamed `@link`, `@core`, another version). */
export function isSecurityLink(link: ConstDirectiveNode): boolean {
  const purpose = argumentOf(link, 'for');
  return (purpose?.kind === Kind.ENUM && purpose.value === 'SECURITY') || accessFeature.test(urlOf(link));
}

function urlOf(link: ConstDirectiveNode): string {
  return textArgument(link, 'url') ?? textArgument(link, 'feature') ?? '';
}
