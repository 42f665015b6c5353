/** 还没有取到 something small, in one line beside what is there: it comes, or didn't, and can be asked for again. */
import { Act } from "./Act.tsx";

interface NotYetProps {
  what: string;
  of: { error: unknown; refetch(): unknown };
}

export const NotYet = ({ what, of: { error, refetch } }: NotYetProps) =>
  error ? (
    <span className="row">
      没有取到{what}。
      <Act words="再取一次" small onAct={() => void refetch()} />
    </span>
  ) : (
    `正在取${what}…`
  );
