// Blocks of data: base64 of a zlib stream of a JSON header and columns of whole numbers.

async function readBlock(name) {
  const node = document.getElementById(`data-${name}`);
  const packed = lettersToBytes(node.textContent);
  node.remove();
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'));
  return parseBlock(await new Response(stream).arrayBuffer());
}

function lettersToBytes(letters) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(letters);
  const text = atob(letters);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

function parseBlock(buffer) {
  const length = new DataView(buffer).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length)));
  const places = new Map();
  let at = 4 + length;
  for (const [name, bytes, count, isDelta] of header.columns) {
    places.set(name, { at, bytes, count, isDelta });
    at += bytes;
  }
  return { header, column: (name) => decodeColumn(buffer, places.get(name)) };
}

// Seven bits a byte, the lowest first; 2n for n, -2n - 1 below zero.
function decodeColumn(buffer, place) {
  const items = new Int32Array(place?.count ?? 0);
  if (!place) return items;
  const bytes = new Uint8Array(buffer, place.at, place.bytes);
  let before = 0;
  for (let i = 0, at = 0; i < items.length; i++) {
    let byte = bytes[at++];
    let code = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[at++];
      code += (byte & 0x7f) * 2 ** shift;
    }
    const half = Math.floor(code / 2);
    const value = code % 2 === 0 ? half : -half - 1;
    before = place.isDelta ? before + value : value;
    items[i] = before;
  }
  return items;
}
