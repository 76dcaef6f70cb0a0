import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  adoptNextMemberKey,
  dropNextMemberKey,
  openMemberKey,
  openNextMemberKey,
} from '../../../../shared/kit/member-key-file.js';
import { createPauseMarker, refuseWhilePaused } from '../../../../shared/kit/pause-marker.js';

let parent = '';
let folder = '';
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'accord-member-key-'));
  folder = join(parent, 'data');
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

describe("a member's key", () => {
  it('is made on first use, for its owner alone, and the same from then on', () => {
    const key = openMemberKey(folder);
    expect(openMemberKey(folder)).toEqual(key);
    expect(statSync(join(folder, 'member-key.json')).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('is another after a rotation, which goes on where it was broken off', () => {
    const key = openMemberKey(folder);
    const begun = openNextMemberKey(folder);
    const goneOn = openNextMemberKey(folder);
    expect(begun.isResumed).toBe(false);
    expect(goneOn).toEqual({ key: begun.key, isResumed: true });
    expect(openMemberKey(folder)).toEqual(key);
    adoptNextMemberKey(folder);
    expect(openMemberKey(folder)).toEqual(begun.key);
    expect(readdirSync(folder)).toEqual(['member-key.json']);
  });

  it('stays when a rotation is given up', () => {
    const key = openMemberKey(folder);
    openNextMemberKey(folder);
    dropNextMemberKey(folder);
    dropNextMemberKey(folder);
    expect(openMemberKey(folder)).toEqual(key);
    expect(existsSync(join(folder, 'member-key.next.json'))).toBe(false);
    expect(() => adoptNextMemberKey(folder)).toThrow(expect.objectContaining({ code: 'BAD_OUTPUT' }));
  });

  it.each([
    [
      'others can read it',
      () => chmodSync(join(folder, 'member-key.json'), 0o644),
      'Expected "member-key.json" with mode 0600, others can read or write it.',
    ],
    [
      'it is no key',
      () => writeFileSync(join(folder, 'member-key.json'), '{"kty":"OKP"}'),
      'Expected an Ed25519 key in "member-key.json", it has something else.',
    ],
    [
      'it is no JSON',
      () => writeFileSync(join(folder, 'member-key.json'), 'secret'),
      'Expected an Ed25519 key in "member-key.json", it has something else.',
    ],
  ])('is refused when %s', (_, spoil, message) => {
    openMemberKey(folder);
    spoil();
    expect(() => openMemberKey(folder)).toThrow(expect.objectContaining({ code: 'BAD_CONFIG', message }));
  });

  it('needs a folder', () => {
    writeFileSync(folder, '');
    expect(() => openMemberKey(folder)).toThrow(expect.objectContaining({ code: 'BAD_OUTPUT' }));
  });
});

describe("a member's pause", () => {
  it('holds from the moment it is made until it is lifted, seen by every process on its folder', () => {
    const [command, server] = [createPauseMarker(folder), createPauseMarker(folder)];
    expect(server.isPaused()).toBe(false);
    refuseWhilePaused(server);
    command.pause();
    command.pause();
    expect(server.isPaused()).toBe(true);
    expect(() => refuseWhilePaused(server)).toThrow(
      expect.objectContaining({
        code: 'MEMBER_PAUSED',
        message: 'Expected a member that answers, it has paused itself.',
      }),
    );
    command.resume();
    command.resume();
    expect(server.isPaused()).toBe(false);
  });

  it('is taken for granted where it cannot be looked for', () => {
    writeFileSync(folder, '');
    expect(createPauseMarker(join(folder, 'data')).isPaused()).toBe(true);
    expect(() => createPauseMarker(folder).pause()).toThrow(expect.objectContaining({ code: 'BAD_OUTPUT' }));
  });
});
