import { MemoryDisk, MemoryRecordStore } from '../fixtures/memory-record-store.js';
import { describeRecordStore } from './record-store.js';

const disks = new Map<string, MemoryDisk>();

describeRecordStore('memory', {
  open({ place, member, types, now }) {
    const disk = disks.get(place) ?? new MemoryDisk();
    disks.set(place, disk);
    return new MemoryRecordStore({ member, types, now, disk });
  },
  propertyRuns: 20,
  refusesTooBroad: false,
});
