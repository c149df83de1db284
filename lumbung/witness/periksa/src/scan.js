// A picture to the bytes of the code in it: jsQR at several sizes; on a phone that has one, its own reader first.
import { Malformed, textOf } from "./bytes.js";

export const LARGEST_PICTURE = 40_000_000; // bytes
const SIZES = [1400, 2400, 900, 3600]; // longer side in dots: most photos are read at the first
const SMALLEST = 700; // what is smaller is a picture of a screen: it is doubled

/** The text of the code in a picture file. Malformed: no picture, or no code in it. */
export async function readPicture(file) {
  if (file.size > LARGEST_PICTURE) throw new Malformed("too-long");
  let picture;
  try {
    picture = await createImageBitmap(file);
  } catch {
    throw new Malformed("no-picture");
  }
  const found = (await readByPhone(picture)) ?? readAtSizes(picture);
  picture.close();
  if (found === null) throw new Malformed("no-code");
  return found;
}

async function readByPhone(source) {
  if (!("BarcodeDetector" in globalThis)) return null;
  try {
    const [code] = await new BarcodeDetector({ formats: ["qr_code"] }).detect(source);
    return code && !code.rawValue.includes("\ufffd") ? mended(code.rawValue) : null;
  } catch {
    return null;
  }
}

/** Some readers take UTF-8 for Latin-1: the dash before a signature shows it. */
function mended(text) {
  if (!/\u00e2[\u0080\u20ac][\u0094\u201d]/.test(text)) return text;
  return text.replace(/\u00e2[\u0080\u20ac][\u0094\u201d]/g, "\u2014");
}

function readAtSizes(picture) {
  const longest = Math.max(picture.width, picture.height);
  const sizes = longest < SMALLEST ? [longest * 2, longest, longest * 3] : [...new Set(SIZES.map((size) => Math.min(size, longest)))];
  for (const size of sizes) {
    const found = readAt(picture, picture.width, picture.height, size / longest);
    if (found !== null) return found;
  }
  return null;
}

/** The code in a picture or a frame of the camera, made larger or smaller by `scale`. */
export function readAt(source, width, height, scale) {
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const drawing = canvas.getContext("2d", { willReadFrequently: true });
  drawing.imageSmoothingEnabled = scale < 1;
  drawing.fillStyle = "#fff";
  drawing.fillRect(0, 0, canvas.width, canvas.height);
  drawing.drawImage(source, 0, 0, canvas.width, canvas.height);
  const { data } = drawing.getImageData(0, 0, canvas.width, canvas.height);
  const code = globalThis.jsQR(data, canvas.width, canvas.height, { inversionAttempts: "dontInvert" });
  return code ? textOf(Uint8Array.from(code.binaryData)) : null;
}

/** Watch a video until a code comes by; `stop()` ends it. */
export function watch(video, found) {
  let running = true;
  const look = async () => {
    if (!running) return;
    const { videoWidth: width, videoHeight: height } = video;
    const text = width ? (await readByPhone(video)) ?? tryReading(video, width, height) : null;
    if (text !== null && running) return found(text);
    setTimeout(look, 120);
  };
  look();
  return () => {
    running = false;
  };
}

function tryReading(video, width, height) {
  try {
    return readAt(video, width, height, Math.min(1, 1280 / Math.max(width, height)));
  } catch {
    return null; // a code of something else
  }
}
