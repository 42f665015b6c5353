/** 模拟: in a demonstration, something comes in from outside; what came of it is said beside the button. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { act } from "../shell/ask.ts";
import { Act } from "./Act.tsx";
import { Failure } from "./Failure.tsx";

interface SimulateProps {
  words: string;
  path: string;
  body: object;
  /** what is read again afterwards */
  noun: string;
  /** what has come in */
  came: string;
}

export function Simulate({ words, path, body, noun, came }: SimulateProps) {
  const client = useQueryClient();
  const [said, setSaid] = useState("");
  const [failed, setFailed] = useState<unknown>(null);
  const start = async () => {
    setFailed(null);
    try {
      await act(path, body);
      setSaid(came);
      client.invalidateQueries({ queryKey: [noun] });
    } catch (refused) {
      setFailed(refused);
    }
  };
  return (
    <>
      <Act words={words} press="Alt+M" onAct={start} />
      <span role="status" className="second">
        {said}
      </span>
      {failed ? <Failure error={failed} again={start} /> : null}
    </>
  );
}
