/** 现在和今天: the queue, the calls by the hour against the same day last week, what came in. */
import { Columns } from "../ui/Columns.tsx";
import { count } from "../ui/number.ts";
import { minutes } from "../ui/when.ts";
import type { Present } from "./data.ts";
import { Counted, Rated } from "./Figures.tsx";
import { acceptedIn, callsIn, ordersOf } from "./lists.ts";
import { Total } from "./Total.tsx";

/** 每小时来电 of today, with the same day last week */
export function HourColumns({ present, bare }: { present: Present; bare?: boolean }) {
  const { hours, lastWeekday, calls } = present;
  const then = hours.lastWeek.reduce((sum, one) => sum + one, 0);
  return (
    <Columns
      rows={hours.today.map((value, hour) => ({ label: `${hour}时`, value }))}
      name="今天"
      beside={{ name: lastWeekday, values: hours.lastWeek }}
      head="钟点"
      alt={`今天每小时来电，共 ${calls.offered} 个；虚线是${lastWeekday}，共 ${then} 个`}
      bare={bare ?? false}
    />
  );
}

export const OPEN = "unacknowledged,handling,returning,arbitrating";

export function Now({ present }: { present: Present }) {
  const { queue, calls, today } = present;
  return (
    <section className="panel" aria-label="现在">
      <header>
        <h2>现在</h2>
      </header>
      <div className="pairs">
        <Counted
          name="排队"
          value={queue.waiting}
          unit="人"
          beside={queue.longestSeconds === null ? "没有人在等" : `最长等待 ${minutes(queue.longestSeconds * 1000)}`}
        />
        <Counted name="通话中" value={queue.talking} unit="人" beside={`今天来电 ${count(calls.offered)} 个`} />
        <Rated name="今天接通率" figure={calls.answerRate} place={callsIn(today, "今天的来电")} />
        <Rated name="15 秒接通率" figure={calls.answeredWithin15s} place={callsIn(today, "今天的来电")} />
      </div>
    </section>
  );
}

export function Hours({ present }: { present: Present }) {
  return (
    <section className="panel" aria-label="今天来电，每小时">
      <header>
        <h2>今天来电，每小时</h2>
        <span className="end meta">柱：今天　虚线：{present.lastWeekday}</span>
      </header>
      <HourColumns present={present} />
    </section>
  );
}

export function Today({ present }: { present: Present }) {
  const { requests, today } = present;
  const urgent = { urgent: "true", stage: OPEN };
  return (
    <section className="panel" aria-label="今天受理">
      <header>
        <h2>今天受理</h2>
      </header>
      <div className="pairs">
        <Counted
          name="受理"
          value={requests.accepted}
          place={acceptedIn(today, "今天受理的")}
          beside={`在线办结 ${count(requests.firstContact)}　派发 ${count(requests.dispatched)}　待处理 ${count(requests.pending)}`}
        />
        <div className="shown">
          <p>紧急，没有办结</p>
          <p>
            <Total of="紧急，没有办结" place={ordersOf("紧急，没有办结", urgent)} query={urgent} /> 件
          </p>
          <p className="meta">
            其中超期{" "}
            <Total
              of="紧急，超期"
              place={ordersOf("紧急，超期", { urgent: "true", overdue: "true" })}
              query={{ urgent: "true", overdue: "true" }}
              small
            />{" "}
            件
          </p>
        </div>
      </div>
    </section>
  );
}
