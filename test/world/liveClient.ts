/** 看屏幕的人: reads a live stream over a real connection; every wait is for something that was sent. */
import { get, type IncomingMessage } from "node:http";

export interface LiveEvent {
  event: string;
  id: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: what comes over the wire is looked at freely
  data: any;
}

export interface LiveClient {
  status: number;
  /** everything so far, the first first */
  events: LiveEvent[];
  /** the first event that fits, now or when it comes */
  until(fits: (event: LiveEvent) => boolean): Promise<LiveEvent>;
  /** the stream's end, from the other side */
  ended: Promise<void>;
  leave(): void;
}

function parsed(block: string): LiveEvent | null {
  const fields = new Map(block.split("\n").map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]));
  const [event, data] = [fields.get("event"), fields.get("data")];
  return event && data ? { event, id: fields.get("id") ?? null, data: JSON.parse(data) } : null;
}

const connected = (url: string, headers: Record<string, string>): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => get(url, { headers, agent: false }, resolve).once("error", reject));

/** 打开实时; resolves once the stream is live: what is recorded from then on comes. */
export async function openLive(url: string, headers: Record<string, string>): Promise<LiveClient> {
  const answer = await connected(url, headers);
  const events: LiveEvent[] = [];
  let rest = "";
  let heard = () => {};
  let live = () => {};
  const isLive = new Promise<void>((resolve) => {
    live = resolve;
  });
  answer.setEncoding("utf8").on("data", (text: string) => {
    const blocks = `${rest}${text}`.split("\n\n");
    rest = blocks.pop()!;
    for (const block of blocks) {
      const event = parsed(block);
      if (event) events.push(event);
    }
    live();
    heard();
  });
  const ended = new Promise<void>((resolve) => {
    answer.once("close", resolve).on("error", () => {});
  });
  await Promise.race([isLive, ended]);
  const until = async (fits: (event: LiveEvent) => boolean): Promise<LiveEvent> => {
    for (;;) {
      const found = events.find(fits);
      if (found) return found;
      await new Promise<void>((resolve) => {
        heard = resolve;
      });
    }
  };
  return { status: answer.statusCode!, events, until, ended, leave: () => answer.destroy() };
}
