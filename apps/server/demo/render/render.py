"""Renders the demo's product pictures with Blender's Cycles.

The motifs are drawings of a few shapes each. Here they become things: what is round is turned on a lathe, the rest is cut
from thick slabs with soft edges, and lines are tubes. Each stands on a plinth in the light of a soft box.

    pip install bpy==5.0.1 svgelements==1.9.6
    node apps/server/demo/render/list-shapes.ts | python apps/server/demo/render/render.py FOLDER [NAME …]
    node apps/server/demo/render/keep.ts FOLDER
"""

import json
import math
import os
import sys

import bpy
from svgelements import Path

SIZE = int(os.environ.get("SIZE", "480"))
SAMPLES = int(os.environ.get("SAMPLES", "24"))
UNIT = 100  # of a drawing's 400 are one metre
ground_line = 316.0

# Turned on a lathe: the drawing is their outline.
TURNED = set("bottle dropper jar lipstick flask candle bowl pot feeder plant lamp basket fountain tube".split())
# Made of balls.
BALLS = set("fruit ball bear duck".split())


def linear(colour):
    """A colour such as #3f5a52, as light is reckoned."""
    colour = colour.lstrip("#")
    if len(colour) == 3:
        colour = "".join(each * 2 for each in colour)
    values = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    return [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values]


def material(colour, over=None, opacity=1.0, roughness=0.42, coat=0.25):
    rgb = linear(colour)
    if over and opacity < 1:
        rgb = [a * opacity + b * (1 - opacity) for a, b in zip(rgb, linear(over))]
    made = bpy.data.materials.new("m")
    made.use_nodes = True
    shader = made.node_tree.nodes["Principled BSDF"]
    shader.inputs["Base Color"].default_value = (*rgb, 1)
    shader.inputs["Roughness"].default_value = roughness
    shader.inputs["Coat Weight"].default_value = coat
    shader.inputs["Coat Roughness"].default_value = 0.3
    return made


def place(x, y):
    """From the drawing's plane to x and height."""
    return ((x - 200) / UNIT, (ground_line - y) / UNIT)


def stand(shapes):
    """Sets the line where things stand to the drawing's lowest point."""
    global ground_line
    ground_line = max(
        y + (shape.get("line", 0) / 2 if shape.get("stroke", "none") != "none" else 0)
        for shape in shapes
        for _, points in outlines(shape)
        for _, y in points
    )


def turned_about(points, turn):
    if not turn:
        return points
    angle, cx, cy = math.radians(turn[0]), turn[1], turn[2]
    return [
        (
            cx + (x - cx) * math.cos(angle) - (y - cy) * math.sin(angle),
            cy + (x - cx) * math.sin(angle) + (y - cy) * math.cos(angle),
        )
        for x, y in points
    ]


def outlines(shape):
    """The shape's lines as points: [(closed, points)]."""
    kind = shape["kind"]
    if kind == "rect":
        x, y, w, h = (shape[k] for k in ("x", "y", "width", "height"))
        r = min(shape.get("rx", 0), w / 2, h / 2)
        points = []
        for cx, cy, start in ((x + w - r, y + r, -90), (x + w - r, y + h - r, 0), (x + r, y + h - r, 90), (x + r, y + r, 180)):
            steps = 10 if r > 0 else 1
            for step in range(steps + 1):
                a = math.radians(start + 90 * step / steps)
                points.append((cx + r * math.cos(a), cy + r * math.sin(a)))
        found = [(True, points)]
    elif kind in ("circle", "ellipse"):
        rx, ry = shape.get("r", shape.get("rx")), shape.get("r", shape.get("ry"))
        found = [
            (True, [(shape["cx"] + rx * math.cos(math.tau * i / 72), shape["cy"] + ry * math.sin(math.tau * i / 72)) for i in range(72)])
        ]
    else:
        found = []
        for part in Path(shape["d"]).as_subpaths():
            path = Path(part)
            length = path.length(error=1e-3)
            count = max(2, int(length / 2.5))
            points = [(p.x, p.y) for p in (path.point(i / count, error=1e-3) for i in range(count + 1))]
            closed = abs(points[0][0] - points[-1][0]) + abs(points[0][1] - points[-1][1]) < 0.5
            if closed:
                points = points[:-1]
            # Corners that sampling cut off come back.
            found.append((closed or shape.get("fill", "none") != "none", points))
    return [(closed, turned_about(points, shape.get("turn"))) for closed, points in found]


def curve(parts, colour, y, *, depth=0.0, tube=0.0, bevel=0.05, flat=True, balls=(), ends=True):
    data = bpy.data.curves.new("c", "CURVE")
    data.dimensions = "2D" if flat else "3D"
    data.fill_mode = "BOTH" if flat else "FULL"
    data.resolution_u = 8
    for closed, points in parts:
        spline = data.splines.new("POLY")
        spline.points.add(len(points) - 1)
        for at, (px, py) in zip(spline.points, points):
            sx, sz = place(px, py)
            # A line upon a ball follows it. (The curve lies flat and is turned upright: its z is towards us.)
            on = surface(balls, sx, sz)
            at.co = (sx, sz, 0 if on is None else y - on, 1)
        spline.use_cyclic_u = bool(closed)
    if flat:
        data.bevel_depth = bevel
        data.bevel_resolution = 5
        data.extrude = max(0.001, depth / 2 - bevel)
        data.offset = -bevel
    else:
        data.bevel_depth = tube
        data.bevel_resolution = 8
        data.use_fill_caps = True
    thing = bpy.data.objects.new("c", data)
    thing.rotation_euler = (math.pi / 2, 0, 0)
    thing.location = (0, y, 0)
    data.materials.append(colour)
    bpy.context.collection.objects.link(thing)
    if not flat and ends:
        # Round ends, as the drawing's lines have them.
        for closed, points in parts:
            if not closed:
                for px, py in (points[0], points[-1]):
                    sx, sz = place(px, py)
                    on = surface(balls, sx, sz)
                    ball((sx, y if on is None else on, sz), tube, colour)
    return thing


def ball(centre, radius, colour):
    bpy.ops.mesh.primitive_uv_sphere_add(segments=48, ring_count=32, radius=radius, location=centre)
    thing = bpy.context.object
    bpy.ops.object.shade_smooth()
    thing.data.materials.append(colour)
    return thing


def widths(points, steps=90):
    """Half the outline's width about the middle, by height: [(height, radius)], from the top down."""
    ys = [y for _, y in points]
    top, low = min(ys), max(ys)
    found = []
    for step in range(steps + 1):
        y = top + (low - top) * (step + (0.02 if step == 0 else -0.02 if step == steps else 0)) / steps
        reach = 0.0
        for (x1, y1), (x2, y2) in zip(points, points[1:] + points[:1]):
            if (y1 - y) * (y2 - y) <= 0 and y1 != y2:
                reach = max(reach, abs(x1 + (x2 - x1) * (y - y1) / (y2 - y1) - 200))
        found.append(((ground_line - y) / UNIT, reach / UNIT))
    return found


def lathe(profile, colour):
    """Turns a profile about the upright axis."""
    sides = 96
    rows = [(profile[0][0], 0.0), *profile, (profile[-1][0], 0.0)]
    vertices, faces = [], []
    for height, radius in rows:
        for side in range(sides):
            angle = math.tau * side / sides
            vertices.append((radius * math.cos(angle), radius * math.sin(angle), height))
    for row in range(len(rows) - 1):
        for side in range(sides):
            a, b = row * sides + side, row * sides + (side + 1) % sides
            faces.append((a, b, b + sides, a + sides))
    mesh = bpy.data.meshes.new("l")
    mesh.from_pydata(vertices, [], faces)
    mesh.materials.append(colour)
    thing = bpy.data.objects.new("l", mesh)
    bpy.context.collection.objects.link(thing)
    bpy.context.view_layer.objects.active = thing
    thing.select_set(True)
    bpy.ops.object.shade_auto_smooth(angle=math.radians(40))
    thing.select_set(False)
    return thing


def surface(balls, x, z):
    """How far in front the balls' surface is here, or None beside them."""
    fronts = [-math.sqrt(r * r - d2) for bx, bz, r in balls if (d2 := (x - bx) ** 2 + (z - bz) ** 2) < r * r]
    return min(fronts, default=None)


def width_at(rows, height):
    """How wide a turned body is at a height."""
    return min(rows, key=lambda row: abs(row[0] - height))[1]


def is_even(points):
    xs = [x for x, _ in points]
    return abs((min(xs) + max(xs)) / 2 - 200) < 3


def build(motif, shapes, main):
    """Makes the thing of its shapes; answers how wide it is."""
    turned, bodies, balls, rows = motif in TURNED, [], [], None
    reach = 1.0
    front = 0.26
    stand(shapes)
    first = [point for _, each in outlines(shapes[0]) for point in each]
    left, right = min(x for x, _ in first) - 20, max(x for x, _ in first) + 20
    top, low = min(y for _, y in first) - 20, max(y for _, y in first) + 20
    for at, shape in enumerate(shapes):
        parts = outlines(shape)
        points = [point for _, each in parts for point in each]
        reach = max(reach, max(abs(x - 200) for x, _ in points) / UNIT)
        filled = shape.get("fill", "none") != "none"
        stroked = shape.get("stroke", "none") != "none"
        opacity = shape.get("opacity", 1.0)
        y = -(front + 0.03 * at)
        if filled:
            colour = material(shape["fill"], main, opacity)
            pale = shape["fill"] == "#fff"
            if motif in BALLS and shape["kind"] == "circle":
                sx, sz = place(shape["cx"], shape["cy"])
                radius = shape["r"] / UNIT
                # What is drawn upon a larger ball sits on its front, a third of it sunk in.
                on = surface(balls, sx, sz) if any(radius < 0.6 * each[2] for each in balls) else None
                ball((sx, 0.0 if on is None else on + radius * 0.3, sz), radius, colour)
                balls.append((sx, sz, radius))
                continue
            if turned and is_even(points) and not pale:
                profile = widths(points)
                lathe(profile, colour)
                rows = rows or profile
                bodies.append(max(r for _, r in profile))
                continue
            if turned and pale and bodies:
                # A label: a band about the body.
                low, high = (ground_line - max(y for _, y in points)) / UNIT, (ground_line - min(y for _, y in points)) / UNIT
                lathe([(at, width_at(rows, at) + 0.006) for at in (high, low)], colour)
                continue
            depth = 0.52 if at == 0 or not pale else 0.2
            small = min(max(x for x, _ in points) - min(x for x, _ in points), max(y for _, y in points) - min(y for _, y in points)) / UNIT
            if turned:
                curve(parts, colour, 0, depth=0.16, bevel=0.05)
                continue
            curve(parts, colour, y + depth / 2, depth=depth, bevel=max(0.01, min(0.07, small / 5)))
        if stroked:
            colour = material(shape["stroke"])
            radius = shape["line"] / 2 / UNIT
            for closed, line in parts:
                level = max(y for _, y in line) - min(y for _, y in line) < 1
                if turned and level and is_even(line) and bodies:
                    height = (ground_line - line[0][1]) / UNIT
                    bpy.ops.mesh.primitive_torus_add(
                        location=(0, 0, height),
                        major_radius=(max(x for x, _ in line) - 200) / UNIT,
                        minor_radius=radius,
                        major_segments=96,
                        minor_segments=16,
                    )
                    bpy.ops.object.shade_smooth()
                    bpy.context.object.data.materials.append(colour)
                    continue
                # A thick line upon a slab goes around it, as a sole or a waistband does.
                inside = all(left <= x <= right and top <= py <= low for x, py in line)
                around = at > 0 and not turned and not balls and shape["line"] >= 14 and inside
                where = 0.0 if turned or at == 0 or around else y
                made = curve([(closed, line)], colour, where, tube=radius, flat=False, balls=balls, ends=not around)
                if around:
                    made.scale = (1, 1, (front + 0.04) / radius)
    return reach


def light(kind, location, energy, size, colour=(1, 1, 1)):
    data = bpy.data.lights.new("l", kind)
    data.energy, data.color = energy, colour
    data.shape, data.size = "DISK", size
    lamp = bpy.data.objects.new("l", data)
    lamp.location = location
    target = bpy.data.objects.new("t", None)
    target.location = (0, 0, 1)
    bpy.context.collection.objects.link(lamp)
    bpy.context.collection.objects.link(target)
    aim = lamp.constraints.new("TRACK_TO")
    aim.target, aim.track_axis, aim.up_axis = target, "TRACK_NEGATIVE_Z", "UP_Y"


def render(picture, path):
    bpy.ops.wm.read_factory_settings(use_empty=True)
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    scene.cycles.device = "CPU"
    scene.cycles.samples = SAMPLES
    scene.cycles.use_denoising = True
    scene.cycles.max_bounces = 5
    scene.render.resolution_x = scene.render.resolution_y = SIZE
    scene.view_settings.view_transform = "Standard"
    scene.render.image_settings.file_format = "PNG"
    scene.render.filepath = path
    world = bpy.data.worlds.new("w")
    world.use_nodes = True
    world.node_tree.nodes["Background"].inputs[0].default_value = (*linear(picture["ground"]), 1)
    world.node_tree.nodes["Background"].inputs[1].default_value = 0.6
    scene.world = world

    main = next((s["fill"] for s in picture["shapes"] if s.get("fill", "none") not in ("none", "#fff")), "#888888")
    reach = build(picture["motif"], picture["shapes"], main)

    # A floor that bends up into the background, and a plinth.
    ground = material(picture["ground"], roughness=0.9, coat=0)
    floor = [(-14, 9, 9), (14, 9, 9), (14, -9, -0.14), (-14, -9, -0.14)]
    rows = [(-9, -0.14)] + [(3 + 3 * math.sin(a), -0.14 + 3 - 3 * math.cos(a)) for a in [math.pi / 2 * i / 12 for i in range(13)]] + [(6, 12)]
    vertices = [(x, y, z) for y, z in rows for x in (-14, 14)]
    faces = [(2 * i, 2 * i + 1, 2 * i + 3, 2 * i + 2) for i in range(len(rows) - 1)]
    mesh = bpy.data.meshes.new("f")
    mesh.from_pydata(vertices, [], faces)
    mesh.materials.append(ground)
    mesh.shade_smooth()
    bpy.context.collection.objects.link(bpy.data.objects.new("f", mesh))
    rim = max(1.15, min(1.5, reach + 0.2))
    lathe([(0.0, rim - 0.03), (-0.012, rim - 0.008), (-0.04, rim), (-0.14, rim)], material(picture["shade"], roughness=0.7, coat=0))

    light("AREA", (-3.2, -3.6, 5.2), 290, 3.2, (1, 0.97, 0.92))
    light("AREA", (4.2, -2.8, 2.4), 55, 3.5, (0.92, 0.96, 1))
    light("AREA", (1.5, 3.2, 4.5), 70, 2.0)

    camera = bpy.data.objects.new("c", bpy.data.cameras.new("c"))
    camera.data.lens = 75
    side, up = math.radians(picture.get("side", 16)), math.radians(13)
    far = 7.6
    centre = (0, 0, 0.9)
    camera.location = (
        centre[0] + far * math.sin(side) * math.cos(up),
        centre[1] - far * math.cos(side) * math.cos(up),
        centre[2] + far * math.sin(up),
    )
    target = bpy.data.objects.new("a", None)
    target.location = centre
    bpy.context.collection.objects.link(target)
    aim = camera.constraints.new("TRACK_TO")
    aim.target, aim.track_axis, aim.up_axis = target, "TRACK_NEGATIVE_Z", "UP_Y"
    bpy.context.collection.objects.link(camera)
    scene.camera = camera
    bpy.ops.render.render(write_still=True)


def main():
    folder, wanted = sys.argv[1], sys.argv[2:]
    for picture in json.load(sys.stdin):
        if wanted and picture["name"] not in wanted:
            continue
        render(picture, f"{folder}/{picture['name']}.png")
        print(picture["name"], flush=True)


main()
