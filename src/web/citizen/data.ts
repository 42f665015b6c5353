/** 市民端的数据: as the wire has it. */
import { useEffect, useState } from "react";
import type { z } from "zod";
import type { citizenForm, handedIn, handInBody, placesFound, progress } from "../../contract/citizen/citizen.ts";
import { act, type Query, read } from "../shell/ask.ts";

export type Form = z.output<typeof citizenForm>;
export type Progress = z.output<typeof progress>;
export type Ticket = z.output<typeof handedIn>;
export type Places = z.output<typeof placesFound>;
export type Given = z.input<typeof handInBody>;

/** what is sent twice under it is done once; made so that it works without TLS too */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

export const send = <T>(noun: string, body: unknown, key = newKey()): Promise<T> =>
  act<T>(`/citizen/${noun}`, body, { key });

/** 传一张照片 */
export const sendPhoto = (ticket: Ticket, file: File): Promise<unknown> =>
  act("/citizen/photos", null, {
    key: newKey(),
    file,
    headers: { "x-request-number": ticket.number, "x-query-code": ticket.code },
  });

export interface Read<T> {
  data: T | null;
  error: unknown;
  again(): void;
}

/** 读, and again when it is asked for otherwise; what was read stays until then. */
export function useRead<T>(path: string, query: Query = {}): Read<T> {
  const [state, setState] = useState<{ data: T | null; error: unknown }>({ data: null, error: null });
  const [time, setTime] = useState(0);
  const asked = JSON.stringify(query);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `time` asks again
  useEffect(() => {
    const leaving = new AbortController();
    read<T>(path, JSON.parse(asked), leaving.signal).then(
      (data) => setState({ data, error: null }),
      (error) => leaving.signal.aborted || setState(({ data }) => ({ data, error })),
    );
    return () => leaving.abort();
  }, [path, asked, time]);
  return { ...state, again: () => setTime(time + 1) };
}
