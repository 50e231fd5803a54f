/**
 * The demo's product pictures, drawn by rule: a motif per category on a quiet ground, in colours that follow from the
 * product's number. Always the same, so they may be kept for good.
 */
const palettes: [ground: string, shade: string, main: string, accent: string][] = [
  ["#f4efe6", "#e6dccb", "#3f5a52", "#d98f5c"],
  ["#eaf0f3", "#d3dfe6", "#31506b", "#e0a458"],
  ["#f6ecec", "#ead6d6", "#7a3e48", "#5d8a82"],
  ["#eef2e6", "#dbe3cb", "#4d6236", "#c9744f"],
  ["#f1edf5", "#dfd6ea", "#54437a", "#d6a23f"],
  ["#fbf3e2", "#f0e1bf", "#7b5a22", "#4c7a8c"],
];

type Draw = (main: string, accent: string) => string;

const motifs: Record<string, Draw> = {
  fashion: (main, accent) =>
    `<path d="M150 110l50 28 50-28 58 40-26 48-26-14v114H144V184l-26 14-26-48z" fill="${main}"/><path d="M176 125q24 28 48 0" fill="none" stroke="${accent}" stroke-width="8" stroke-linecap="round"/>`,
  beauty: (main, accent) =>
    `<rect x="158" y="150" width="84" height="150" rx="20" fill="${main}"/><rect x="176" y="104" width="48" height="46" rx="8" fill="${accent}"/><rect x="176" y="200" width="48" height="10" rx="5" fill="#fff" opacity=".7"/><rect x="176" y="220" width="32" height="8" rx="4" fill="#fff" opacity=".5"/>`,
  food: (main, accent) =>
    `<circle cx="176" cy="222" r="70" fill="${accent}"/><circle cx="240" cy="236" r="56" fill="${main}"/><path d="M180 150q18-40 58-42-6 40-58 42z" fill="#5f8a4c"/>`,
  living: (main, accent) =>
    `<path d="M150 120h100l30 90H120z" fill="${accent}"/><rect x="192" y="210" width="16" height="80" fill="${main}"/><rect x="150" y="288" width="100" height="14" rx="7" fill="${main}"/>`,
  kitchen: (main, accent) =>
    `<path d="M110 196h180q0 96-90 96t-90-96z" fill="${main}"/><rect x="100" y="182" width="200" height="18" rx="9" fill="${accent}"/><path d="M170 160q-14-22 0-44M210 160q-14-22 0-44" stroke="${main}" stroke-width="8" fill="none" stroke-linecap="round" opacity=".5"/>`,
  digital: (main, accent) =>
    `<path d="M120 230v-30a80 80 0 01160 0v30" fill="none" stroke="${main}" stroke-width="18"/><rect x="102" y="214" width="44" height="78" rx="20" fill="${accent}"/><rect x="254" y="214" width="44" height="78" rx="20" fill="${accent}"/>`,
  sports: (main, accent) =>
    `<path d="M96 250q40-8 64-70l50 44q30 26 90 32 14 2 14 34H96z" fill="${main}"/><path d="M96 290h218" stroke="${accent}" stroke-width="16" stroke-linecap="round"/><path d="M178 206l20-14M196 222l20-14M214 236l20-14" stroke="#fff" stroke-width="7" stroke-linecap="round"/>`,
  kids: (main, accent) =>
    `<rect x="112" y="206" width="86" height="86" rx="12" fill="${main}"/><rect x="204" y="206" width="86" height="86" rx="12" fill="${accent}"/><path d="M158 116l50 84H108z" transform="translate(44 2)" fill="#d6b04a"/>`,
  pets: (main, accent) =>
    `<ellipse cx="200" cy="246" rx="56" ry="46" fill="${main}"/><ellipse cx="136" cy="196" rx="20" ry="28" fill="${accent}"/><ellipse cx="178" cy="160" rx="20" ry="30" fill="${accent}"/><ellipse cx="224" cy="160" rx="20" ry="30" fill="${accent}"/><ellipse cx="266" cy="196" rx="20" ry="28" fill="${accent}"/>`,
  books: (main, accent) =>
    `<path d="M200 150q-46-30-100-14v148q54-16 100 14 46-30 100-14V136q-54-16-100 14z" fill="${main}"/><path d="M200 150v148" stroke="${accent}" stroke-width="8"/><path d="M124 170q30-6 54 8M124 200q30-6 54 8" stroke="#fff" stroke-width="6" opacity=".6" fill="none"/>`,
};

/** The picture of a name such as `fashion-12`, or undefined for a name that is none. */
export function drawPicture(name: string): string | undefined {
  const match = /^([a-z]+)-(\d{1,3})$/.exec(name);
  const draw = match && Object.hasOwn(motifs, match[1]!) ? motifs[match[1]!] : undefined;
  if (!match || !draw) return undefined;
  const number = Number(match[2]);
  const [ground, shade, main, accent] = palettes[(number * 5 + match[1]!.length) % palettes.length]!;
  const turn = ((number * 37) % 17) - 8;
  const x = 80 + ((number * 53) % 240);
  const y = 60 + ((number * 29) % 120);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" role="img">
<rect width="400" height="400" fill="${ground}"/>
<circle cx="${x}" cy="${y}" r="${110 + ((number * 11) % 60)}" fill="${shade}"/>
<ellipse cx="200" cy="318" rx="120" ry="16" fill="${main}" opacity=".12"/>
<g transform="rotate(${turn} 200 210)">${draw(main, accent)}</g>
</svg>`;
}
