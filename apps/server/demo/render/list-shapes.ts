import { shapesOf } from "../pictures.ts";

/** Prints what there is to render, by picture: `node apps/server/demo/render/list-shapes.ts | python render.py FOLDER`. */
console.log(JSON.stringify(shapesOf()));
