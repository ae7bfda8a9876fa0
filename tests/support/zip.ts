import { crc32 } from 'node:zlib';

/** A zip archive of one file, stored as it is: what a function's code is uploaded as. */
export const zipOf = (name: string, content: string): Uint8Array => {
  const data = Buffer.from(content, 'utf8');
  const path = Buffer.from(name, 'utf8');
  // Version, flags, method, time, date, checksum, both sizes, length of the name, length of extra fields.
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt32LE(crc32(data), 10);
  common.writeUInt32LE(data.length, 14);
  common.writeUInt32LE(data.length, 18);
  common.writeUInt16LE(path.length, 22);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, path, data]);
  const entry = Buffer.concat([Buffer.from('PK\u0001\u0002', 'latin1'), Buffer.from([20, 0]), common, Buffer.alloc(14), path]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(entry.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, entry, Buffer.from('PK\u0005\u0006', 'latin1'), end]);
};
