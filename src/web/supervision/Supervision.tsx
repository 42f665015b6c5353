/** 督办台: what is overdue, what nobody touches, who returns what to whom; each number opens its list, each list can be pushed. */
import { useState } from "react";
import { OrderPane } from "../order/OrderPane.tsx";
import { usePlace } from "../shell/place.ts";
import { Act } from "../ui/Act.tsx";
import { Failure } from "../ui/Failure.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { CaseFile } from "./CaseFile.tsx";
import { useReturns, useStock } from "./data.ts";
import { filterOf, pairOf, wordsOf } from "./lists.ts";
import { OrderList } from "./OrderList.tsx";
import { Push } from "./Push.tsx";
import { ReturnsMap } from "./ReturnsMap.tsx";
import { type Pushing, StockTable } from "./StockTable.tsx";
import { Strips } from "./Strips.tsx";
import { Totals } from "./Totals.tsx";
import "./supervision.css";

const FIRST = ["remind", "supervise", "convene", "rejectReturn", "acceptReturn", "askVerification", "logContact"];
const ALWAYS = ["remind", "supervise"];

function OneOrder({ id }: { id: string }) {
  const [, go] = usePlace();
  return (
    <section className="stack" aria-label="这件工单">
      <div className="row">
        <Act words="疑难件档案" onAct={() => go({ file: id })} />
        <Act words="关上" onAct={() => go({ order: undefined })} />
      </div>
      <OrderPane key={id} id={id} first={FIRST} always={ALWAYS} />
    </section>
  );
}

export default function Supervision() {
  const [place, go] = usePlace();
  const [pushing, push] = useState<Pushing | null>(null);
  const { data: stock, error, refetch } = useStock();
  const { data: returns } = useReturns();
  const [pair, filter] = [pairOf(place), filterOf(place)];
  const nameOf = (unit: string) => returns?.units.find((one) => one.unit === unit)?.name ?? unit;
  if (place.file)
    return (
      <main id="main" className="watch">
        <CaseFile id={place.file} close={() => go({ file: undefined })} />
      </main>
    );
  return (
    <main id="main" className="watch stack">
      <h1 className="unseen">督办台</h1>
      {error && !stock ? <Failure error={error} again={() => refetch()} /> : null}
      {!stock && !error ? <Waiting what="超期未办结" rows={8} /> : null}
      {stock ? <Totals stock={stock} /> : null}
      <div className="columns both">
        {stock ? <StockTable stock={stock} push={push} keys={!place.order} /> : null}
        <ReturnsMap pair={pair} />
      </div>
      <div className={place.order ? "columns aside" : "columns"}>
        {pair ? <Strips pair={pair} nameOf={nameOf} /> : null}
        {filter ? <OrderList filter={filter} words={wordsOf(filter, stock)} push={push} /> : null}
        {place.order ? <OneOrder id={place.order} /> : null}
      </div>
      <Push pushing={pushing} close={() => push(null)} />
    </main>
  );
}
