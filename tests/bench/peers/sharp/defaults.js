// An original in widths, as AVIF and JPEG, with everything as sharp has it by default: node defaults.js ORIGINAL FOLDER WIDTH…
import sharp from "sharp";

const [original, folder, ...widths] = process.argv.slice(2);
for (const width of widths)
  for (const format of ["avif", "jpeg"])
    await sharp(original).autoOrient().resize(Number(width)).toFormat(format).toFile(`${folder}/${width}.${format}`);
