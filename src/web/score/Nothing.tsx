/** 没有可评的, said calmly; anything else that went wrong is a failure. */
import { Failure } from "../ui/Failure.tsx";
import { isNothing } from "./data.ts";

export function Nothing({ error, again }: { error: unknown; again(): void }) {
  if (!error) return null;
  if (!isNothing(error)) return <Failure error={error} again={again} />;
  return (
    <p className="empty">
      {error.problem.title}
      {error.problem.detail}
    </p>
  );
}
