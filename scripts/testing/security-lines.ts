/** A row of docs/security.md: a line of the checklist, and the tests that try it. */
export type SecurityLine = { line: number; tests: { file: string; name: string | undefined }[] };

/** How many lines the checklist has. */
export const lineCount = 58;

/** The rows of the page; throws on one that cannot be read. */
export function readSecurityLines(page: string): SecurityLine[] {
  return page
    .split("\n")
    .filter((row) => /^\| \d+ \|/.test(row))
    .map((row) => {
      const [, line, , , tests] = row.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll("\\|", "|"));
      return { line: Number(line), tests: (tests ?? "").split("<br>").map((each) => readTest(each, row)) };
    });
}

function readTest(text: string, row: string): { file: string; name: string | undefined } {
  const found = /^`([\w./-]+)`(?:: (.+))?$/.exec(text);
  if (!found) throw new Error(`no test in: ${row}`);
  return { file: found[1]!, name: found[2] };
}

/** The names of the tests that a file declares by a plain text. */
export function testNames(source: string): string[] {
  return [...source.matchAll(/\btest\(\s*("(?:[^"\\]|\\.)*")/g)].map(([, text]) => JSON.parse(text!) as string);
}

/**
 * What is wrong with the page: a line without a test, a test that its file does not have or that is not named by its line, a
 * test named by a line that the page leaves out. `sources` are the files of the tests.
 */
export function findGaps(lines: readonly SecurityLine[], sources: ReadonlyMap<string, string>): string[] {
  const gaps: string[] = [];
  for (let line = 1; line <= lineCount; line++) {
    const rows = lines.filter((each) => each.line === line);
    if (rows.length !== 1) gaps.push(`line ${line} has ${rows.length} rows`);
  }
  const named = new Set<string>();
  for (const { line, tests } of lines) {
    if (line < 1 || line > lineCount) gaps.push(`there is no line ${line}`);
    for (const { file, name } of tests) {
      const source = sources.get(file);
      if (source === undefined) {
        gaps.push(`line ${line}: there is no ${file}`);
        continue;
      }
      if (name === undefined) {
        gaps.push(`line ${line}: which test of ${file}?`);
        continue;
      }
      named.add(`${file}: ${name}`);
      if (!name.startsWith(`line ${line}: `)) gaps.push(`line ${line}: "${name}" is not named by its line`);
      if (!testNames(source).includes(name)) gaps.push(`line ${line}: ${file} has no test "${name}"`);
    }
  }
  for (const [file, source] of sources)
    for (const name of testNames(source))
      if (/^line \d+: /.test(name) && !named.has(`${file}: ${name}`))
        gaps.push(`${file}: "${name}" is not on the page`);
  return gaps;
}
