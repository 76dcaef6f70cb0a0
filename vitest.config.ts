import { defineConfig } from 'vitest/config';

export default defineConfig({
  // As Node itself resolves it: with the ES build beside the CommonJS one, `instanceof GraphQLError` would not hold.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['tests/**/*.test.ts'],
    pool: 'forks',
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
