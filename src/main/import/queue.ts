/** 排队: which batches of a file are under way, so that each is committed after the one before it. */
import type { Database } from "../../store/database.ts";
import { awaitPlace, holdPlace } from "../../store/import/turn.ts";

/** 一个位置 in the file's order */
interface Place {
  no: number;
  /** it is held in the database, or is over */
  held: Promise<void>;
  /** whether the batch was entered beside the others; else it is done once more, alone */
  entered: Promise<boolean>;
}

export interface Queue {
  last: Place;
  /** attempts that aren't over */
  beside: Set<Promise<unknown>>;
  /** one was taken back: no other begins until it has been done once more, and those begun after it as well */
  isHeldUp: boolean;
}

const first: Place = { no: 0, held: Promise.resolve(), entered: Promise.resolve(true) };

export const newQueue = (): Queue => ({ last: first, beside: new Set(), isHeldUp: false });

/** 再往下: once all that were taken back have been done, which is when `before`, the newest, is. */
export async function goOn(queue: Queue, before: Promise<unknown>): Promise<void> {
  if (!queue.isHeldUp) return;
  await before;
  Object.assign(queue, newQueue());
}

class OutOfTurn extends Error {}

/** 轮次 of one batch, inside its transaction. */
export interface Turn {
  hold(tx: Database): Promise<void>;
  /** waits until the batch before is entered; throws where it is taken back */
  come(tx: Database): Promise<void>;
}

/** 并行一试: `attempt` beside those before it, at the next place; null: it has to be done alone, when all others are over. */
export async function tryBeside<T>(queue: Queue, file: string, attempt: (turn: Turn) => Promise<T>): Promise<T | null> {
  const ahead = queue.last;
  let held = () => {};
  const turn: Turn = {
    hold: async (tx) => {
      await holdPlace(tx, file, ahead.no + 1);
      held();
    },
    come: async (tx) => {
      await awaitPlace(tx, file, ahead.no);
      if (!(await ahead.entered)) throw new OutOfTurn();
    },
  };
  const isHeld = new Promise<void>((resolve) => {
    held = resolve;
  });
  const trying = ahead.held.then(() => attempt(turn)).catch(() => null);
  const tried = trying.finally(() => {
    held();
    queue.beside.delete(tried);
  });
  queue.beside.add(tried);
  queue.last = { no: ahead.no + 1, held: isHeld, entered: tried.then((result) => result !== null) };
  const result = await tried;
  if (result === null) queue.isHeldUp = true;
  return result;
}

/** 都已了结: nothing is under way beside the others any more. */
export const allOver = (queue: Queue): Promise<unknown> => Promise.allSettled(queue.beside);
