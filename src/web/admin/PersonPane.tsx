/** 一个账号: what it is, and what may be done to it. */
import { useQuery } from "@tanstack/react-query";
import { Input } from "antd";
import { useState } from "react";
import { read } from "../shell/ask.ts";
import { usePlace } from "../shell/place.ts";
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { Failure } from "../ui/Failure.tsx";
import { Field } from "../ui/Field.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { when } from "../ui/when.ts";
import { type Account, State } from "./account.tsx";
import { lacks, type Person, PersonFields } from "./PersonForm.tsx";
import { useAdminSend } from "./sending.ts";

/** by its number, since the list is what there is to ask */
const useAccount = (id: string, number: string) =>
  useQuery({
    queryKey: ["accounts", "one", id],
    queryFn: async () => {
      const { rows } = await read<{ rows: Account[] }>("/accounts", { q: number, limit: 100 });
      return rows.find((one) => one.id === id) ?? null;
    },
  });

const Facts = ({ account }: { account: Account }) => {
  const { platform } = useMe();
  return (
    <dl className="facts in">
      <dt>工号</dt>
      <dd>{account.number}</dd>
      <dt>角色</dt>
      <dd>
        {account.roleName} {account.unitName ?? ""}
      </dd>
      <dt>状态</dt>
      <dd>
        <State account={account} />
      </dd>
      <dt>新增于</dt>
      <dd>{when(account.createdAt, platform.zone)}</dd>
      {account.disabledAt ? (
        <>
          <dt>停用于</dt>
          <dd>{when(account.disabledAt, platform.zone)}</dd>
        </>
      ) : null}
    </dl>
  );
};

interface DeedProps {
  account: Account;
  done(said: string): void;
}

function Change({ account, done }: DeedProps) {
  const { number, name, role, unit } = account;
  const [person, set] = useState<Person>({ number, name, role, unit });
  const { send, error, busy } = useAdminSend<Omit<Person, "number">>(["accounts"]);
  const moved = person.role !== role || person.unit !== unit;
  const submit = async () => {
    if (lacks(person)) return;
    const { number: _, ...change } = person;
    if (await send(`/accounts/${account.id}/change`, change)) done("已改。");
  };
  return (
    <form className="form in" aria-label="改账号" onSubmit={(event) => event.preventDefault()}>
      {error ? <Failure error={error} /> : null}
      <PersonFields person={person} set={set} tried fresh={false} />
      {moved ? <p className="warning">改了角色或单位，原来的登录会失效。</p> : null}
      <div className="row">
        <Act words="保存" press="Ctrl+Enter" primary busy={busy} onAct={submit} />
        <Act words="先不改" press="Esc" onAct={() => done("")} />
      </div>
    </form>
  );
}

/** letters and digits that don't look alike, and three signs that everybody can read out */
const LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const generated = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  const letters = [...bytes].map((byte) => LETTERS[byte % LETTERS.length]).join("");
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
};

function GivePassword({ account, done }: DeedProps) {
  const [password, setPassword] = useState("");
  const { send, error, busy } = useAdminSend<{ password: string }>(["accounts"]);
  const submit = async () => {
    if (password === "") return;
    if (await send(`/accounts/${account.id}/password`, { password })) done("初始口令已经给了，本人登录后要改。");
  };
  return (
    <form className="form in" aria-label="给初始口令" onSubmit={(event) => event.preventDefault()}>
      {error ? <Failure error={error} /> : null}
      <Field label="初始口令" hint="至少 10 个字符，字母、数字、符号都有；当面或电话告诉本人，原来的登录会失效">
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            maxLength={200}
            value={password}
            onChange={({ target }) => setPassword(target.value)}
          />
        )}
      </Field>
      <div className="row">
        <Act words="给这个口令" press="Ctrl+Enter" primary busy={busy} onAct={submit} />
        <Act words="生成一个" onAct={() => setPassword(generated())} />
        <Act words="先不给" press="Esc" onAct={() => done("")} />
      </div>
    </form>
  );
}

/** 立刻做的: without a form */
const deeds: Record<string, { words: string; said: string }> = {
  unlocking: { words: "解除锁定", said: "已解除锁定。" },
  disabling: { words: "停用", said: "已停用，立即退出登录。" },
  enabling: { words: "重新启用", said: "已重新启用。" },
};

function Deeds({ account, open, done }: DeedProps & { open(form: "change" | "password"): void }) {
  const { send, error, busy } = useAdminSend<object>(["accounts"]);
  const own = useMe().number === account.number;
  const deed = async (noun: string) => {
    if (await send(`/accounts/${account.id}/${noun}`, {})) done(deeds[noun]!.said);
  };
  const turn = account.disabledAt ? "enabling" : "disabling";
  return (
    <div className="in stack">
      {error ? <Failure error={error} /> : null}
      <div className="row">
        <Act words="改姓名、角色、单位" press="Alt+G" primary onAct={() => open("change")} />
        <Act words="给初始口令" press="Alt+K" onAct={() => open("password")} />
        {account.locked ? <Act words={deeds.unlocking!.words} busy={busy} onAct={() => deed("unlocking")} /> : null}
        <Act
          words={deeds[turn]!.words}
          danger={turn === "disabling"}
          busy={busy}
          grey={own ? "这是您自己的账号。" : null}
          onAct={() => deed(turn)}
        />
      </div>
      {own ? <p className="second">这是您自己的账号，停用请另一个管理员来做。</p> : null}
    </div>
  );
}

export function PersonPane({ id }: { id: string }) {
  const [{ number = "" }] = usePlace();
  const { data: account, error, refetch } = useAccount(id, number);
  const [form, setForm] = useState<"change" | "password" | null>(null);
  const [said, setSaid] = useState("");
  if (error) return <Failure error={error} again={() => refetch()} />;
  if (account === undefined) return <Waiting what="账号" />;
  if (account === null) return <p className="panel empty">没有这个账号。请从清单里选。</p>;
  const done = (words: string) => {
    setForm(null);
    setSaid(words);
  };
  return (
    <div className="panel">
      <header>
        <h2>{account.name}</h2>
      </header>
      <p role="status" className={said ? "told" : undefined}>
        {said}
      </p>
      <Facts account={account} />
      {form === "change" ? <Change account={account} done={done} /> : null}
      {form === "password" ? <GivePassword account={account} done={done} /> : null}
      {form === null ? <Deeds account={account} done={done} open={setForm} /> : null}
    </div>
  );
}
