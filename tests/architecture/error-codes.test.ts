import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { errorCodes } from '../../shared/errors/error-codes.js';

test('the docs list exactly the error codes there are, with their status and meaning', () => {
  const rows = [...readFileSync('docs/errors.md', 'utf8').matchAll(/^\| `(\w+)` \| (\d+) \| (.+) \|$/gm)];
  const listed = rows.map(([, code, status, says]) => [code, { status: Number(status), says }]);
  expect(listed).toEqual(Object.entries(errorCodes));
});

test('a code says in one sentence what is wrong', () => {
  for (const { says } of Object.values(errorCodes)) {
    expect(says).toMatch(/^[A-Z].*\.$/);
  }
});
