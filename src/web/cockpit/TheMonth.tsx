/** 本月: what was accepted and what became of it, what it was about, where. */
import { useMe } from "../shell/session.ts";
import { changeOf, count, rate } from "../ui/number.ts";
import { Open } from "../ui/Open.tsx";
import { when } from "../ui/when.ts";
import { DistrictMap } from "./DistrictMap.tsx";
import { type Month, monthName, yearAndMonth } from "./data.ts";
import { acceptedIn } from "./lists.ts";
import { useMap } from "./map.ts";

const PARTS = [
  ["firstContact", "在线办结"],
  ["dispatched", "派发"],
  ["pending", "待处理"],
  ["withdrawn", "撤回"],
] as const;

/** 受理 = 在线办结 + 派发 + 待处理 + 撤回 */
export function Accepted({ month, choose }: { month: Month; choose(month: string): void }) {
  const { requests, months, current, countedAt } = month;
  const { platform } = useMe();
  const name = yearAndMonth(month.month);
  return (
    <section className="panel" aria-label={`${name}受理`}>
      <header>
        <h2>
          {name}受理{" "}
          <Open place={acceptedIn(month, `${name}受理的`)} label={`${name}受理 ${requests.accepted} 件，看清单`}>
            {count(requests.accepted)}
          </Open>{" "}
          件
        </h2>
        <span className="meta">
          {requests.change === null ? "上月没有可比的" : `较上月${current ? "同期" : ""} ${changeOf(requests.change)}`}
        </span>
        <label className="end meta">
          月份{" "}
          <select value={month.month} onChange={({ target }) => choose(target.value)}>
            {[...new Set([month.month, ...months])].map((one) => (
              <option key={one} value={one}>
                {yearAndMonth(one)}
              </option>
            ))}
          </select>
        </label>
      </header>
      <div className="in">
        <div className="parts" aria-hidden="true">
          {PARTS.map(([key]) =>
            requests[key] > 0 ? <span key={key} className={key} style={{ flexGrow: requests[key] }} /> : null,
          )}
        </div>
        <ul className="row legend">
          {PARTS.map(([key, words]) => (
            <li key={key}>
              <span className={`key ${key}`} aria-hidden="true" /> {words}{" "}
              <Open
                place={acceptedIn(month, `${name}${words}的`, { outcome: key })}
                label={`${name}${words} ${requests[key]} 件，看清单`}
              >
                {count(requests[key])}
              </Open>
            </li>
          ))}
        </ul>
        <p className="meta">
          在线办结率 {rate(month.firstContactRate.value)}。
          {requests.repeats > 0 ? `并单的 ${requests.repeats} 件随主件计；点开的清单里按自己的结果列。` : ""}
          本月的数一分钟重算一次，这是 {when(countedAt, platform.zone)} 的，与月报同一口径。
        </p>
      </div>
    </section>
  );
}

export function Topics({ month }: { month: Month }) {
  const most = Math.max(1, ...month.topics.map((topic) => topic.count));
  return (
    <section className="panel" aria-label="热点">
      <header>
        <h2>热点，前 {Math.max(1, month.topics.length)}</h2>
        <span className="meta">
          {monthName(month.month)}受理的小类，与上月{month.current ? "同期" : ""}比
        </span>
      </header>
      {month.topics.length === 0 ? (
        <p className="empty">这个月还没有受理的诉求。</p>
      ) : (
        <ol className="topics">
          {month.topics.map((topic, at) => (
            <li key={topic.category}>
              <span className="meta">{at + 1}</span>
              <span>
                {topic.name}{" "}
                {topic.before === 0 ? <span className="tag">上月{month.current ? "同期" : ""}没有</span> : null}
              </span>
              <span className="bar" aria-hidden="true">
                <i style={{ width: `${(topic.count / most) * 100}%` }} />
              </span>
              <strong>
                <Open
                  place={acceptedIn(month, `${yearAndMonth(month.month)}“${topic.name}”`, { category: topic.category })}
                  label={`${topic.name} ${topic.count} 件，看清单`}
                >
                  {count(topic.count)}
                </Open>
              </strong>
              <span className="change">{topic.change === null ? "" : `环比 ${changeOf(topic.change)}`}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

const STEPS = 4;

/** 分档的上限: round numbers, so that the legend can be read out */
export function stepsOf(counts: readonly number[]): number[] {
  const most = Math.max(0, ...counts);
  if (most < STEPS) return [];
  const size = 10 ** Math.max(0, Math.floor(Math.log10(most)) - 1);
  return Array.from({ length: STEPS - 1 }, (_, at) => Math.ceil((most * (at + 1)) / STEPS / size) * size);
}

const shadeOf = (value: number, steps: readonly number[]) => steps.filter((step) => value > step).length;

export function Districts({ month }: { month: Month }) {
  const { districts, elsewhere } = month;
  const map = useMap();
  const steps = stepsOf(districts.map((one) => one.count));
  const label = (at: number) =>
    at === 0 ? `${steps[0]} 以下` : at === steps.length ? `${steps.at(-1)} 以上` : `至 ${steps[at]}`;
  return (
    <section className="panel" aria-label="各地诉求">
      <header>
        <h2>各地诉求</h2>
        <span className="meta">{monthName(month.month)}，按事发地</span>
      </header>
      <div className="in">
        {districts.length === 0 ? <p>规则库里还没有区县。</p> : null}
        {map ? <DistrictMap map={map} districts={districts} shadeOf={(value) => shadeOf(value, steps)} /> : null}
        <ul className="places">
          {districts.map(({ place, name, count: value }) => (
            <li key={place} className={`place${shadeOf(value, steps)}`}>
              <Open
                place={acceptedIn(month, `${yearAndMonth(month.month)}${name}`, { place })}
                label={`${name} ${value} 件，看清单`}
              >
                <span>{name}</span>
                <strong>{count(value)}</strong>
              </Open>
            </li>
          ))}
        </ul>
        <p className="meta">
          {map ? "" : "位置示意，不是地图。"}
          {elsewhere > 0 ? `另有 ${count(elsewhere)} 件没有落到区县。` : ""}
        </p>
        {steps.length > 0 ? (
          <ul className="row legend meta">
            {[...steps, 0].map((step, at) => (
              <li key={step}>
                <span className={`key place${at}`} aria-hidden="true" /> {label(at)}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </section>
  );
}
