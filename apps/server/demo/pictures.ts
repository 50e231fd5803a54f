import { motifs } from "./motifs.ts";

/**
 * What the demo's product pictures show: rendered from drawings by `render/render.py`, in colours that follow from the
 * product's number. They are kept in `pictures/`.
 */
const palettes: [ground: string, shade: string, main: string, accent: string][] = [
  ["#f4efe6", "#e6dccb", "#3f5a52", "#d98f5c"],
  ["#eaf0f3", "#d3dfe6", "#31506b", "#e0a458"],
  ["#f6ecec", "#ead6d6", "#7a3e48", "#5d8a82"],
  ["#eef2e6", "#dbe3cb", "#4d6236", "#c9744f"],
  ["#f1edf5", "#dfd6ea", "#54437a", "#d6a23f"],
  ["#fbf3e2", "#f0e1bf", "#7b5a22", "#4c7a8c"],
];

/** What is shown for the ten kinds of each category, in the order of the catalog. */
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

export type PictureShapes = {
  name: string;
  motif: string;
  ground: string;
  shade: string;
  shapes: Record<string, string | number | number[]>[];
};

/** The shapes of every picture. */
export function shapesOf(): PictureShapes[] {
  return Object.entries(kinds).flatMap(([category, names]) =>
    names.split(" ").map((motif, number) => {
      const [ground, shade, main, accent] = palettes[(number * 5 + category.length * 7) % palettes.length]!;
      const drawn = motifs[motif]!(main, accent);
      return {
        name: `${category}-${number}`,
        motif,
        ground,
        shade,
        shapes: [...drawn.matchAll(/<(\w+) ([^>]*)\/>/g)].map(shapeOf),
      };
    }),
  );
}

/** An SVG element as numbers and words. */
function shapeOf([, kind, attributes]: RegExpExecArray): Record<string, string | number | number[]> {
  const shape: Record<string, string | number | number[]> = { kind: kind! };
  for (const [, name, value] of attributes!.matchAll(/([\w-]+)="([^"]*)"/g)) {
    const turn = /^rotate\(([^)]*)\)$/.exec(value!);
    if (turn) shape.turn = turn[1]!.split(" ").map(Number);
    else
      shape[name === "stroke-width" ? "line" : name!] =
        value !== "" && !Number.isNaN(Number(value)) ? Number(value) : value!;
  }
  return shape;
}
