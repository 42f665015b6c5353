/** 进度: where a bar is drawn; `columns` is null where the output is no terminal. */
interface Screen {
  write(text: string): unknown;
  columns: number | null;
}

/**
 * 进度条: a bar that is redrawn in place on a terminal, and a line per tenth elsewhere. `clear` takes a half-drawn bar away
 * before something else is printed.
 */
export function progressBar(screen: Screen) {
  let drawn = "";
  let label = "";
  let tenth = -1;
  const clear = () => {
    if (drawn) screen.write("\r\u001b[K");
    drawn = "";
  };
  const line = (what: string, percent: number) => {
    const at = Math.floor(percent / 10);
    if (what === label && at <= tenth) return;
    [label, tenth] = [what, at];
    screen.write(`${what} ${percent}%\n`);
  };
  const bar = (what: string, percent: number) => {
    const filled = Math.floor(percent / 5);
    const next = `${what} [${"█".repeat(filled)}${"░".repeat(20 - filled)}] ${percent}%`;
    if (next === drawn) return;
    screen.write(`\r\u001b[K${next}`);
    drawn = next;
    if (percent < 100) return;
    screen.write("\n");
    drawn = "";
  };
  return {
    clear,
    show(what: string, done: number, total: number) {
      const percent = total > 0 ? Math.min(100, Math.floor((done * 100) / total)) : 100;
      if (screen.columns === null) line(what, percent);
      else bar(what, percent);
    },
  };
}
