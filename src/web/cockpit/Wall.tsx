/** 大屏: the same facts, fewer, for a wall: always dark, sizes by the width of the screen; old figures turn grey and say since when. */
import { useEffect, useState } from "react";
import { serverNow } from "../shell/clock.ts";
import { useMe } from "../shell/session.ts";
import { useStock } from "../supervision/data.ts";
import { Clock } from "../ui/Clock.tsx";
import { Failure } from "../ui/Failure.tsx";
import { count, rate } from "../ui/number.ts";
import { coloursOf } from "../ui/tokens.ts";
import { Waiting } from "../ui/Waiting.tsx";
import { when } from "../ui/when.ts";
import { type Month, monthName, type Present, useMonth, usePresent } from "./data.ts";
import { HourColumns, OPEN } from "./Now.tsx";
import { stepsOf } from "./TheMonth.tsx";
import { useTotal } from "./Total.tsx";
import "./wall.css";

const OLD = 60_000;
const SECOND = 1_000;
/** so that nothing burns in: two pixels to and fro */
const SHIFTED = 10 * 60_000;

const dark = Object.fromEntries(Object.entries(coloursOf("dark")).map(([name, value]) => [`--${name}`, value]));

/** 钟 that ticks with the server's */
function useTicking(): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), SECOND);
    return () => clearInterval(timer);
  }, []);
  return now;
}

const Big = ({
  name,
  value,
  unit,
  children,
}: {
  name: string;
  value: string;
  unit?: string;
  children?: React.ReactNode;
}) => (
  <section aria-label={name}>
    <h2>{name}</h2>
    <p className="biggest">
      {value} <small>{unit}</small>
    </p>
    {children}
  </section>
);

/** the sign small, as on a clock */
const Percent = ({ of }: { of: number | null }) => (
  <p className="bigger">
    {rate(of).replace("%", "")} <small>{of === null ? "" : "%"}</small>
  </p>
);

function Handled({ month }: { month: Month }) {
  const { data: stock } = useStock();
  const summon = stock?.total.summon ?? 0;
  return (
    <section className="four" aria-label="办理和评价">
      <div>
        <h2>{monthName(month.month)}按时办结率</h2>
        <Percent of={month.onTimeRate.value} />
      </div>
      <div>
        <h2>现在超期未办结</h2>
        <p className="bigger red">
          {stock ? count(stock.total.orders) : "…"} <small>件</small>
        </p>
        {stock && summon > 0 ? (
          <Clock clock={{ state: "summon", words: `${count(summon)} 件${stock.names.summon}` }} />
        ) : null}
      </div>
      <div>
        <h2>{monthName(month.month)}满意率</h2>
        <Percent of={month.satisfactionRate.value} />
      </div>
      <div>
        <h2>参评率</h2>
        <Percent of={month.responseShare.value} />
      </div>
    </section>
  );
}

const TOPICS = 7;

function Hot({ month }: { month: Month }) {
  const topics = month.topics.slice(0, TOPICS);
  const most = Math.max(1, ...topics.map((topic) => topic.count));
  return (
    <section aria-label="热点">
      <h2>{monthName(month.month)}热点</h2>
      <ol className="hot">
        {topics.map((topic) => (
          <li key={topic.category}>
            <span>{topic.name}</span>
            <i aria-hidden="true" style={{ width: `${(topic.count / most) * 100}%` }} />
            <strong>{count(topic.count)}</strong>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Where({ month }: { month: Month }) {
  const steps = stepsOf(month.districts.map((one) => one.count));
  return (
    <section aria-label="各地诉求">
      <h2>各地诉求，{monthName(month.month)}</h2>
      <ul className="tiles">
        {month.districts.map(({ place, name, count: value }) => (
          <li key={place} className={`place${steps.filter((step) => value > step).length}`}>
            <span>{name}</span>
            <strong>{count(value)}</strong>
          </li>
        ))}
      </ul>
      <p className="small">位置示意，不是地图</p>
    </section>
  );
}

function Queue({ present }: { present: Present }) {
  const { queue, calls, requests } = present;
  const wait = queue.longestSeconds === null ? "人" : `人，最长 ${queue.longestSeconds} 秒`;
  return (
    <Big name="排队" value={count(queue.waiting)} unit={wait}>
      <p>通话中 {count(queue.talking)}</p>
      <p>
        今天来电 <b>{count(calls.offered)}</b>　受理 <b>{count(requests.accepted)}</b>
      </p>
    </Big>
  );
}

function Answered({ present }: { present: Present }) {
  const urgent = useTotal({ urgent: "true", stage: OPEN });
  const { calls } = present;
  return (
    <Big
      name="今天接通率"
      value={rate(calls.answerRate.value).replace("%", "")}
      unit={calls.answerRate.value === null ? "" : "%"}
    >
      <p>
        15 秒接通率 <b>{rate(calls.answeredWithin15s.value)}</b>
      </p>
      <p>
        紧急，没有办结 <b>{urgent === null ? "…" : count(urgent)}</b>
      </p>
    </Big>
  );
}

function Figures({ present, month }: { present: Present; month: Month }) {
  return (
    <div className="grid">
      <Queue present={present} />
      <Answered present={present} />
      <section aria-label="今天来电，每小时">
        <h2>今天来电，每小时</h2>
        <HourColumns present={present} bare />
      </section>
      <Handled month={month} />
      <Hot month={month} />
      <Where month={month} />
    </div>
  );
}

export default function Wall() {
  const { platform, demonstration } = useMe();
  const now = useTicking();
  const [present, month] = [usePresent(), useMonth(undefined)];
  const at = present.data ? Date.parse(present.data.at) : null;
  const old = at !== null && now - at > OLD;
  const shift = Math.floor(now / SHIFTED) % 2 === 0 ? 0 : 2;
  const clock = when(new Date(now).toISOString(), platform.zone).split(" ");
  const failed = [present, month].find(({ error, data }) => error && !data);
  return (
    <main
      id="main"
      className={`wall${old ? " old" : ""}`}
      style={{ ...dark, transform: `translate(${shift}px, ${shift}px)` }}
    >
      <header>
        <h1>
          热线 <span>{platform.name}</span> {demonstration ? <span className="tag plum">演示</span> : null}
        </h1>
        <p role="status" className={old ? "stopped" : undefined}>
          {old ? `数据停在 ${when(new Date(at).toISOString(), platform.zone).split(" ").at(-1)}，正在重连` : ""}
        </p>
        <p>
          <strong>{clock.at(-1)}</strong> {clock.slice(0, -1).join(" ")}
        </p>
      </header>
      {failed ? <Failure error={failed.error} again={() => failed.refetch()} /> : null}
      {present.data && month.data ? (
        <Figures present={present.data} month={month.data} />
      ) : failed ? null : (
        <Waiting what="大屏的数" rows={8} />
      )}
      <footer>
        {month.data ? `${monthName(month.data.month)}受理 ${count(month.data.requests.accepted)} 件` : ""}
      </footer>
    </main>
  );
}
