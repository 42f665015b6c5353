/** 接听台: the call on top, who calls on the left, what he wants in the middle, what helps on the right. */
import { useEffect } from "react";
import { usePlace } from "../shell/place.ts";
import { useRules } from "../ui/pickers.tsx";
import { useMine } from "./data.ts";
import { Idle } from "./Idle.tsx";
import { Matter } from "./Matter.tsx";
import "./call.css";

export default function CallDesk() {
  const [{ call }, go] = usePlace();
  const mine = useMine();
  // at hand before the first call, whose sheet is filled in by keys at once
  useRules("requestType");
  // whoever is on the line comes first, after a reload too
  // biome-ignore lint/correctness/useExhaustiveDependencies: goes there once for each call
  useEffect(() => {
    if (mine && mine.id !== call) go({ call: mine.id });
  }, [mine?.id]);
  return (
    <main id="main" className="intake">
      {call ? (
        <Matter key={call} id={call} leave={() => go({ call: undefined })} />
      ) : (
        <Idle open={(id) => go({ call: id })} />
      )}
    </main>
  );
}
