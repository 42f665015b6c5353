/** 附件: what is there, and more of it: from the camera first, shrunk before it is sent, each with how far it has gone. */
import { useQueryClient } from "@tanstack/react-query";
import { Progress } from "antd";
import { useRef, useState } from "react";
import { upload } from "../shell/ask.ts";
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { Failure } from "../ui/Failure.tsx";
import { when } from "../ui/when.ts";
import { type Attachment, type Order, useAttachments } from "./data.ts";
import { shrunk } from "./shrink.ts";

interface Sending {
  no: number;
  file: File;
  share: number;
  error: unknown;
}

const ACCEPTED = "image/jpeg,image/png,image/webp,application/pdf,audio/*,video/mp4,.docx,.xlsx,.mp3,.wav,.m4a";
const size = (bytes: number) =>
  bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1_024))} kB` : `${(bytes / 1_048_576).toFixed(1)} MB`;

/** Files on their way, one after the other; what failed stays until it is sent again or dropped. */
function useSendings(order: string) {
  const client = useQueryClient();
  const [sendings, setSendings] = useState<Sending[]>([]);
  const last = useRef(0);
  const change = (no: number, what: Partial<Sending>) =>
    setSendings((all) => all.map((one) => (one.no === no ? { ...one, ...what } : one)));
  const drop = (no: number) => setSendings((all) => all.filter((one) => one.no !== no));
  const send = async ({ no, file }: Sending) => {
    change(no, { share: 0, error: null });
    try {
      await upload(`/orders/${order}/attachments`, await shrunk(file), (share) => change(no, { share }));
      drop(no);
      client.invalidateQueries({ queryKey: ["order", order] });
    } catch (error) {
      change(no, { error });
    }
  };
  const add = async (files: readonly File[]) => {
    const added = files.map((file) => ({ no: ++last.current, file, share: 0, error: null }));
    setSendings((all) => [...all, ...added]);
    for (const one of added) await send(one);
  };
  return { sendings, add, send, drop };
}

function Shown({ one, zone }: { one: Attachment; zone: string }) {
  const address = `/api/v1/attachments/${one.id}`;
  return (
    <li>
      <a href={address} target="_blank" rel="noreferrer">
        {one.type.startsWith("image/") ? (
          <img src={address} alt="" loading="lazy" />
        ) : (
          <span className="kind">文件</span>
        )}
        <span className="name">{one.name}</span>
      </a>
      <span className="meta">
        {size(one.size)}　{when(one.at, zone)}
      </span>
    </li>
  );
}

export function Attachments({ order }: { order: Order }) {
  const { data, error, refetch } = useAttachments(order.id);
  const { platform } = useMe();
  const { sendings, add, send, drop } = useSendings(order.id);
  const [camera, chooser] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const may = order.allowed.find(({ action }) => action === "attach");
  const take = ({ target }: React.ChangeEvent<HTMLInputElement>) => {
    add([...(target.files ?? [])]);
    target.value = "";
  };
  return (
    <section className="panel" aria-label="照片和附件">
      <header>
        <h2>照片和附件</h2>
        <span className="meta">{data ? `${data.length} 个` : ""}</span>
        {may?.allowed ? (
          <span className="end row">
            <span className="camera">
              <Act words="拍照" small onAct={() => camera.current?.click()} />
            </span>
            <Act words="选照片或文件" press="Alt+U" small onAct={() => chooser.current?.click()} />
          </span>
        ) : null}
      </header>
      <input ref={camera} type="file" accept="image/*" capture="environment" hidden aria-label="拍照" onChange={take} />
      <input ref={chooser} type="file" accept={ACCEPTED} multiple hidden aria-label="选照片或文件" onChange={take} />
      {error ? <Failure error={error} again={() => refetch()} /> : null}
      {data?.length === 0 && sendings.length === 0 ? <p className="in second">还没有照片和附件。</p> : null}
      {sendings.map((one) => (
        <div key={one.no} className="in sending">
          <span>{one.file.name}</span>
          {one.error ? (
            <>
              <Failure error={one.error} again={() => send(one)} verb="再传一次" />
              <Act words="不传了" small onAct={() => drop(one.no)} />
            </>
          ) : (
            <Progress percent={Math.round(one.share * 100)} size="small" aria-label={`正在上传 ${one.file.name}`} />
          )}
        </div>
      ))}
      {data && data.length > 0 ? (
        <ul className="in photos">
          {data.map((one) => (
            <Shown key={one.id} one={one} zone={platform.zone} />
          ))}
        </ul>
      ) : null}
    </section>
  );
}
