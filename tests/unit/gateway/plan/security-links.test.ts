import { describe, expect, it } from 'vitest';
import { withoutSecurityPurpose } from '../../../../gateway/plan/security-links.js';

const base =
  '@link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)';

function supergraph(links: string, fields = 'a: Int'): string {
  return `schema ${base} ${links} { query: Query }
directive @link(url: String, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA
scalar link__Import
enum link__Purpose { SECURITY EXECUTION }
type Query { ${fields} }`;
}

const of = (feature: string, rest = '') =>
  `@link(url: "https://specs.apollo.dev/${feature}/v0.1"${rest}, for: SECURITY)`;

describe('the copy of a supergraph for the gateway', () => {
  it('is the supergraph itself where it links no access feature', () => {
    const sdl = supergraph('');
    expect(withoutSecurityPurpose(sdl)).toBe(sdl);
  });

  it.each(['authenticated', 'requiresScopes', 'policy'])(
    'lacks the purpose of %s, and of no other',
    (name) => {
      const copy = withoutSecurityPurpose(supergraph(of(name), `a: Int @${name}`));
      expect(copy).toContain(`@link(url: "https://specs.apollo.dev/${name}/v0.1")`);
      expect(copy).toContain('@link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)');
      expect(copy).not.toContain('for: SECURITY');
      expect(copy).toContain(`a: Int @${name}`);
    },
  );

  it('keeps how a link renames', () => {
    const renamed = ', import: [{ name: "@policy", as: "@needs" }]';
    expect(withoutSecurityPurpose(supergraph(of('policy', renamed)))).toContain(
      `policy/v0.1", import: [{name: "@policy", as: "@needs"}])`,
    );
  });

  it.each([
    ['another version', '@link(url: "https://specs.apollo.dev/policy/v0.2", for: SECURITY)'],
    ['another version that does not say what for', '@link(url: "https://specs.apollo.dev/policy/v0.2")'],
    ['another feature', '@link(url: "https://specs.example.org/secret/v0.1", for: SECURITY)'],
    ['a name that only begins alike', '@link(url: "https://specs.apollo.dev/policyX/v0.1", for: SECURITY)'],
    ['another maker', '@link(url: "https://specs.example.org/policy/v0.1")'],
    ['a link of another name', '@join(url: "https://specs.apollo.dev/policy/v0.1")'],
    ['the older way to link', '@core(feature: "https://specs.apollo.dev/policy/v0.1", for: SECURITY)'],
  ])('is none for %s, which stops the load', (_what, link) => {
    expect(() => withoutSecurityPurpose(supergraph(`${of('authenticated')} ${link}`))).toThrow(
      expect.objectContaining({ code: 'BAD_CONTRACT' }),
    );
  });

  it('names a text that does not parse', () => {
    expect(() => withoutSecurityPurpose('type {')).toThrow(
      expect.objectContaining({
        code: 'BAD_CONTRACT',
        message: expect.stringContaining("Expected a supergraph in GraphQL's schema language: Syntax Error"),
      }),
    );
  });
});
