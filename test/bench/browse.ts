/**
 * 翻看清单的人: a process of its own that asks a list of questions again and again, at a fixed rate whether or not answers
 * come. Prints one line of JSON: the milliseconds of each question, from when it was due to the end of its answer.
 */
import { Agent, get } from "node:http";
import { json } from "node:stream/consumers";

export interface BrowsePlan {
  port: number;
  /** questions a second */
  rate: number;
  /** rounds that are asked and not counted */
  warmUp: number;
  rounds: number;
  questions: { token: string; path: string }[];
}

export interface BrowseResult {
  /** by question, in milliseconds */
  times: number[][];
  failures: string[];
}

const plan: BrowsePlan = (await json(process.stdin)) as BrowsePlan;
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

const asked = (token: string, path: string): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}` };
    get({ port: plan.port, host: "127.0.0.1", path: `/api/v1${path}`, headers, agent }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
      });
      answer.once("end", () => resolve({ status: answer.statusCode!, text })).once("error", reject);
    }).once("error", reject);
  });

const times: number[][] = plan.questions.map(() => []);
const failures: string[] = [];

async function ask(at: number, due: number, counts: boolean): Promise<void> {
  const { token, path } = plan.questions[at]!;
  const { status, text } = await asked(token, path);
  if (status !== 200) failures.push(`${path} ${status} ${text}`);
  else if (counts) times[at]!.push(performance.now() - due);
}

const started = performance.now();
const underWay = new Set<Promise<void>>();
for (let n = 0; n < (plan.warmUp + plan.rounds) * plan.questions.length; n += 1) {
  const due = started + (n * 1000) / plan.rate;
  const early = due - performance.now();
  if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
  // every seventh: neighbours in the list look at the same rows
  const at = (n * 7) % plan.questions.length;
  const one = ask(at, due, n >= plan.warmUp * plan.questions.length).finally(() => underWay.delete(one));
  underWay.add(one);
}
await Promise.all(underWay);
agent.destroy();
process.stdout.write(JSON.stringify({ times, failures } satisfies BrowseResult));
