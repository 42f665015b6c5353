/** 办得怎样: no rate without the stock or the share that it doesn't show; and what the leader is asked to decide. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useMe } from "../shell/session.ts";
import type { Stock } from "../supervision/data.ts";
import { Clock } from "../ui/Clock.tsx";
import { count, movement, rate } from "../ui/number.ts";
import { Open } from "../ui/Open.tsx";
import { dayOf } from "../ui/when.ts";
import { type Month, monthName, yearAndMonth } from "./data.ts";
import { Counted, Rated } from "./Figures.tsx";
import { followedIn, ordersOf } from "./lists.ts";
import { useTotal } from "./Total.tsx";

export function OnTime({ month, stock }: { month: Month; stock: Stock }) {
  const { total, names } = stock;
  return (
    <section className="panel" aria-label="办得及时吗">
      <header>
        <h2>办得及时吗</h2>
        <span className="end meta">两个数要一起看</span>
      </header>
      <div className="pairs">
        <Rated
          name={`${monthName(month.month)}按时办结率`}
          figure={month.onTimeRate}
          beside="按回访时间"
          place={followedIn(month, `${yearAndMonth(month.month)}回访过的`)}
        />
        <div className={total.orders > 0 ? "red" : undefined}>
          <Counted
            name="现在超期未办结"
            value={total.orders}
            place={ordersOf("超期未办结", { overdue: "true" })}
            beside={
              <>
                {total.summon > 0 ? (
                  <Open place={ordersOf(names.summon, { age: "summon" })}>
                    <Clock clock={{ state: "summon", words: `${count(total.summon)} 件${names.summon}` }} />
                  </Open>
                ) : null}{" "}
                较上周 {movement(total.orders - total.reopened - total.before)}
              </>
            }
          />
        </div>
      </div>
    </section>
  );
}

export function Satisfied({ month }: { month: Month }) {
  const of = yearAndMonth(month.month);
  return (
    <section className="panel" aria-label="群众满意吗">
      <header>
        <h2>群众满意吗</h2>
        <span className="end meta">两个数要一起看</span>
      </header>
      <div className="pairs">
        <Rated
          name={`${monthName(month.month)}满意率`}
          figure={month.satisfactionRate}
          place={followedIn(month, `${of}评为满意的`, { rating: "satisfied" })}
          beside={<Open place={followedIn(month, `${of}评为不满意的`, { rating: "dissatisfied" })}>看不满意的</Open>}
        />
        <Rated name="参评率" figure={month.responseShare} place={followedIn(month, `${of}回访过的`)} />
      </div>
      <p className="in meta">{month.satisfactionRate.words}</p>
    </section>
  );
}

const Matter = ({ title, children }: { title: ReactNode; children: ReactNode }) => (
  <li className="in">
    <p>
      <strong>{title}</strong>
    </p>
    {children}
  </li>
);

/** how many of each sort are asked about at once */
const MOST = 3;

/** 请您过目: who is to be summoned, what waits for arbitration, what lies untouched. */
export function Decide({ stock, month }: { stock: Stock; month: Month }) {
  const { platform } = useMe();
  const arbitrating = useTotal({ stage: "arbitrating" });
  const summoned = stock.rows.filter(({ summon }) => summon > 0).toSorted((one, other) => other.summon - one.summon);
  const lying = stock.groups.filter(({ orders }) => orders > 1).slice(0, MOST);
  const nothing = summoned.length === 0 && lying.length === 0 && arbitrating === "0";
  return (
    <section className="panel" aria-label="请您过目">
      <header>
        <h2>请您过目</h2>
      </header>
      <ul className="matters">
        {summoned.slice(0, MOST).map(({ unit, unitName, summon, oldestWords }) => (
          <Matter key={unit} title={`${unitName} ${count(summon)} 件到了约谈`}>
            <p className="second">最久的超 {oldestWords}。</p>
            <p>
              <Open place={ordersOf(`${unitName}，约谈`, { unit, age: "summon" })}>看清单、发督办</Open>
            </p>
          </Matter>
        ))}
        {summoned.length > MOST ? (
          <li className="in">
            另有 {summoned.length - MOST} 个单位，<Open place={ordersOf("约谈", { age: "summon" })}>一起看</Open>
          </li>
        ) : null}
        {arbitrating !== null && arbitrating !== "0" ? (
          <Matter title={`${count(arbitrating)} 件在会商，等定主办单位`}>
            <p>
              <Open place={ordersOf("会商中", { stage: "arbitrating" })}>看清单</Open>
            </p>
          </Matter>
        ) : null}
        {lying.map(({ unit, unitName, category, categoryName, orders, since }) => {
          const onTime = stock.rows.find((row) => row.unit === unit)?.onTime;
          return (
            <Matter key={`${unit} ${category}`} title={`${unitName} ${count(orders)} 件“${categoryName}”，无人动过`}>
              <p className="second">
                最早 {dayOf(since, platform.zone)} 派出
                {onTime ? `；按时办结率 ${rate(onTime.value)}，看不出来` : ""}。
              </p>
              <p>
                <Open place={ordersOf(`${unitName}“${categoryName}”，无人动过`, { unit, category, idle: "true" })}>
                  看清单、发督办
                </Open>
              </p>
            </Matter>
          );
        })}
        {nothing ? <li className="in second">没有要您定的：没有约谈，没有会商，没有成堆无人动过的。</li> : null}
        <li className="in row">
          <span>{yearAndMonth(month.month)}月报</span>
          <a className="end" href={`/report/${month.month}`}>
            读月报
          </a>
        </li>
        <li className="in row">
          <span>大屏</span>
          <Link className="end" to={"/wall" as never}>
            打开
          </Link>
        </li>
      </ul>
    </section>
  );
}
