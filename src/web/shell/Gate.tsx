/** 门口: whoever has signed in goes on to his workplace; the parts of it are fetched only then. */
import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useState } from "react";
import type { Problem } from "../../contract/problem.ts";
import { fetchAhead } from "./ahead.ts";
import { onSignedOut } from "./ask.ts";
import { DraftOwner } from "./draft.ts";
import { Leaving } from "./Leaving.tsx";
import { useLeaving } from "./leave.ts";
import { SignIn } from "./SignIn.tsx";
import { useSession } from "./session.ts";

const House = lazy(() => import("./House.tsx"));

const show = (here: HTMLDialogElement | null) => {
  if (here && !here.open) here.showModal();
};

function Open() {
  const { data: session, isPending, error, refetch } = useSession();
  const [out, setOut] = useState<Problem | null>(null);
  const client = useQueryClient();
  const role = session?.role;
  useEffect(() => onSignedOut(setOut), []);
  useEffect(() => {
    if (role) fetchAhead(client, role);
  }, [client, role]);
  if (isPending) return <p id="early">正在打开…</p>;
  if (error)
    return (
      <main className="gate" role="alert">
        <h1>没有连上服务器</h1>
        <p>请检查网络，或者稍后再试。</p>
        <button type="button" className="solid" onClick={() => refetch()}>
          再试一次
        </button>
      </main>
    );
  if (!session) return <SignIn said={out} done={() => setOut(null)} />;
  return (
    <Suspense fallback={<p id="early">正在打开工作台…</p>}>
      <DraftOwner value={session.number}>
        {/* what stands half written on the page goes with its person */}
        <House key={session.number} />
      </DraftOwner>
      {out ? (
        // what is typed behind it stays
        <dialog ref={show} className="again" onCancel={(event) => event.preventDefault()}>
          <SignIn said={out} again={session} done={() => setOut(null)} />
        </dialog>
      ) : null}
    </Suspense>
  );
}

/** Whoever is leaving is let in nowhere, and nothing of his is asked for. */
export const Gate = () => (useLeaving() ? <Leaving /> : <Open />);
