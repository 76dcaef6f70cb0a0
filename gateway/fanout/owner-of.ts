/** Whether a value is the id of a record of a member: `<member>:<local>`. */
export function isRecordIdOf(id: unknown, member: string): boolean {
  return typeof id === 'string' && id.startsWith(`${member}:`) && id.length > member.length + 1;
}
