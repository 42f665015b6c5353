/** 随机经历: many requests and work orders around the edges of a month, lawful but otherwise arbitrary. */
import fc from "fast-check";
import type { Rating } from "../../src/domain/rule/rulebook.ts";
import { type Ledger, ledger } from "./ledger.ts";

const DAY = 86_400_000;
const REFUSED = 5;

export interface Edges {
  from: number;
  until: number;
}

/** Draws of one story: numbers that its steps are chosen by. */
export interface Draws {
  next(below: number): number;
}

const drawsOf = (numbers: number[]): Draws => {
  let at = 0;
  return { next: (below) => (numbers[at++ % numbers.length]! + at * 7919) % below };
};

const ratings: Rating[] = ["satisfied", "neutral", "dissatisfied", "noResponse"];
const pick = <T>(draws: Draws, of: readonly T[]): T => of[draws.next(of.length)]!;

/** An instant on an edge, one millisecond beside it, or anywhere near the month. */
function start({ from, until }: Edges, draws: Draws): number {
  const near = from - 20 * DAY + draws.next(50) * DAY + draws.next(DAY);
  return pick(draws, [from - 1, from, until - 1, until, near, near, near]);
}

/** Every step comes later, sometimes exactly on an edge that lies ahead. */
function clock({ from, until }: Edges, draws: Draws, at: number): () => number {
  let now = at;
  return () => {
    const ahead = [from - 1, from, until - 1, until].filter((edge) => edge > now);
    now = ahead.length > 0 && draws.next(4) === 0 ? pick(draws, ahead) : now + 1 + draws.next(6 * DAY);
    return now;
  };
}

interface Telling {
  book: Ledger;
  draws: Draws;
  edges: Edges;
  tick: () => number;
  unit: () => string;
}

/** One spell with a unit: acknowledged, perhaps returned with or without consent. True: another unit must take it. */
function spell({ book, draws, edges, tick }: Telling, order: string, assignment: number, returnNo: number): boolean {
  if (draws.next(6) === 0) return false;
  const at = tick();
  const dueAt = pick(draws, [at + 5 * DAY, at + 1, edges.until, edges.until - 1, edges.from, at + 30 * DAY]);
  book.add("order", order, "orderAcknowledged", at, { assignment, deemed: false, dueAt, provisional: false });
  if (draws.next(4) === 0)
    book.add("order", order, "extensionGranted", tick(), { assignment, dueAt: dueAt + 9 * DAY, provisional: false });
  if (draws.next(2) === 0) return false;
  const bulk = draws.next(4) === 0 ? "01840000-0000-7000-8000-ffffffffffff" : null;
  const late = draws.next(2) === 0;
  book.add("order", order, "returnRequested", tick(), { returnNo, assignment, late, bulk, text: null });
  const ruling = draws.next(3);
  if (ruling === 0) return false;
  book.add("order", order, ruling === 1 ? "returnRejected" : "returnAccepted", tick(), { returnNo, text: null });
  return ruling === 2;
}

function conclusion({ book, draws, tick }: Telling, order: string, assignment: number): void {
  const answer = () =>
    book.add("order", order, "orderResolved", tick(), {
      assignment,
      solved: true,
      internalText: null,
      publicText: null,
    });
  if (draws.next(3) > 0) book.add("order", order, "citizenInformed", tick(), { assignment });
  if (draws.next(5) > 0) answer();
  if (draws.next(4) === 0) book.add("order", order, "reworkDemanded", tick(), { text: null });
  if (draws.next(2) === 0) answer();
  if (draws.next(5) === 0) return;
  const rated = {
    round: 1,
    channel: pick(draws, ["sms", "phone"] as const),
    rating: pick(draws, ratings),
    solved: null,
  };
  book.add("order", order, "followUpConcluded", tick(), { ...rated, text: null });
  if (draws.next(4) > 0) return;
  book.add("order", order, "orderReopened", tick(), { round: 2, dueAt: tick() + DAY, provisional: false });
  answer();
}

/** whether the request is still to be settled: a withdrawn one can't be merged */
function handling(telling: Telling, order: string, request: string): boolean {
  const { book, draws, tick, unit } = telling;
  let assignment = 1;
  while (spell(telling, order, assignment, assignment) && assignment < 3 && draws.next(5) > 0) {
    assignment += 1;
    const again = { request, number: "", tree: "t1", category: "c1", topic: null, role: "lead", basis: null } as const;
    book.add("order", order, "orderDispatched", tick(), { ...again, assignment, unit: unit() });
  }
  conclusion(telling, order, assignment);
  const end = draws.next(8);
  if (end === 0) {
    const at = tick();
    book.add("order", order, "orderWithdrawn", at, { text: null });
    book.add("request", request, "requestWithdrawn", at, { text: null });
  }
  if (end === 1) book.add("order", order, "orderClosed", tick(), {});
  return end !== 0;
}

function story(book: Ledger, edges: Edges, draws: Draws, earlier: string[]): void {
  const at = start(edges, draws);
  const tick = clock(edges, draws, at);
  const telling = { book, draws, edges, tick, unit: () => pick(draws, ["u1", "u2", "u3"]) };
  const category = pick(draws, ["c1", "c2", "c3"]);
  const request = book.request(at, {
    category,
    type: pick(draws, ["咨询", "投诉"]),
    hotEvent: pick(draws, [null, null, "e1", "e2"]),
  });
  const fates = [
    () => {},
    () => book.add("request", request, "requestWithdrawn", tick(), { text: null }),
    () => book.add("request", request, "requestMerged", tick(), { into: pick(draws, earlier) }),
    () => {
      book.add("request", request, "requestResolved", tick(), { text: null });
      if (draws.next(3) > 0) book.add("request", request, "requestRated", tick(), { rating: pick(draws, ratings) });
    },
    () => {
      const topic = pick(draws, [null, null, "宽带断网"]);
      const order = book.order(tick(), request, telling.unit(), { category: pick(draws, ["c1", "c2", "c3"]), topic });
      const isOpen = handling(telling, order, request);
      if (isOpen && earlier.length > 0 && draws.next(9) === 0)
        book.add("request", request, "requestMerged", tick(), { into: pick(draws, earlier) });
    },
    () => book.add("request", request, "requestRefused", tick(), { reason: "police", route: "110", text: null }),
  ];
  const fate = [0, 1, 2, 3, 3, 4, 4, 4, 4, REFUSED][draws.next(10)]!;
  fates[fate === 2 && earlier.length === 0 ? 0 : fate]!();
  if (fate !== REFUSED) earlier.push(request);
}

/** Calls answered at once, on the fifteenth second, just after it, or never. */
function ring(book: Ledger, edges: Edges, draws: Draws): void {
  const at = start(edges, draws);
  const wait = pick(draws, [0, 15_000, 15_001, null]);
  const answeredAt = wait === null ? null : at + wait;
  book.call(at, { answeredAt, queuedAt: draws.next(3) === 0 ? null : at, endedAt: at + 60_000 });
}

export const histories = (edges: Edges): fc.Arbitrary<Ledger> =>
  fc
    .array(fc.array(fc.nat(1_000_003), { minLength: 20, maxLength: 40 }), { minLength: 1, maxLength: 40 })
    .map((all) => {
      const book = ledger();
      const earlier: string[] = [];
      for (const numbers of all) {
        story(book, edges, drawsOf(numbers), earlier);
        ring(book, edges, drawsOf(numbers.toReversed()));
      }
      return book;
    });
