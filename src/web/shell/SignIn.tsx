/** 登录: by number and password, by the city's sign-on, or in a demonstration as a role with one click. */
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import type { Problem } from "../../contract/problem.ts";
import { type Role, roleNames } from "../../domain/access/role.ts";
import { sentenceOf } from "../ui/sentence.ts";
import { act, read } from "./ask.ts";
import { type Session, useSignedIn } from "./session.ts";
import { workplaces } from "./workplaces.ts";

interface SignInProps {
  /** why one has to */
  said: Problem | null;
  /** who was here: he comes back to what he was doing */
  again?: Session;
  done(): void;
}

type Asking = (path: string, body: unknown) => Promise<void>;

function useSigning(done: () => void) {
  const signedIn = useSignedIn();
  const [failed, setFailed] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const sign: Asking = async (path, body) => {
    setBusy(true);
    setFailed(null);
    try {
      // who unlocks or changes his password is told nothing: he is who he was
      signedIn((await act<Session | undefined>(path, body)) ?? (await read<Session>("/session")));
      done();
    } catch (error) {
      setFailed(error);
    } finally {
      setBusy(false);
    }
  };
  return { sign, failed, busy };
}

const valuesOf = (event: FormEvent<HTMLFormElement>) => {
  event.preventDefault();
  return Object.fromEntries(new FormData(event.currentTarget));
};

interface InputProps {
  label: string;
  name: string;
  type?: string;
  completes: string;
  value?: string | undefined;
}

function Input({ label, name, type = "text", completes, value }: InputProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} name={name} type={type} autoComplete={completes} defaultValue={value} required />
    </div>
  );
}

interface FormProps {
  sign: Asking;
  busy: boolean;
  number?: string | undefined;
}

const ByNumber = ({ sign, busy, number }: FormProps) => (
  <form className="form plain" onSubmit={(event) => sign("/session", valuesOf(event))}>
    <Input label="工号" name="number" completes="username" value={number} />
    <Input label="口令" name="password" type="password" completes="current-password" />
    <button type="submit" className="solid" disabled={busy}>
      登录
    </button>
  </form>
);

const Unlocking = ({ sign, busy }: FormProps) => (
  <form className="form plain" onSubmit={(event) => sign("/session/unlock", valuesOf(event))}>
    <Input label="口令" name="password" type="password" completes="current-password" />
    <button type="submit" className="solid" disabled={busy}>
      解锁
    </button>
  </form>
);

const OwnPassword = ({ sign, busy }: FormProps) => (
  <form className="form plain" onSubmit={(event) => sign("/session/password", valuesOf(event))}>
    <Input label="现在的口令" name="old" type="password" completes="current-password" />
    <Input label="新口令" name="new" type="password" completes="new-password" />
    <button type="submit" className="solid" disabled={busy}>
      改口令
    </button>
  </form>
);

interface Asked {
  heading: string;
  after: string | null;
  Form(props: FormProps): React.JSX.Element;
}

/** what is asked for, by what was refused */
const asked: Record<string, Asked> = {
  screenLocked: { heading: "请解锁", after: "解锁后回到这里，填的都在。", Form: Unlocking },
  passwordTemporary: { heading: "请先改口令", after: "改完就进工作台。", Form: OwnPassword },
};
const askedAgain: Asked = { heading: "请重新登录", after: "登录后回到这里，填的都在。", Form: ByNumber };
const askedFirst: Asked = { heading: "热线工作台", after: null, Form: ByNumber };

type Place = { code: string; name: string };

interface Demonstration {
  units: Place[];
  counties: Place[];
}

/** whose people belong somewhere, and what that is called where one chooses it */
const belonging = [
  { role: "liaison", of: "units", words: "承办单位台以哪个单位进去" },
  { role: "county", of: "counties", words: "县级平台以哪个平台进去" },
] as const;

/** 演示里的角色; null: this is no demonstration. */
const useDemonstration = () =>
  useQuery({ queryKey: ["demonstration"], queryFn: () => read<Demonstration | null>("/session/demonstration") }).data;

function AsRole({ sign, busy, demonstration }: FormProps & { demonstration: Demonstration }) {
  const [chosen, choose] = useState<Partial<Record<Role, string>>>({});
  const unitOf = (role: Role): string | undefined => {
    const belongs = belonging.find((one) => one.role === role);
    return belongs && (chosen[role] ?? demonstration[belongs.of][0]?.code);
  };
  const desks = workplaces.flatMap(({ path, name, says, roles }) =>
    roles.slice(0, 1).map((role) => ({ path, name, says, role })),
  );
  const enter = async (role: Role, path: string) => {
    history.replaceState(null, "", `/desk${path}`);
    await sign("/session/demonstration", { role, unit: unitOf(role) });
  };
  return (
    <>
      <ul className="roles">
        {desks.map(({ path, name, says, role }) => (
          <li key={name}>
            <button type="button" className="role" disabled={busy} onClick={() => enter(role, path)}>
              <strong>{name}</strong>
              <span className="meta">
                {roleNames[role]} · {says}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {belonging
        .filter(({ of }) => demonstration[of].length > 0)
        .map(({ role, of, words }) => (
          <label key={role} className="plain">
            {words}
            <select value={unitOf(role)} onChange={({ target }) => choose({ ...chosen, [role]: target.value })}>
              {demonstration[of].map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        ))}
    </>
  );
}

export function SignIn({ said, again, done }: SignInProps) {
  const { sign, failed, busy } = useSigning(done);
  const { heading, after, Form } = asked[said?.code ?? ""] ?? (again ? askedAgain : askedFirst);
  const { sentence, next } = failed ? sentenceOf(failed) : { sentence: said?.title ?? "", next: said?.detail ?? "" };
  const demonstration = useDemonstration();
  return (
    <main className="gate">
      <h1>{heading}</h1>
      <p role="alert">
        {sentence}
        {next}
      </p>
      {after ? <p>{after}</p> : null}
      <Form sign={sign} busy={busy} number={again?.number} />
      {demonstration && !again ? (
        <section className="stack" aria-label="演示">
          <h2>
            演示 <span className="tag plum">不是真的热线</span>
          </h2>
          <p className="second">点一个工作台，以那个角色进去看看。</p>
          <AsRole sign={sign} busy={busy} demonstration={demonstration} />
        </section>
      ) : null}
    </main>
  );
}
