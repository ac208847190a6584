import { constants, crc32, deflateRawSync } from 'node:zlib';

const MEBIBYTE = 1 << 20;
const UINT32 = 0xffff_ffff;
const DEFLATED = 8;

/** One file of an archive, and the lies that its headers tell. */
export interface ZipEntry {
  readonly name: string | Uint8Array;
  /** Its content, to be deflated; or its deflated form as it is, when `size` and `crc` are given. */
  readonly data: string | Uint8Array;
  readonly packed?: boolean;
  readonly size?: number;
  readonly crc?: number;
  readonly method?: number;
  /** The general purpose flag: 1 says that it is encrypted. */
  readonly flag?: number;
  /** Has no data of its own, but shares that of the entry with this number. */
  readonly at?: number;
}

/** A ZIP archive of the entries in their order. `count` is the number of entries that its end declares. */
export function zip(entries: readonly ZipEntry[], count = entries.length): Uint8Array {
  const locals: Buffer[] = [];
  const headers: Buffer[] = [];
  const offsets: number[] = [];
  let end = 0;
  for (const entry of entries) {
    const { fixed, name, extra, body } = partsOf(entry);
    offsets.push(entry.at === undefined ? end : offsets[entry.at]!);
    if (entry.at === undefined) {
      locals.push(signed('PK\x03\x04', fixed), name, body);
      end += 30 + name.length + body.length;
    }
    const tail = Buffer.alloc(16);
    tail.writeUInt16LE(extra.length, 0);
    tail.writeUInt32LE(offsets.at(-1)!, 12);
    headers.push(signed('PK\x01\x02', Buffer.concat([Buffer.from([20, 0]), fixed.subarray(0, 24), tail])));
    headers.push(name, extra);
  }
  const directory = Buffer.concat(headers);
  return Buffer.concat([...locals, directory, endRecord(count, directory.length, end)]);
}

/** The deflated form of so many mebibytes of zeros, made in no time: a thousandth of that in size. */
export function packedZeros(mebibytes: number): Uint8Array {
  const block = deflateRawSync(Buffer.alloc(MEBIBYTE), { finishFlush: constants.Z_FULL_FLUSH });
  const last = deflateRawSync(Buffer.alloc(0));
  return Buffer.concat([...Array.from({ length: mebibytes }, () => block), last]);
}

function partsOf({ name, data, packed = false, size, crc, method = DEFLATED, flag = 0x800 }: ZipEntry) {
  const content = Buffer.from(data);
  const body = packed || method !== DEFLATED ? content : deflateRawSync(content);
  const declared = size ?? content.length;
  const fixed = Buffer.alloc(26);
  fixed.writeUInt16LE(20, 0);
  fixed.writeUInt16LE(flag, 2);
  fixed.writeUInt16LE(method, 4);
  fixed.writeUInt32LE(crc ?? crc32(content), 10);
  fixed.writeUInt32LE(body.length, 14);
  fixed.writeUInt32LE(Math.min(declared, UINT32), 18);
  fixed.writeUInt16LE(Buffer.from(name).length, 22);
  return {
    fixed,
    name: Buffer.from(name),
    extra: declared < UINT32 ? Buffer.alloc(0) : zip64(declared),
    body,
  };
}

function zip64(size: number): Buffer {
  const extra = Buffer.alloc(12);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8, 2);
  extra.writeBigUInt64LE(BigInt(size), 4);
  return extra;
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(18);
  record.writeUInt16LE(count, 4);
  record.writeUInt16LE(count, 6);
  record.writeUInt32LE(size, 8);
  record.writeUInt32LE(offset, 12);
  return signed('PK\x05\x06', record);
}

function signed(signature: string, record: Buffer): Buffer {
  return Buffer.concat([Buffer.from(signature, 'latin1'), record]);
}
