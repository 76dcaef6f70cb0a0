import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { DemoEnvironment } from '../../cli/commands/demo.js';
import { MemberEnvironment } from '../../cli/member-setup.js';
import { HubEnvironment, HubFile } from '../../gateway/config.js';
import { BrokerConfig } from '../../shared/broker/broker-config.js';
import { MemberConfig } from '../../shared/kit/member-config.js';
import { settingsOf } from '../fixtures/settings-of.js';

test.each<[string, z.ZodType]>([
  ['The hub: environment', HubEnvironment],
  ['The hub: `hub.yaml`', HubFile],
  ['A member: environment', MemberEnvironment],
  ['A member: `member.yaml`', MemberConfig],
  ['The broker: `broker.yaml`', BrokerConfig],
  ['The demo: environment', DemoEnvironment],
])('the docs list exactly the settings of "%s", with their defaults', (heading, schema) => {
  const section = readFileSync('docs/configuration.md', 'utf8').split(`\n## ${heading}\n`)[1] ?? '';
  const rows = (section.split('\n## ')[0] ?? '').matchAll(/^\| `([^`]+)` \| (.+?) \| .+ \|$/gm);
  const listed = [...rows].map((row) => ({ path: row[1], default: row[2] }));
  expect(listed).toEqual(settingsOf(schema));
});
