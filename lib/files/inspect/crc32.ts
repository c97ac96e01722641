const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 of ZIP, PNG and RAR, unsigned. `zlib.crc32` would do, but Node has it only since 20.15. */
export function crc32(buffer: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of buffer) value = (TABLE[(value ^ byte) & 0xff] as number) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
