/**
 * All that a browser asks of any server, answered and written down by one proxy: our pages, the stored pages, and nothing
 * else, for there is no way out of it.
 */
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve, sep } from "node:path";
import { root, storedPages as STORED } from "../../scripts/lib/paths.mjs";

const OURS = join(root, "tests", "pages");

export interface Web {
  port: number;
  /** The addresses asked for since the beginning, but for those at which a browser asks its maker for news. */
  asked(): string[];
  /** Text of pages that tests make up, by path. */
  made: Map<string, string>;
  close(): Promise<void>;
}

const MAKERS = /^(CONNECT |http:\/\/)[\w.-]+\.(google|googleapis|gstatic|gvt1|mozilla|firefox)\.(com|org|net)\b/;

/** A host with its pages: `http://pages.test/article.html` is ours, `http://pages.test/news/bbc-1.html` a stored one. */
export const HOST = "http://pages.test";

export async function startWeb(): Promise<Web> {
  const log: string[] = [];
  const made = new Map<string, string>();
  const server = createServer((request, response) => {
    log.push(request.url ?? "");
    const url = URL.parse(request.url ?? "", HOST);
    const page = url?.origin === HOST ? (made.get(url.pathname) ?? fileAt(url.pathname)) : null;
    response.writeHead(page === null ? 404 : 200, { "content-type": "text/html; charset=utf-8", connection: "close" }).end(page ?? "");
  });
  server.on("connect", (request, socket) => {
    log.push(`CONNECT ${request.url}`);
    socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  const asked = () => log.filter((url) => !MAKERS.test(url));
  return { port: (server.address() as AddressInfo).port, asked, made, close };
}

function fileAt(path: string): Buffer | null {
  for (const folder of [OURS, STORED]) {
    const file = folder && resolve(folder, `.${decodeURIComponent(path)}`);
    if (folder && file && existsSync(file) && realpathSync(file).startsWith(realpathSync(folder) + sep) && statSync(file).isFile()) {
      return readFileSync(file);
    }
  }
  return null;
}

export interface Stored {
  name: string;
  group: string;
  words: number;
}

/** The stored pages of a group; none where there are none. */
export function pagesOf(group: string): Stored[] {
  if (!STORED) {
    return [];
  }
  const [head = "", ...rows] = readFileSync(join(STORED, "LIST.tsv"), "utf8").trim().split("\n");
  const column = (name: string) => head.split("\t").indexOf(name);
  return rows
    .map((row) => row.split("\t"))
    .map((cells) => ({ name: cells[column("name")] ?? "", group: cells[column("group")] ?? "", words: Number(cells[column("words")]) }))
    .filter((page) => page.group === group);
}
