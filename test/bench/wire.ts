/** 一条连接: requests one after the other over a kept socket, with as little work of one's own as HTTP allows. */
import { connect, type Socket } from "node:net";

const LENGTH = /content-length: (\d+)/i;

/** 开一条连接 to the server on this machine; what comes is text. */
export async function opened(port: number): Promise<Socket> {
  const socket = connect({ port, host: "127.0.0.1", noDelay: true });
  await new Promise<void>((resolve, reject) => socket.once("connect", resolve).once("error", reject));
  return socket.setEncoding("utf8");
}

/** 是否完整: one answer at a time comes on a connection: its end is where its length says. */
export function whole(read: string): boolean {
  const head = read.indexOf("\r\n\r\n");
  if (head < 0) return false;
  return Buffer.byteLength(read) >= head + 4 + Number(LENGTH.exec(read)?.[1] ?? 0);
}

/** 请求的头 up to its length. */
export const headOf = (path: string, token: string, more = ""): string =>
  `POST /api/v1${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${token}\r\ncontent-type: application/json\r\n${more}`;

/** 整个请求 of a head and a body. */
export const requestOf = (head: string, body: string): string =>
  `${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

export interface Answered {
  id: string;
  etag: string;
}

const ETAG = /etag: (.+)\r\n/i;

/** 问一句 and wait for the answer; throws what is no success. */
export const post = (socket: Socket, path: string, token: string, body: unknown, etag = ""): Promise<Answered> =>
  new Promise((resolve, reject) => {
    let read = "";
    const hear = (chunk: string) => {
      read += chunk;
      if (!whole(read)) return;
      socket.off("data", hear);
      if (!read.startsWith("HTTP/1.1 200")) return reject(new Error(read));
      const { id } = JSON.parse(read.slice(read.indexOf("\r\n\r\n"))) as { id: string };
      resolve({ id, etag: ETAG.exec(read)?.[1] ?? "" });
    };
    socket.on("data", hear);
    socket.write(requestOf(headOf(path, token, etag ? `if-match: ${etag}\r\n` : ""), JSON.stringify(body)));
  });
