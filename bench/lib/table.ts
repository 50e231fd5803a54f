/** The middle value; of an even number, the lower of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

export type Measurement = {
  name: string;
  /** One value per round. */
  values: number[];
  unit: string;
};

export type Ratio = { name: string; value: number; target: string; met: boolean };

export type Section = { title: string; notes?: string[]; measurements: Measurement[]; ratios: Ratio[] };

export function ratio(name: string, value: number, target: { min: number } | { max: number }): Ratio {
  const met = "min" in target ? value >= target.min : value <= target.max;
  return { name, value, target: "min" in target ? `≥ ${target.min}` : `≤ ${target.max}`, met };
}

/** A section as Markdown. */
export function render({ title, notes = [], measurements, ratios }: Section): string {
  const number = (value: number) => (value >= 100 ? Math.round(value).toLocaleString("en-US") : value.toFixed(2));
  const lines = [`## ${title}`, ""];
  if (measurements.length > 0) lines.push("| measured | median | rounds |", "|---|---:|---|");
  for (const { name, values, unit } of measurements)
    lines.push(`| ${name} | ${number(median(values))} ${unit} | ${values.map(number).join(", ")} |`);
  if (ratios.length > 0) lines.push("", "| ratio | value | target | |", "|---|---:|---|---|");
  for (const { name, value, target, met } of ratios)
    lines.push(`| ${name} | ${number(value)} | ${target} | ${met ? "met" : "missed"} |`);
  for (const note of notes) lines.push("", note);
  return `${lines.join("\n")}\n`;
}
