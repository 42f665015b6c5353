/** 查进展: by number and code; then how it stands, and what may be done. */
import { type FormEvent, type KeyboardEvent, useEffect, useState } from "react";
import { composing } from "../shell/keys.ts";
import { type Progress, send, type Ticket } from "./data.ts";
import { Line } from "./Entry.tsx";
import { Heading } from "./Heading.tsx";
import { ProgressPage } from "./ProgressPage.tsx";
import { Told } from "./Told.tsx";
import { keepTicket, keptTicket } from "./ticket.ts";

function TicketForm({ rating, open }: { rating: boolean; open(ticket: Ticket): void }) {
  const [ticket, setTicket] = useState<Ticket>({ number: "", code: "" });
  const [tried, setTried] = useState(false);
  const fault = (text: string, name: string) => (tried && text.trim() === "" ? `还没有填${name}。` : null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (ticket.number.trim() !== "" && ticket.code.trim() !== "") open(ticket);
  };
  const holdBack = (event: KeyboardEvent) => {
    if (event.key === "Enter" && composing(event.nativeEvent)) event.preventDefault();
  };
  return (
    <form onSubmit={submit} onKeyDown={holdBack} noValidate>
      <p>{rating ? "收到评价短信的，点短信里的链接最快。" : "登记时给您的编号和查询码。"}</p>
      <Line
        label="编号"
        fault={fault(ticket.number, "编号")}
        inputMode="numeric"
        autoComplete="off"
        maxLength={60}
        value={ticket.number}
        set={(number) => setTicket({ ...ticket, number })}
      />
      <Line
        label="查询码"
        hint="六位数字"
        fault={fault(ticket.code, "查询码")}
        inputMode="numeric"
        autoComplete="off"
        maxLength={30}
        value={ticket.code}
        set={(code) => setTicket({ ...ticket, code })}
      />
      <div className="buttons">
        <button type="submit" className="solid">
          查
        </button>
      </div>
    </form>
  );
}

export function Follow({ zone, rating }: { zone: string; rating: boolean }) {
  const [ticket, setTicket] = useState(keptTicket);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [error, setError] = useState<unknown>(null);
  const open = async (given: Ticket) => {
    setError(null);
    setTicket(given);
    keepTicket(given);
    try {
      setProgress(await send<Progress>("progress", given));
    } catch (failed) {
      setError(failed);
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened once, with the ticket that came along
  useEffect(() => {
    const kept = keptTicket();
    if (kept) open(kept);
  }, []);
  const close = () => {
    keepTicket(null);
    setTicket(null);
    setProgress(null);
  };
  if (ticket && progress)
    return <ProgressPage {...{ ticket, progress, zone, close }} show={setProgress} again={() => open(ticket)} />;
  return (
    <>
      <Heading title={rating ? "给评价" : "查进展"}>{rating ? "给评价" : "查进展"}</Heading>
      {error ? <Told error={error} /> : null}
      <TicketForm rating={rating} open={open} />
    </>
  );
}
