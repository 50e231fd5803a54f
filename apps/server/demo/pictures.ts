import { motifs } from "./motifs.ts";

/**
 * The demo's product pictures, drawn by rule: the thing itself on a quiet ground, in colours that follow from the
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

/** What is drawn for the ten kinds of each category, in the order of the catalog. */
const kinds: Record<string, string> = {
  fashion: "shirt sweater trousers sweater zip vest bag shoe scarf trousers",
  beauty: "bottle dropper jar tube bottle tube sheet lipstick bottle tube",
  food: "fruit shell fish sack fruit bottle fish fruit cookies cookies",
  living: "bed pillow table lamp rug curtain candle rug basket plant",
  kitchen: "pan bowl board kettle pot knife box cutlery grinder lunchbox",
  digital: "headphones keyboard mouse battery hub speaker scale stand camera clock",
  sports: "shoe mat backpack chair helmet dumbbell racket goggles sticks flask",
  kids: "blocks cloth book shirt plate bear palette scooter boot duck",
  pets: "bone cushion feeder carrier brush fountain ball jar toothbrush vest",
  books: "pen notebook calendar pencils case book postcard tape book palette",
};

/** The picture of a name such as `fashion-12`, or undefined for a name that is none. */
export function drawPicture(name: string): string | undefined {
  const match = /^([a-z]+)-(\d{1,3})$/.exec(name);
  if (!match || !Object.hasOwn(kinds, match[1]!)) return undefined;
  const category = match[1]!;
  const number = Number(match[2]);
  const names = kinds[category]!.split(" ");
  const draw = motifs[names[number % names.length]!]!;
  const [ground, shade, main, accent] =
    palettes[(number * 5 + category.length * 7 + Math.floor(number / 10)) % palettes.length]!;
  const seed = number * 7 + category.charCodeAt(0) * 13 + category.charCodeAt(1) * 5;
  const x = 80 + ((seed * 53) % 240);
  const y = 60 + ((seed * 29) % 130);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" role="img">
<rect width="400" height="400" fill="${ground}"/>
<circle cx="${x}" cy="${y}" r="${110 + ((seed * 11) % 60)}" fill="${shade}"/>
<ellipse cx="200" cy="322" rx="112" ry="14" fill="${main}" opacity=".12"/>
<g stroke-linecap="round" stroke-linejoin="round">${draw(main, accent)}</g>
</svg>`;
}
