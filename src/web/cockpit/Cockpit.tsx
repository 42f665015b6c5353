/** 驾驶舱: left now, in the middle the month, right how well it goes and what the leader is asked; each number opens its list. */
import { useState } from "react";
import { usePlace } from "../shell/place.ts";
import { useMe } from "../shell/session.ts";
import { useStock } from "../supervision/data.ts";
import { Push } from "../supervision/Push.tsx";
import type { Pushing } from "../supervision/StockTable.tsx";
import { Failure } from "../ui/Failure.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { when } from "../ui/when.ts";
import { useMonth, usePresent } from "./data.ts";
import { Decide, OnTime, Satisfied } from "./Judged.tsx";
import { Hours, Now, Today } from "./Now.tsx";
import { NumberList } from "./NumberList.tsx";
import { Accepted, Districts, Topics } from "./TheMonth.tsx";
import "./cockpit.css";

function Panels({ choose, asked }: { choose(month: string): void; asked: string | undefined }) {
  const { platform } = useMe();
  const [present, month, stock] = [usePresent(), useMonth(asked), useStock()];
  const failed = [present, month, stock].find(({ error, data }) => error && !data);
  if (failed) return <Failure error={failed.error} again={() => failed.refetch()} />;
  return (
    <>
      <p className="meta in">
        {present.data ? `${when(present.data.at, platform.zone)}，随时更新。` : ""}点任何一个数，看它的清单。
      </p>
      <div className="columns sides">
        <div className="stack">
          {present.data ? (
            <>
              <Now present={present.data} />
              <Hours present={present.data} />
              <Today present={present.data} />
            </>
          ) : (
            <Waiting what="现在的情况" rows={8} />
          )}
        </div>
        <div className="stack">
          {month.data ? (
            <>
              <Accepted month={month.data} choose={choose} />
              <Topics month={month.data} />
              <Districts month={month.data} />
            </>
          ) : (
            <Waiting what="这个月的数" rows={12} />
          )}
        </div>
        <div className="stack">
          {month.data && stock.data ? (
            <>
              <OnTime month={month.data} stock={stock.data} />
              <Satisfied month={month.data} />
              <Decide month={month.data} stock={stock.data} />
            </>
          ) : (
            <Waiting what="办理情况" rows={8} />
          )}
        </div>
      </div>
    </>
  );
}

export default function Cockpit() {
  const [place, go] = usePlace();
  const [pushing, push] = useState<Pushing | null>(null);
  return (
    <main id="main" className="cockpit">
      <h1 className="unseen">驾驶舱</h1>
      {place.list ? <NumberList push={push} /> : <Panels asked={place.month} choose={(month) => go({ month })} />}
      <Push pushing={pushing} close={() => push(null)} />
    </main>
  );
}
