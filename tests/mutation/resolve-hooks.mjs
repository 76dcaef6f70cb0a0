let vitest;

/** Told where the tests find what they write `vitest` for. */
export function initialize(data) {
  vitest = data.vitest;
}

export function resolve(specifier, context, nextResolve) {
  if (specifier === 'vitest' && context.parentURL !== vitest) {
    return { url: vitest, format: 'module', shortCircuit: true };
  }
  // As the tests have it elsewhere: with the ES build beside the CommonJS one, `instanceof GraphQLError` would not hold.
  return nextResolve(specifier === 'graphql' ? 'graphql/index.js' : specifier, context);
}
