// The icons of home screens: pictures of the one that browsers show, to the edges, as phones cut the corners themselves.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openSite } from "./support.mjs";

const { open } = await openSite();

/** What a rendering may differ by, in steps of 255, where a line has soft edges. */
const TOLERANCE = 24;

test("home screens have icons: the same picture, opaque, in their sizes", async () => {
  const { page, errors } = await open();
  const icons = await page.evaluate(async () => {
    /** @param {string} rel */
    const linked = (rel) => /** @type {HTMLLinkElement} */ (document.querySelector(`link[rel="${rel}"]`)).href;
    const manifest = linked("manifest");
    /** @type {{ icons: { src: string, sizes: string, type: string }[] }} */
    const { icons } = await (await fetch(manifest)).json();
    const listed = icons.filter(({ type }) => type === "image/png");
    const all = [
      { src: linked("apple-touch-icon"), sizes: "180x180" },
      ...listed.map(({ src, sizes }) => ({ src: new URL(src, manifest).href, sizes })),
    ];
    const [, icon = ""] = linked("icon").match(/^data:image\/svg\+xml,(.*)$/) ?? [];
    const whole = decodeURIComponent(icon).replace(/ rx="\d+"/, "");
    /**
     * @param {string} src
     * @param {number} size
     */
    const pixels = async (src, size) => {
      const image = new Image();
      image.src = src;
      await image.decode();
      const canvas = new OffscreenCanvas(size, size);
      const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext("2d"));
      context.drawImage(image, 0, 0, size, size);
      return { width: image.naturalWidth, data: context.getImageData(0, 0, size, size).data };
    };
    return Promise.all(
      all.map(async ({ src, sizes }) => {
        const size = Number.parseInt(sizes, 10);
        const sized = whole.replace("<svg ", `<svg width="${size}" height="${size}" `);
        const icon = await pixels(src, size);
        const picture = await pixels(`data:image/svg+xml,${encodeURIComponent(sized)}`, size);
        const differences = icon.data.map((value, index) => Math.abs(value - (picture.data[index] ?? 0)));
        return { sizes, width: icon.width, difference: Math.max(...new Set(differences)) };
      }),
    );
  });
  assert.deepEqual(
    icons.map(({ sizes }) => sizes),
    ["180x180", "192x192", "512x512"],
  );
  for (const { sizes, width, difference } of icons) {
    assert.equal(`${width}x${width}`, sizes);
    assert.ok(difference <= TOLERANCE, `${sizes}: ${difference}`);
  }
  assert.deepEqual(errors, []);
});
