import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoMembers } from '../../../../cli/demo/coalition.js';
import { writeDemoConfigs } from '../../../../cli/demo/demo-files.js';
import { readRiskNotesSdl } from '../../../../cli/demo/risk-notes/risk-notes-module.js';
import { readHubConfig } from '../../../../gateway/config.js';
import { readConfigFile } from '../../../../shared/config/read-config.js';
import { besideFolder } from '../../../../shared/identity/issuer-config.js';
import { MemberConfig } from '../../../../shared/kit/member-config.js';

const placements = demoMembers.map((member, i) => ({ member, port: 5_001 + i }));
const plan = { hubPort: 5_000, brokerPort: 5_007, placements };
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-demo-files-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('the demo’s configurations', () => {
  it('are what the hub and the members read', async () => {
    const files = await writeDemoConfigs(join(folder, 'demo'), plan);
    const hub = readHubConfig({}, { file: files.hubConfig });
    for (const [i, { member, port }] of placements.entries()) {
      const config = readConfigFile(files.member(member.id).config, MemberConfig);
      expect(config).toMatchObject({ id: member.id, domains: [member.domain], listen: { port } });
      const believed = besideFolder(config.issuers, files.member(member.id).folder);
      expect(believed).toEqual(hub.identity.issuers);
      expect(hub.members[i]).toMatchObject({
        id: member.id,
        providers: [
          {
            domain: member.domain,
            contractVersion: '1.1.0',
            url: `http://127.0.0.1:${port}/${member.domain}/graphql`,
          },
        ],
      });
    }
    expect(hub.registry).toMatchObject({ url: 'http://127.0.0.1:5000' });
    expect(hub.extensions).toEqual([
      {
        member: 'harbour-watch',
        url: 'http://127.0.0.1:5001/risk-notes/graphql',
        schema: files.member('harbour-watch').riskNotesSchema,
      },
    ]);
    expect(readFileSync(files.member('harbour-watch').riskNotesSchema, 'utf8')).toBe(readRiskNotesSdl());
  });

  it('keep the hub’s keys of an earlier start, which every member pins', async () => {
    const files = await writeDemoConfigs(join(folder, 'demo'), plan);
    const keys = readFileSync(files.hubKeys, 'utf8');
    await writeDemoConfigs(join(folder, 'demo'), plan);
    expect(readFileSync(files.hubKeys, 'utf8')).toBe(keys);
    const { hub } = readConfigFile(files.member('open-ledger').config, MemberConfig);
    expect(hub).toMatchObject({ issuer: 'hub', keys: [{ kty: 'OKP', crv: 'Ed25519' }] });
  });

  it('are for their owner alone', async () => {
    const files = await writeDemoConfigs(join(folder, 'demo'), plan);
    const mode = (path: string): number => statSync(path).mode & 0o777;
    expect(mode(join(folder, 'demo'))).toBe(0o700);
    expect(mode(files.logs)).toBe(0o700);
    expect(mode(files.hubConfig)).toBe(0o600);
    expect(mode(files.member('open-ledger').folder)).toBe(0o700);
    expect(mode(files.member('open-ledger').config)).toBe(0o600);
  });

  it('say in one line that their folder cannot be written', async () => {
    writeFileSync(join(folder, 'file'), '');
    await expect(writeDemoConfigs(join(folder, 'file'), plan)).rejects.toMatchObject({
      code: 'BAD_OUTPUT',
      message: 'Expected to make the folder of the demo, it cannot be written.',
    });
  });
});
