/** A folder as a zip archive, the same bytes for the same files. <https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT> */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { crc32, deflateRawSync } from "node:zlib";

/** 1980-01-01, the first day that the format knows: files have no date of their own here. */
const DATE = 0x0021;
const DEFLATED = 8;
const VERSION = 20;

/**
 * @param {string} folder
 * @returns {Buffer}
 */
export function zip(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/")).sort();
  /** @type {Buffer[]} */
  const bodies = [];
  /** @type {Buffer[]} */
  const index = [];
  let offset = 0;
  for (const name of names) {
    const { fields, path, packed } = entry(name, readFileSync(join(folder, name)));
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), fields, path, packed]);
    index.push(Buffer.concat([Buffer.from("PK\x01\x02", "latin1"), shorts(VERSION), fields, shorts(0, 0, 0), longs(0, offset), path]));
    bodies.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(index);
  const end = Buffer.concat([Buffer.from("PK\x05\x06", "latin1"), shorts(0, 0, names.length, names.length), longs(directory.length, offset), shorts(0)]);
  return Buffer.concat([...bodies, directory, end]);
}

/**
 * @param {string} name
 * @param {Buffer} content
 */
function entry(name, content) {
  const path = Buffer.from(name, "utf8");
  const packed = deflateRawSync(content, { level: 9 });
  const fields = Buffer.concat([shorts(VERSION, 0, DEFLATED, 0, DATE), longs(crc32(content), packed.length, content.length), shorts(path.length, 0)]);
  return { fields, path, packed };
}

/** @param {...number} values */
function shorts(...values) {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, i) => void bytes.writeUInt16LE(value, i * 2));
  return bytes;
}

/** @param {...number} values */
function longs(...values) {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, i) => void bytes.writeUInt32LE(value, i * 4));
  return bytes;
}
