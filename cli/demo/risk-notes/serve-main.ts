import { faultLine } from '../../report-fault.js';
import { serveMember } from '../../serve-member.js';
import { processSurroundings } from '../process-surroundings.js';
import { readRiskNotes } from './risk-note.js';
import { createRiskNotesModule } from './risk-notes-module.js';

/** The process of a demo member that brings the extension: its arguments are `member.yaml` and the file of notes. */
try {
  const [configPath = '', notesPath = ''] = process.argv.slice(2);
  const notes = await readRiskNotes(notesPath);
  await serveMember(configPath, processSurroundings(), [createRiskNotesModule(notes)]);
} catch (fault) {
  process.stderr.write(`${faultLine(fault)}\n`);
  process.exitCode = 1;
}
