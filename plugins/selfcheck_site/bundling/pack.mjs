// Packs a file as gzip, with the one zlib that comes with our Node: Python's differs from release to release.
// node pack.mjs INPUT OUTPUT
import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const [input, output] = process.argv.slice(2);
const packed = gzipSync(readFileSync(input), { level: 9 });
packed[9] = 255; // "unknown": else the bytes would tell which system they were written on
writeFileSync(output, packed);
