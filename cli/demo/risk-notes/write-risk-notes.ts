import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { demoMembers, demoSeed } from '../coalition.js';
import { type DemoFiles, writeWhole } from '../demo-files.js';
import { generateRiskNotes, type KnownParty } from './generate-risk-notes.js';
import { riskNotesText } from './risk-note.js';

const Truth = z.object({ party: z.string(), identity: z.string() });

/** Writes the notes of the members that bring them, once all members are filled: they are about what all know. */
export async function writeRiskNotes(files: DemoFiles): Promise<void> {
  const known: KnownParty[] = [];
  for (const { id } of demoMembers) {
    const text = await readFile(files.member(id).truth, 'utf8');
    known.push(
      ...text
        .trimEnd()
        .split('\n')
        .map((line) => Truth.parse(JSON.parse(line))),
    );
  }
  for (const member of demoMembers.filter(({ extension }) => extension === 'risk-notes')) {
    const notes = generateRiskNotes(member, demoSeed, known);
    await writeWhole(files.member(member.id).riskNotes, riskNotesText(notes));
  }
}
