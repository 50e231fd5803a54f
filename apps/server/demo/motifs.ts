type Draw = (main: string, accent: string) => string;

const box = (x: number, y: number, width: number, height: number, radius: number, fill: string, more = "") =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}" ${more}/>`;
const dot = (x: number, y: number, radius: number, fill: string, more = "") =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}" ${more}/>`;
const shape = (path: string, fill: string) => `<path d="${path}" fill="${fill}"/>`;
const line = (path: string, stroke: string, width = 8) =>
  `<path d="${path}" fill="none" stroke="${stroke}" stroke-width="${width}"/>`;
const shine = 'opacity=".6"';

/** Things that a shop sells, each on a ground of 400 × 400, in a main colour and an accent. */
export const motifs: Record<string, Draw> = {
  shirt: (a, b) =>
    shape("M150 112l50 26 50-26 58 42-26 46-26-14v126H144V186l-26 14-26-46z", a) + line("M176 126q24 28 48 0", b),
  sweater: (a, b) =>
    shape("M150 112h100l60 52-14 134h-36v-92 108H140V206v92h-36L90 164z", a) +
    line("M172 114q28 30 56 0M142 296h116", b, 12),
  trousers: (a, b) => shape("M140 104h120l22 210h-60l-22-130-22 130h-60z", a) + line("M140 112h120", b, 16),
  zip: (a, b) =>
    shape("M146 112h108l58 50-16 140h-36v-92 108H140V210v92h-36L88 162z", a) +
    line("M200 120v190", b) +
    line("M166 112q34 22 68 0", b, 14),
  vest: (a, b) =>
    shape("M152 108q48 44 96 0l24 30-16 44v128H144V182l-16-44z", a) +
    line("M150 196h100M148 232h104M148 268h104", b, 5),
  bag: (a, b) => line("M160 172v-26a40 40 0 0180 0v26", b, 12) + shape("M118 168h164l14 146H104z", a),
  shoe: (a, b) =>
    shape("M92 246q42-8 66-72l50 44q32 26 92 32 16 2 16 36H92z", a) +
    line("M92 300h224", b, 18) +
    line("M178 204l20-14M196 220l20-14M214 234l20-14", "#fff", 7),
  scarf: (a, b) =>
    shape("M128 130q72 44 144 0l8 38q-80 50-160 0z", a) +
    shape("M196 178l58-12 20 132h-56z", a) +
    line("M222 292v22M240 292v22M258 292v22", b, 7),
  bottle: (a, b) =>
    box(154, 152, 92, 162, 22, a) +
    box(176, 104, 48, 46, 8, b) +
    box(174, 208, 52, 11, 5, "#fff", shine) +
    box(174, 230, 34, 9, 4, "#fff", shine),
  dropper: (a, b) =>
    box(158, 190, 84, 124, 18, a) +
    box(178, 156, 44, 36, 6, b) +
    box(190, 98, 20, 62, 10, a) +
    box(174, 236, 52, 11, 5, "#fff", shine),
  jar: (a, b) =>
    box(126, 186, 148, 128, 24, a) + box(118, 150, 164, 44, 14, b) + box(160, 238, 80, 12, 6, "#fff", shine),
  tube: (a, b) =>
    shape("M146 106h108l-12 160h-84z", a) + box(162, 270, 76, 44, 8, b) + box(178, 168, 44, 11, 5, "#fff", shine),
  sheet: (a, b) =>
    shape("M200 108c66 0 84 50 78 104-6 60-36 102-78 102s-72-42-78-102c-6-54 12-104 78-104z", a) +
    line("M156 190q14-10 28 0M216 190q14-10 28 0M180 258q20 14 40 0", b, 9),
  lipstick: (a, b) =>
    box(162, 206, 76, 108, 10, a) + box(174, 164, 52, 48, 4, "#d8c9a8") + shape("M180 166v-40q30-38 40-6v46z", b),
  fruit: (a, b) => dot(178, 238, 74, b) + dot(246, 254, 58, a) + shape("M182 160q18-42 62-44-8 42-62 44z", "#5f8a4c"),
  shell: (a, b) =>
    shape("M96 258q10-120 104-130 94 10 104 130-104 66-208 0z", a) +
    line("M200 138v140M160 150l-22 118M240 150l22 118", b, 7),
  fish: (a, b) =>
    shape("M84 214q90-96 176 0l56-46v96l-56-46q-86 92-176-4z", a) +
    dot(128, 206, 9, "#fff") +
    line("M176 180q22 34 0 68", b, 7),
  sack: (a, b) =>
    shape("M132 154q68 28 136 0 44 110 14 158H118q-30-48 14-158z", a) +
    line("M134 150q66 26 132 0", b, 16) +
    line("M178 232q22-26 44 0-22 26-44 0z", "#fff", 6),
  cookies: (a, b) =>
    [
      [160, 238],
      [238, 228],
      [200, 176],
    ]
      .map(
        ([x, y], index) =>
          dot(x!, y!, 56, index === 1 ? a : b) + line(`M${x! - 24} ${y!}h48M${x!} ${y! - 24}v48`, "#fff", 5),
      )
      .join(""),
  bed: (a, b) =>
    box(86, 214, 228, 70, 16, a) +
    box(102, 176, 92, 48, 16, "#fff", 'opacity=".85"') +
    box(86, 134, 20, 180, 8, b) +
    box(294, 236, 20, 78, 8, b),
  pillow: (a, b) =>
    shape("M98 158q102-26 204 0 24 66 0 134-102 24-204 0-24-68 0-134z", a) + line("M128 186q72-16 144 0", b, 6),
  table: (a, b) =>
    box(104, 164, 192, 28, 10, a) +
    line("M126 192l-14 122M274 192l14 122", a, 14) +
    box(150, 196, 100, 40, 6, b) +
    dot(200, 216, 6, "#fff"),
  lamp: (a, b) => shape("M150 106h100l34 96H116z", b) + line("M200 202v104", a, 14) + box(146, 300, 108, 16, 8, a),
  rug: (a, b) =>
    box(96, 168, 208, 136, 12, a) +
    box(122, 192, 156, 88, 8, "none", `stroke="${b}" stroke-width="8"`) +
    line("M96 184h-14M96 214h-14M96 244h-14M96 274h-14M304 184h14M304 214h14M304 244h14M304 274h14", a, 5),
  curtain: (a, b) =>
    line("M84 112h232", b, 12) + shape("M100 118h92q-6 120-56 196h-36z", a) + shape("M300 118h-92q6 120 56 196h36z", a),
  candle: (a, b) =>
    box(142, 186, 116, 128, 16, a) +
    line("M200 186v-20", "#555", 6) +
    shape("M200 104q32 34 0 60-32-26 0-60z", b) +
    box(164, 230, 72, 40, 6, "#fff", shine),
  basket: (a, b) =>
    shape("M104 190h192l-24 124H128z", b) +
    line("M112 226h176M118 258h164M126 290h148", a, 6) +
    line("M138 190q62-110 124 0", a, 12),
  plant: (a, b) =>
    shape("M146 234h108l-14 80h-80z", b) +
    shape("M200 236q-84-24-70-112 74 26 70 112z", "#557f4d") +
    shape("M200 236q-4-96 66-126 26 90-66 126z", a),
  pan: (a, b) =>
    `<ellipse cx="172" cy="236" rx="96" ry="66" fill="${a}"/><ellipse cx="172" cy="230" rx="72" ry="46" fill="#fff" opacity=".18"/>` +
    line("M256 206l72-52", b, 22),
  bowl: (a, b) =>
    shape("M104 196h192q0 112-96 112t-96-112z", a) +
    box(94, 182, 212, 20, 10, b) +
    line("M172 158q-14-22 0-44M214 158q-14-22 0-44", a, 7),
  board: (a, b) =>
    box(116, 146, 168, 168, 20, b) +
    line("M200 146v-30", b, 30) +
    dot(200, 118, 7, "#fff") +
    line("M148 200q52-16 104 0M148 240q52-16 104 0M148 280q52-16 104 0", a, 4),
  kettle: (a, b) =>
    shape("M142 182h106l24 132H118z", a) +
    line("M256 210q48-30 44 34-4 40-40 44", b, 12) +
    line("M128 262q-46-20-44-92", a, 14) +
    box(158, 160, 74, 22, 8, b) +
    dot(195, 150, 11, b),
  pot: (a, b) =>
    box(112, 186, 176, 128, 18, a) +
    box(100, 166, 200, 26, 12, b) +
    dot(200, 154, 14, a) +
    line("M112 226H84M288 226h28", b, 14),
  knife: (a, b) =>
    shape("M92 214L262 118q34 34 6 66L136 254z", "#c9d0d2") +
    line("M272 176l54 84", a, 30) +
    line("M262 152l16 24", b, 10),
  box: (a, b) =>
    box(108, 196, 184, 118, 18, "#fff", `opacity=".75" stroke="${a}" stroke-width="8"`) +
    box(98, 166, 204, 36, 12, a) +
    line("M128 240q72 28 144 0", b, 10),
  cutlery: (a, b) =>
    line("M164 314V190", b, 14) +
    `<ellipse cx="164" cy="146" rx="32" ry="46" fill="${b}"/>` +
    line("M232 106v208M254 106v208", a, 10),
  grinder: (a, b) =>
    box(150, 204, 100, 110, 14, a) +
    shape("M142 132h116l-14 72h-88z", b) +
    line("M200 132v-22h62", a, 10) +
    dot(264, 110, 12, b),
  lunchbox: (a, b) =>
    [254, 200, 146].map((y, index) => box(118, y, 164, 50, 14, index === 1 ? b : a)).join("") +
    line("M146 146q54-64 108 0", a, 10),
  headphones: (a, b) =>
    line("M120 236v-30a80 80 0 01160 0v30", a, 18) + box(102, 222, 46, 84, 20, b) + box(252, 222, 46, 84, 20, b),
  keyboard: (a, b) =>
    box(82, 186, 236, 118, 16, a) +
    [204, 234]
      .flatMap((y) =>
        [98, 132, 166, 200, 234, 268].map((x) => box(x, y, 26, 22, 5, x === 98 && y === 204 ? b : "#fff", shine)),
      )
      .join("") +
    box(146, 266, 108, 22, 5, "#fff", shine),
  mouse: (a, b) => box(146, 138, 108, 176, 54, a) + box(192, 164, 16, 44, 8, b) + line("M200 138q0-32 40-34", a, 7),
  battery: (a, b) => box(140, 118, 120, 196, 22, a) + shape("M208 156l-44 72h32l-8 56 48-78h-34z", b),
  hub: (a, b) =>
    box(106, 204, 188, 80, 16, a) +
    line("M200 204q0-70-76-84", a, 12) +
    box(92, 104, 44, 30, 6, b) +
    [126, 172, 218].map((x) => box(x, 230, 34, 20, 5, "#fff", shine)).join(""),
  speaker: (a, b) =>
    box(132, 112, 136, 202, 26, a) + dot(200, 240, 44, b) + dot(200, 240, 16, a) + dot(200, 160, 22, b),
  scale: (a, b) =>
    box(104, 176, 192, 138, 22, a) + box(156, 196, 88, 40, 10, "#fff", shine) + line("M178 216h44", b, 8),
  stand: (a, b) =>
    shape("M112 130h176v112H112z", "#c9d0d2") +
    box(104, 122, 192, 126, 10, a) +
    box(118, 136, 164, 98, 4, "#fff", shine) +
    line("M128 306l72-58 72 58z", b, 12),
  camera: (a, b) =>
    dot(200, 196, 82, a) +
    dot(200, 196, 46, "#fff", 'opacity=".85"') +
    dot(200, 196, 26, b) +
    line("M200 278v26M150 312h100", a, 14),
  clock: (a, b) =>
    dot(200, 210, 98, a) + dot(200, 210, 76, "#fff", 'opacity=".88"') + line("M200 210v-46M200 210l34 20", b, 10),
  mat: (a, b) => box(92, 232, 214, 62, 14, a) + dot(116, 262, 48, b) + dot(116, 262, 30, a) + dot(116, 262, 13, b),
  backpack: (a, b) =>
    line("M160 134q40-56 80 0", b, 12) +
    box(126, 126, 148, 188, 40, a) +
    box(146, 216, 108, 78, 16, b) +
    line("M146 244h108", a, 6),
  chair: (a, b) => shape("M122 128h156l-12 112H134z", b) + line("M130 240h140M140 240l120 72M260 240l-120 72", a, 13),
  helmet: (a, b) =>
    shape("M88 258q-8-138 118-138 108 0 110 122l-42 16z", a) +
    line("M150 152q-12 46-10 92M208 130q4 54-4 108", b, 12) +
    line("M120 260q20 52 80 44", b, 8),
  dumbbell: (a, b) =>
    line("M130 230h140", b, 18) +
    box(84, 172, 44, 116, 14, a) +
    box(272, 172, 44, 116, 14, a) +
    box(66, 200, 22, 60, 9, b) +
    box(312, 200, 22, 60, 9, b),
  racket: (a, b) =>
    `<ellipse cx="226" cy="164" rx="62" ry="76" fill="none" stroke="${a}" stroke-width="13" transform="rotate(30 226 164)"/>` +
    line("M184 226l-62 88", a, 16) +
    line("M196 116l66 92M238 102l34 66M176 158l40 56M272 128l-84 62M262 190l-58 34", b, 3),
  goggles: (a, b) =>
    box(92, 176, 98, 76, 34, b) +
    box(210, 176, 98, 76, 34, b) +
    line("M190 210h20M92 206l-22-20M308 206l22-20", a, 12) +
    box(106, 188, 40, 16, 8, "#fff", shine) +
    box(224, 188, 40, 16, 8, "#fff", shine),
  sticks: (a, b) =>
    line("M148 120l34 194M252 120l-34 194", a, 10) +
    line("M146 108l8 44M254 108l-8 44", b, 18) +
    line("M166 296h30M204 296h30", b, 6),
  flask: (a, b) =>
    box(150, 156, 100, 158, 26, a) + box(164, 110, 72, 48, 12, b) + box(172, 200, 14, 76, 7, "#fff", shine),
  blocks: (a, b) =>
    box(108, 222, 90, 90, 12, a) + box(204, 222, 90, 90, 12, b) + shape("M201 124l52 92H149z", "#d6b04a"),
  cloth: (a, b) =>
    shape("M104 150h192v164H104z", "#fff") +
    box(104, 150, 192, 164, 10, "none", `stroke="${a}" stroke-width="8"`) +
    [150, 200, 250].flatMap((x) => [196, 246, 290].map((y) => dot(x, y, 8, b))).join(""),
  book: (a, b) =>
    shape("M200 148q-46-30-100-14v152q54-16 100 14 46-30 100-14V134q-54-16-100 14z", a) +
    line("M200 148v152", b) +
    line("M124 172q30-6 54 8M124 204q30-6 54 8", "#fff", 6),
  plate: (a, b) =>
    dot(200, 222, 94, a) + line("M200 136v172M200 222h86", "#fff", 8) + dot(158, 222, 24, b) + dot(240, 184, 15, b),
  bear: (a, b) =>
    dot(142, 142, 34, a) +
    dot(258, 142, 34, a) +
    dot(200, 214, 92, a) +
    dot(200, 244, 38, b) +
    dot(166, 196, 9, "#fff") +
    dot(234, 196, 9, "#fff") +
    line("M188 240q12 12 24 0", a, 6),
  palette: (a, b) =>
    shape(
      "M200 120c82 0 116 48 116 100 0 34-36 44-66 38-30-4-38 18-28 34 8 18-8 24-22 24-72 0-110-50-110-100s40-96 110-96z",
      "#e9d9b6",
    ) +
    dot(150, 186, 18, a) +
    dot(204, 164, 18, b) +
    dot(258, 190, 18, "#c25b4e") +
    dot(144, 244, 18, "#5f8a4c"),
  scooter: (a, b) =>
    line("M140 286h120", a, 16) +
    line("M262 286l-24-158M214 128h50", a, 12) +
    dot(126, 288, 28, b) +
    dot(126, 288, 11, "#fff") +
    dot(276, 288, 28, b) +
    dot(276, 288, 11, "#fff"),
  boot: (a, b) =>
    shape("M142 110h84v118q70 4 76 84H142z", a) + line("M142 312h162", b, 16) + line("M146 140h76", b, 12),
  duck: (a, b) =>
    dot(236, 160, 48, b) +
    shape("M100 224q90-22 136-40 66 4 72 62 4 66-108 66T100 224z", b) +
    shape("M278 156l46 12-44 18z", "#c9744f") +
    dot(248, 148, 7, a) +
    line("M160 256q32 24 68 0", a, 7),
  bone: (a, b) =>
    line("M142 260l116-88", b, 40) +
    [
      [120, 252],
      [146, 288],
      [250, 146],
      [282, 178],
    ]
      .map(([x, y]) => dot(x!, y!, 30, b))
      .join("") +
    line("M172 238l56-42", a, 6),
  cushion: (a, b) =>
    `<ellipse cx="200" cy="254" rx="118" ry="58" fill="${a}"/><ellipse cx="200" cy="240" rx="82" ry="34" fill="${b}"/>`,
  feeder: (a, b) =>
    box(146, 108, 108, 146, 22, a) +
    box(164, 128, 72, 64, 10, "#fff", shine) +
    shape("M108 250h184q-6 64-92 64t-92-64z", b),
  carrier: (a, b) =>
    line("M160 150q40-50 80 0", b, 12) +
    box(96, 150, 208, 164, 34, a) +
    box(128, 184, 112, 96, 20, "#fff", shine) +
    line("M156 184v96M184 184v96M212 184v96", a, 5),
  brush: (a, b) =>
    line("M246 262l62 50", b, 26) +
    shape("M106 154q72-58 142 14 34 52-10 92-102 4-132-106z", a) +
    [
      [150, 176],
      [190, 176],
      [220, 206],
      [176, 212],
      [206, 238],
    ]
      .map(([x, y]) => dot(x!, y!, 7, "#fff"))
      .join(""),
  fountain: (a, b) =>
    shape("M100 224h200q-8 90-100 90T100 224z", a) +
    line("M200 224v-58q0-38 40-36M200 166q0-38-40-36", b, 11) +
    line("M124 246h152", "#fff", 6),
  ball: (a, b) => dot(200, 224, 92, a) + line("M120 180q84 28 154-22M128 280q82-40 156 4", b, 11),
  toothbrush: (a, b) =>
    line("M116 300l150-150", a, 20) +
    line("M252 134l44 44", "#fff", 30) +
    line("M252 134l44 44", b, 18) +
    box(126, 118, 60, 120, 14, b, 'transform="rotate(-18 156 178)"'),
  pen: (a, b) => line("M146 290L268 132", a, 30) + shape("M128 312l10-44 30 24z", b) + line("M246 160l24 18", b, 9),
  notebook: (a, b) =>
    box(124, 112, 160, 202, 12, a) +
    line("M124 140h-16M124 176h-16M124 212h-16M124 248h-16M124 284h-16", b, 9) +
    box(160, 150, 92, 44, 6, "#fff", shine),
  calendar: (a, b) =>
    box(110, 138, 180, 164, 14, "#fff", `stroke="${a}" stroke-width="8"`) +
    box(110, 138, 180, 46, 12, a) +
    line("M154 124v30M246 124v30", b, 10) +
    [140, 180, 220, 260]
      .flatMap((x) => [216, 250, 280].map((y) => dot(x, y, 8, x === 220 && y === 250 ? b : a)))
      .join(""),
  pencils: (a, b) =>
    [
      [142, a],
      [186, b],
      [230, "#5f8a4c"],
    ]
      .map(
        ([x, fill]) =>
          box(Number(x), 166, 30, 148, 4, String(fill)) +
          shape(`M${x} 168l15-50 15 50z`, "#e9d3a8") +
          dot(Number(x) + 15, 128, 5, "#444"),
      )
      .join(""),
  case: (a, b) => box(86, 190, 228, 110, 48, a) + line("M116 226h168", b, 8) + box(270, 218, 18, 36, 8, b),
  postcard: (a, b) =>
    box(92, 156, 216, 146, 8, "#fff", `stroke="${a}" stroke-width="7" transform="rotate(-5 200 230)"`) +
    shape("M112 276l52-62 38 40 26-24 46 40z", a) +
    dot(250, 196, 18, b),
  tape: (a, b) => dot(184, 222, 84, a) + dot(184, 222, 46, "#fff", 'opacity=".8"') + line("M184 306h124v-20", b, 12),
};
