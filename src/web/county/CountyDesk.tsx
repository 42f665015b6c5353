/** 县级平台: a platform delivers its month and answers for it; the city looks it through, objects and judges. */

import { periodName } from "../../domain/calendar/period.ts";
import { lastMonth } from "../shell/clock.ts";
import { usePlace } from "../shell/place.ts";
import { useMe } from "../shell/session.ts";
import { Failure } from "../ui/Failure.tsx";
import { MonthField, monthAsked } from "../ui/MonthField.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { isCounty, useReports } from "./data.ts";
import { ReportList } from "./ReportList.tsx";
import { ReportPane } from "./ReportPane.tsx";
import "./county.css";

const nobody =
  "这个月没有归这个账号的县级平台。请换一个月份；哪个月都没有的，请管理员在规则库里写明平台所在地区的单位。";
const none = "规则库里还没有县级平台。请管理员在“系统管理”的地区里加上。";

export default function CountyDesk() {
  const { role, platform } = useMe();
  const [place, go] = usePlace();
  const asked = monthAsked(place.month, lastMonth(platform.zone));
  const { month } = asked;
  const { data, error, refetch } = useReports(month);
  // a platform's people have but their own
  const opened = place.county ?? (isCounty(role) ? data?.rows[0]?.county : undefined);
  return (
    <main id="main" className="columns county">
      <section className="panel" aria-label="各县级平台">
        <header>
          <h1>县级平台月报</h1>
        </header>
        <div className="in form">
          <MonthField asked={asked} set={(next) => go({ month: next })} />
        </div>
        {error ? <Failure error={error} again={() => refetch()} /> : null}
        {!data && !error ? <Waiting what={`${periodName(month)}的上报`} rows={4} /> : null}
        {data?.rows.length === 0 ? <p className="empty">{isCounty(role) ? nobody : none}</p> : null}
        {data && data.rows.length > 0 ? <ReportList rows={data.rows} opened={opened} /> : null}
      </section>
      {opened ? (
        <ReportPane key={`${month} ${opened}`} month={month} county={opened} />
      ) : data && data.rows.length > 0 ? (
        <p className="panel empty">从清单里选一个平台，在这里看它报的数、查出的问题和异议。</p>
      ) : null}
    </main>
  );
}
