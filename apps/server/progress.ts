export type Progress = {
  update(done: number, note?: string): void;
  end(): void;
};

/**
 * A progress bar on a terminal, and a line now and then elsewhere. `total` is in any unit, `done` in the same.
 */
export function showProgress(title: string, total: number, out: NodeJS.WriteStream = process.stdout): Progress {
  const width = 24;
  const startedAt = Date.now();
  let shownAt = 0;
  return {
    update(done, note = "") {
      const now = Date.now();
      if (now - shownAt < (out.isTTY ? 100 : 5_000) && done < total) return;
      shownAt = now;
      const share = total > 0 ? Math.min(1, done / total) : 1;
      const filled = Math.round(share * width);
      const left =
        share > 0.02 && share < 1 ? ` ${Math.ceil((((now - startedAt) / share) * (1 - share)) / 1_000)} s left` : "";
      const bar = `${"█".repeat(filled)}${"░".repeat(width - filled)} ${Math.floor(share * 100)}%`.padEnd(width + 5);
      out.write(
        out.isTTY ? `\r  ${title} ${bar} ${note}${left}\u001B[K` : `  ${title} ${Math.floor(share * 100)}% ${note}\n`,
      );
    },
    end() {
      if (out.isTTY) out.write("\r\u001B[K");
    },
  };
}
