/** 标准地图: a GeoJSON with its 审图号; the newest that isn't withdrawn is drawn in the cockpit. */
import { Input } from "antd";
import { useState } from "react";
import type { z } from "zod";
import type { mapRow } from "../../contract/map/map.ts";
import { usePlace } from "../shell/place.ts";
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { Failure } from "../ui/Failure.tsx";
import { Field } from "../ui/Field.tsx";
import { type Column, Listing } from "../ui/Listing.tsx";
import { when } from "../ui/when.ts";
import { useAdminSend } from "./sending.ts";

type MapRow = z.output<typeof mapRow>;

const columnsIn = (zone: string): Column<MapRow>[] => [
  { head: "审图号", cell: ({ approval }) => approval, width: "190px" },
  { head: "来源", cell: ({ source }) => source },
  { head: "登记", cell: ({ addedAt }) => when(addedAt, zone), width: "150px" },
  {
    head: "现在",
    cell: ({ withdrawnAt }) => (withdrawnAt ? <span className="tag">已撤下</span> : "可用"),
    width: "90px",
  },
];

/** null: the file can't be read as JSON. */
async function jsonOf(file: File): Promise<unknown> {
  try {
    return JSON.parse(await file.text());
  } catch {
    return null;
  }
}

function NewMap({ done }: { done(said: string): void }) {
  const [{ approval, source }, set] = useState({ approval: "", source: "" });
  const [file, setFile] = useState<{ map: unknown } | null>(null);
  const [tried, setTried] = useState(false);
  const { send, error, busy } = useAdminSend<object>(["maps", "map"]);
  const fileFault = file === null ? "还没有选文件。" : file.map === null ? "文件读不懂，不是 GeoJSON。" : null;
  const submit = async () => {
    setTried(true);
    if (fileFault || approval.trim() === "" || source.trim() === "") return;
    if (await send("/maps", { approval, source, map: file!.map })) done("已登记，驾驶舱从现在起按它画。");
  };
  return (
    <form className="panel in form" aria-label="登记标准地图" onSubmit={(event) => event.preventDefault()}>
      <h2>登记标准地图</h2>
      {error ? <Failure error={error} /> : null}
      <Field
        label="地图文件"
        hint="GeoJSON，不超过 1 兆字节；每个区县一个要素，properties.name 写规则库里的名称"
        fault={tried || file?.map === null ? fileFault : null}
      >
        {(control) => (
          <input
            {...control}
            type="file"
            accept=".json,.geojson,application/geo+json"
            onChange={async ({ target }) => {
              const [chosen] = target.files ?? [];
              setFile(chosen ? { map: await jsonOf(chosen) } : null);
            }}
          />
        )}
      </Field>
      <Field
        label="审图号"
        hint="照地图上印的填，如 GS(2019)1822号"
        fault={tried && approval.trim() === "" ? "还差审图号。" : null}
      >
        {(control) => (
          <Input
            {...control}
            value={approval}
            maxLength={60}
            onChange={({ target }) => set({ source, approval: target.value })}
          />
        )}
      </Field>
      <Field
        label="来源"
        hint="制作单位、下载的地方；印在地图下面"
        fault={tried && source.trim() === "" ? "还差来源。" : null}
      >
        {(control) => (
          <Input
            {...control}
            value={source}
            maxLength={120}
            onChange={({ target }) => set({ approval, source: target.value })}
          />
        )}
      </Field>
      <div className="row">
        <Act words="登记" press="Ctrl+Enter" primary busy={busy} onAct={submit} />
        <Act words="先不做" press="Esc" onAct={() => done("")} />
      </div>
    </form>
  );
}

function MapPane({ map, done }: { map: MapRow; done(said: string): void }) {
  const { platform } = useMe();
  const { send, error, busy } = useAdminSend<object>(["maps", "map"]);
  const withdraw = async () => {
    if (await send(`/maps/${map.id}/withdrawal`, {})) done("已撤下。");
  };
  return (
    <div className="panel">
      <header>
        <h2>审图号：{map.approval}</h2>
      </header>
      <dl className="facts in">
        <dt>来源</dt>
        <dd>{map.source}</dd>
        <dt>登记</dt>
        <dd>{when(map.addedAt, platform.zone)}</dd>
        {map.withdrawnAt ? (
          <>
            <dt>撤下</dt>
            <dd>{when(map.withdrawnAt, platform.zone)}</dd>
          </>
        ) : null}
      </dl>
      {map.withdrawnAt ? null : (
        <div className="in">
          {error ? <Failure error={error} /> : null}
          <Act words="撤下这幅地图" busy={busy} onAct={withdraw} />
          <p className="meta">撤下以后用上一幅可用的；都撤下了，驾驶舱画示意图。</p>
        </div>
      )}
    </div>
  );
}

export function Maps() {
  const { platform } = useMe();
  const [{ map }, go] = usePlace();
  const [rows, setRows] = useState<MapRow[]>([]);
  const [said, setSaid] = useState("");
  const open = rows.find(({ id }) => id === map);
  const done = (words: string) => {
    setSaid(words);
    go({ map: undefined });
  };
  return (
    <>
      <section className="panel" aria-label="标准地图">
        <header>
          <h2>标准地图</h2>
          <span className="end">
            <Act words="登记标准地图" press="Alt+A" onAct={() => go({ map: "new" })} />
          </span>
        </header>
        <Listing<MapRow>
          noun="maps"
          path="/maps"
          query={{}}
          what="标准地图"
          columns={columnsIn(platform.zone)}
          empty="没有登记过。边界只按有审图号的地图画，没有就画示意图。"
          open={({ id }) => go({ map: id })}
          opened={map ?? null}
          onRows={setRows}
        />
      </section>
      <section className="stack" aria-label="这幅地图">
        <p role="status" className={said ? "told" : undefined}>
          {said}
        </p>
        {map === "new" ? <NewMap done={done} /> : null}
        {open ? <MapPane key={open.id} map={open} done={done} /> : null}
        {map ? null : <p className="panel empty">从清单里选一幅，或者登记一幅。</p>}
      </section>
    </>
  );
}
